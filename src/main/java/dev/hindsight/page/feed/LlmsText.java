package dev.hindsight.page.feed;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.view.Descriptions;
import dev.hindsight.page.view.PlainLine;
import dev.hindsight.site.Addresses;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `llms.txt`: the content of the site as Markdown for language models (https://llmstxt.org): a
/// title, a summary, and lists of links to the source of reports.
final class LlmsText {
  private static final int MOST = 500;
  private static final int LONGEST = 200;

  /// Characters that can end a link or take precedence over one.
  private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]`<>]");

  private final KnowledgeBase knowledge;
  private final Messages messages;

  private LlmsText(KnowledgeBase knowledge, Messages messages) {
    this.knowledge = knowledge;
    this.messages = messages;
  }

  static byte[] of(String title, KnowledgeBase knowledge, Messages messages) {
    return new LlmsText(knowledge, messages).lines(title).getBytes(StandardCharsets.UTF_8);
  }

  private String lines(String title) {
    return Stream.of(
            Stream.of("# " + text(title), "", "> " + summary(), "", heading("incidents"), ""),
            knowledge.incidents().stream().limit(MOST).map(this::line),
            rest(),
            Stream.of("", heading("systems"), ""),
            knowledge.systems().stream().map(this::line),
            Stream.of(
                "",
                heading("data"),
                "",
                "- [incidents.json](incidents.json): " + messages.text("feed.incidents-json"),
                "- [feed.xml](feed.xml): " + messages.text("feed.atom"),
                ""))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private String heading(String key) {
    return "## " + messages.text("feed." + key);
  }

  private String summary() {
    return messages.text(
        "feed.summary",
        messages.text("common.incidents", knowledge.incidents().size()),
        messages.text("common.systems", knowledge.systems().size()));
  }

  private String line(Incident incident) {
    String facts =
        Stream.of(
                incident.date().map(Moment::date).stream(),
                incident.severity().map(Severity::name).stream(),
                Descriptions.systems(incident, knowledge),
                incident.fix().stream()
                    .map(fix -> messages.text("feed.fixed-by", PlainLine.of(fix, LONGEST))))
            .flatMap(parts -> parts)
            .collect(Collectors.joining(", "));
    return link(incident.id() + ": " + incident.title(), Addresses.report(incident.id()), facts);
  }

  private Stream<String> rest() {
    int more = knowledge.incidents().size() - MOST;
    return more <= 0
        ? Stream.of()
        : Stream.of(
            link(
                messages.text("feed.older", more),
                "incidents.json",
                messages.text("feed.all-incidents")));
  }

  private String line(SystemHistory system) {
    return link(
        system.name(),
        Addresses.systemPage(system.slug()),
        messages.text("common.incidents", system.incidents().size()));
  }

  private static String link(String name, String path, String notes) {
    return "- ["
        + text(name)
        + "]("
        + Addresses.encode(path)
        + ")"
        + (notes.isEmpty() ? "" : ": " + text(notes));
  }

  private static String text(String words) {
    return SPECIAL.matcher(PlainLine.of(words)).replaceAll("\\\\$0");
  }
}
