package dev.hindsight.cli;

import dev.hindsight.pipeline.ProblemKinds;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Json;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints problems in machine-readable formats.
final class ProblemFormats {

  /// The formats, by reader.
  enum Format {
    /// A person at a terminal; see [ProblemPrinter].
    TEXT,
    /// A script: a list of objects.
    JSON,
    /// Code scanning: SARIF 2.1.0 (OASIS, 2020).
    SARIF,
    /// GitHub Actions: workflow commands that become annotations.
    GITHUB
  }

  private ProblemFormats() {}

  static String of(List<Problem> problems, Format format) {
    return switch (format) {
      case TEXT -> throw new IllegalArgumentException("text is for ProblemPrinter");
      case JSON -> json(problems.stream().map(ProblemFormats::plain).toList());
      case SARIF -> json(sarif(problems));
      case GITHUB -> github(problems);
    };
  }

  /// Problems and gaps as one list, gaps with a level of their own.
  static String json(List<Problem> problems, List<GapText.Line> gaps) {
    return json(
        Stream.concat(
                problems.stream().map(ProblemFormats::plain),
                gaps.stream()
                    .map(gap ->
                        plain(gap.at(), "gap", gap.kind().code(), gap.message(), Optional.empty())))
            .toList());
  }

  private static String json(Object value) {
    return PrintedText.json(new String(Json.pretty(value), StandardCharsets.UTF_8)) + "\n";
  }

  private static Map<String, Object> plain(Problem problem) {
    return plain(
        problem.at(), level(problem.level()), problem.code(), problem.message(), problem.hint());
  }

  private static Map<String, Object> plain(
      SourcePosition at, String level, String code, String message, Optional<String> hint) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("file", PrintedText.value(at.file()));
    plain.put("line", at.line());
    plain.put("column", at.column());
    plain.put("level", level);
    plain.put("code", code);
    plain.put("message", PrintedText.value(message));
    plain.put("hint", hint.map(PrintedText::value).orElse(null));
    return plain;
  }

  private static String level(Problem.Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }

  private static Map<String, Object> sarif(List<Problem> problems) {
    Set<String> codes = problems.stream().map(Problem::code).collect(Collectors.toSet());
    List<Map<String, Object>> rules =
        ProblemKinds.all().stream()
            .filter(kind -> codes.contains(kind.code()))
            .map(ProblemFormats::rule)
            .toList();
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Hindsight");
    driver.put("rules", rules);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("results", problems.stream().map(ProblemFormats::result).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return log;
  }

  private static Map<String, Object> rule(ProblemKind kind) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", kind.code());
    rule.put("fullDescription", Map.of("text", kind.explanation()));
    rule.put("defaultConfiguration", Map.of("level", level(kind.level())));
    return rule;
  }

  private static Map<String, Object> result(Problem problem) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", problem.at().line());
    region.put("startColumn", problem.at().column());
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put(
        "artifactLocation",
        Map.of("uri", Addresses.encode(PrintedText.value(problem.at().file()))));
    physical.put("region", region);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", problem.code());
    result.put("level", level(problem.level()));
    result.put("message", Map.of("text", PrintedText.value(sentence(problem))));
    result.put("locations", List.of(Map.of("physicalLocation", physical)));
    return result;
  }

  private static String sentence(Problem problem) {
    return problem.message() + problem.hint().map(hint -> "; " + hint).orElse("");
  }

  private static String github(List<Problem> problems) {
    StringBuilder lines = new StringBuilder();
    for (Problem problem : problems) {
      lines
          .append("::")
          .append(level(problem.level()))
          .append(" file=")
          .append(property(problem.at().file()))
          .append(",line=")
          .append(problem.at().line())
          .append(",col=")
          .append(problem.at().column())
          .append(",title=")
          .append(property(problem.code()))
          .append("::")
          .append(data(sentence(problem)))
          .append('\n');
    }
    return lines.toString();
  }

  /// Escapes text in workflow commands, so that a report cannot inject commands.
  private static String data(String text) {
    return PrintedText.line(text).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
