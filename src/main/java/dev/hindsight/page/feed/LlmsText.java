package dev.hindsight.page.feed;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.view.Descriptions;
import dev.hindsight.page.view.PlainLine;
import dev.hindsight.site.Addresses;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `llms.txt`: what the site has, as Markdown for language models (https://llmstxt.org): a title, a
/// summary, and lists of links to reports as they were written.
final class LlmsText {
  private static final int MOST = 500;
  private static final int LONGEST = 200;

  /// What could end a link, or begin something that goes before a link.
  private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]`<>]");

  private LlmsText() {}

  static byte[] of(String title, KnowledgeBase knowledge) {
    return Stream.of(
            Stream.of("# " + text(title), "", "> " + summary(knowledge), "", "## Incidents", ""),
            knowledge.incidents().stream().limit(MOST).map(incident -> line(incident, knowledge)),
            rest(knowledge),
            Stream.of("", "## Systems", ""),
            knowledge.systems().stream().map(LlmsText::line),
            Stream.of(
                "",
                "## Data",
                "",
                "- [incidents.json](incidents.json): every incident in short, with its address as"
                    + " data, which is its page's with `.json` in the place of `.html`",
                "- [feed.xml](feed.xml): the newest incidents as an Atom feed",
                ""))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String summary(KnowledgeBase knowledge) {
    return "Reports of "
        + count(knowledge.incidents().size(), "incident")
        + " in "
        + count(knowledge.systems().size(), "system")
        + ": what happened, why, and what fixed it.";
  }

  private static String line(Incident incident, KnowledgeBase knowledge) {
    String facts =
        Stream.of(
                incident.date().map(Moment::date).stream(),
                incident.severity().map(Severity::name).stream(),
                Descriptions.systems(incident, knowledge),
                incident.fix().stream().map(fix -> "fixed by: " + PlainLine.of(fix, LONGEST)))
            .flatMap(parts -> parts)
            .collect(Collectors.joining(", "));
    return link(incident.id() + ": " + incident.title(), Addresses.report(incident.id()), facts);
  }

  private static Stream<String> rest(KnowledgeBase knowledge) {
    int more = knowledge.incidents().size() - MOST;
    return more <= 0
        ? Stream.of()
        : Stream.of(link(count(more, "older incident"), "incidents.json", "the whole list"));
  }

  private static String line(SystemHistory system) {
    return link(
        system.name(),
        Addresses.systemPage(system.slug()),
        count(system.incidents().size(), "incident"));
  }

  private static String link(String name, String path, String notes) {
    return "- ["
        + text(name)
        + "]("
        + Addresses.encode(path)
        + ")"
        + (notes.isEmpty() ? "" : ": " + text(notes));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String text(String words) {
    return SPECIAL.matcher(PlainLine.of(words)).replaceAll("\\\\$0");
  }
}
