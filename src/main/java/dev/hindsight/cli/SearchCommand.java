package dev.hindsight.cli;

import dev.hindsight.model.Incident;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.Whitespace;
import dev.hindsight.pipeline.SiteSearcher;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindsight search`: the site's search in the terminal, with the same ranking.
@Command(
    name = "search",
    description = "Searches the reports with the same ranking as the site.",
    footer = {
      "",
      "A query is words, \"exact phrases\", -unwanted words, and filters: system: severity: status:",
      "year: before: after: tag: owner: id:"
    },
    sortOptions = false)
final class SearchCommand extends SiteCommand {
  private static final int WIDEST = 100;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for.")
  private List<String> words;

  @Option(names = "--system", paramLabel = "S", description = "Only incidents of this system.")
  private List<String> systems = List.of();

  @Option(names = "--severity", paramLabel = "S", description = "Only this severity.")
  private List<String> severities = List.of();

  @Option(
      names = "--since",
      paramLabel = "D",
      description = "Only incidents from this day, month or year on.")
  private String since;

  @Option(
      names = "--until",
      paramLabel = "D",
      description = "Only incidents before this day, month or year.")
  private String until;

  @Option(
      names = {"-n", "--most"},
      paramLabel = "N",
      defaultValue = "10",
      description = "Number of results (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(names = "--explain", description = "Explain each score.")
  private boolean explain;

  @Option(names = "--json", description = "Print results as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    SiteSearcher.SearchResult found =
        new SiteSearcher(source(), options(false, false)).search(query(), most);
    if (!found.problems().isEmpty()) {
      problems().print(found.problems());
      return ExitCode.USAGE;
    }
    List<SiteSearcher.Match> shown = found.matches();
    if (json) {
      out()
          .println(
              PrintedText.json(
                  new String(
                      Json.pretty(shown.stream().map(SearchCommand::plain).toList()),
                      StandardCharsets.UTF_8)));
    } else {
      printResult(found, shown);
    }
    out().flush();
    return ExitCode.DONE;
  }

  /// The query with the options as filters.
  private String query() {
    StringBuilder query = new StringBuilder();
    systems.forEach(value -> query.append("system:\"").append(value).append("\" "));
    severities.forEach(value -> query.append("severity:\"").append(value).append("\" "));
    if (since != null) {
      query.append("after:").append(since).append(' ');
    }
    if (until != null) {
      query.append("before:").append(until).append(' ');
    }
    return query + String.join(" ", words);
  }

  private void printResult(SiteSearcher.SearchResult found, List<SiteSearcher.Match> shown) {
    if (shown.isEmpty()) {
      say("No incident matches.");
      return;
    }
    found
        .respelt()
        .forEach((typed, words) -> {
          say(
              String.format(
                  "Showing results for %s instead of “%s”.", String.join(", ", words), typed));
          say("");
        });
    if (found.withAll() < found.count()) {
      say(
          found.withAll() == 0
              ? "No incident has all of these words. Incidents with some of them:"
              : String.format(
                  Locale.ROOT, "%d of these %d have all words.", found.withAll(), found.count()));
      say("");
    }
    shown.forEach(this::printResult);
    if (found.count() > shown.size()) {
      say(String.format(Locale.ROOT, "%d more; --most shows them.", found.count() - shown.size()));
    }
  }

  private void printResult(SiteSearcher.Match match) {
    Incident incident = match.incident();
    out()
        .println(
            line(incident.id().value())
                + incident.date().map(date -> "  " + date.date()).orElse("")
                + incident.severity().map(severity -> "  " + line(severity.name())).orElse(""));
    out().println("  " + line(incident.title()));
    if (!incident.systems().isEmpty()) {
      out()
          .println(
              "  Systems: "
                  + line(
                      String.join(
                          ", ", incident.systems().stream().map(SystemName::name).toList())));
    }
    incident.fix().ifPresent(fix -> out().println("  Fix: " + line(fix)));
    out().println("  " + line(incident.source()));
    if (explain) {
      match
          .explanation()
          .ifPresent(
              text -> text.lines().forEach(line -> out().println("    " + PrintedText.line(line))));
    }
    out().println();
  }

  private static Map<String, Object> plain(SiteSearcher.Match match) {
    Incident incident = match.incident();
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("id", PrintedText.value(incident.id().value()));
    plain.put("title", PrintedText.value(incident.title()));
    plain.put("url", PrintedText.value(Addresses.page(incident.id())));
    plain.put("source", PrintedText.value(incident.source()));
    plain.put("date", incident.date().map(date -> date.date()).orElse(null));
    plain.put(
        "severity",
        incident.severity().map(severity -> PrintedText.value(severity.name())).orElse(null));
    plain.put(
        "systems",
        incident.systems().stream().map(SystemName::name).map(PrintedText::value).toList());
    plain.put("fix", incident.fix().map(PrintedText::value).orElse(null));
    plain.put("score", match.score());
    return plain;
  }

  private static String line(String text) {
    String line = PrintedText.line(Whitespace.collapse(text).strip());
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST) + " …";
  }
}
