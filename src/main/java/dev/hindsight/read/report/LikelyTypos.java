package dev.hindsight.read.report;

import dev.hindsight.read.context.ReportContext;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.YamlValue;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;

/// Finds headings and keys of front matter that differ by one typo from a known one.
public final class LikelyTypos {
  public static final ProblemKind LIKELY_TYPO =
      ProblemKind.warning(
          "likely-typo",
          ProblemKind.Topic.VALUES,
          """
          A heading or a key of front matter that is unknown, but differs by one letter from a known one: `## Resoluton`,
          `severty:`. Correct it, or add it to `sections:` or `keys:` of the configuration. The message names only
          the first report with it.
          """);

  private LikelyTypos() {}

  /// Reports a heading whose meaning is unknown.
  static void heading(Heading heading, String name, ReportContext context) {
    context
        .config()
        .sections()
        .nearest(name)
        .ifPresent(near ->
            context.report(problem("heading", name, near, context.at(heading), "sections")));
  }

  /// Reports the unknown keys of front matter.
  static void keys(YamlValue.Entries frontMatter, ReportContext context) {
    SiteConfig config = context.config();
    for (YamlValue.Entry entry : frontMatter.entries()) {
      if (config.key(entry.key()).isEmpty()) {
        SourcePosition at = new SourcePosition(context.source(), entry.line(), entry.column());
        config
            .nearestKey(entry.key())
            .ifPresent(near -> context.report(problem("key", entry.key(), near, at, "keys")));
      }
    }
  }

  private static Problem problem(
      String what, String name, String near, SourcePosition at, String table) {
    return LIKELY_TYPO.at(
        at,
        "unknown " + what + " '" + name + "'",
        "did you mean '" + near + "'? If not, add it to `" + table + ":`");
  }

  /// The results of all reports with each typo only once, at its first position.
  public static List<ReportResult> once(List<ReportResult> results) {
    Map<String, Integer> count = new HashMap<>();
    for (ReportResult result : results) {
      result.problems().stream()
          .filter(problem -> problem.is(LIKELY_TYPO))
          .forEach(problem -> count.merge(problem.message(), 1, Integer::sum));
    }
    if (count.isEmpty()) {
      return results;
    }
    Set<String> seen = new HashSet<>();
    return results.stream()
        .map(result ->
            result.withProblems(
                result.problems().stream()
                    .filter(problem -> !problem.is(LIKELY_TYPO) || seen.add(problem.message()))
                    .map(problem ->
                        problem.is(LIKELY_TYPO)
                            ? counted(problem, count.get(problem.message()))
                            : problem)
                    .toList()))
        .toList();
  }

  private static Problem counted(Problem problem, int times) {
    return times == 1
        ? problem
        : new Problem(
            problem.code(),
            problem.level(),
            problem.at(),
            problem.message() + " (" + times + " times in all reports)",
            problem.hint());
  }
}
