package dev.hindsight.page.view;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.message.Messages;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What search engines and chats show below a page's title: plain text on one line.
public final class Descriptions {
  private static final int LONGEST = 200;

  private Descriptions() {}

  /// `SEV2, 2 Apr 2024, Production Database. What fixed it: Killed the stuck query`
  public static String of(Incident incident, KnowledgeBase knowledge, Messages messages) {
    String facts =
        Stream.of(
                incident.severity().map(Severity::name).stream(),
                incident.date().map(messages.times()::day).stream(),
                systems(incident, knowledge))
            .flatMap(parts -> parts)
            .collect(Collectors.joining(", "));
    String story =
        incident
            .fix()
            .map(fix -> messages.text("description.fix", fix))
            .orElseGet(incident::summary);
    return PlainLine.of(facts + (facts.isEmpty() || story.isEmpty() ? "" : ". ") + story, LONGEST);
  }

  /// `3 incidents in Production Database, latest 2 Apr 2024: Orders pile up`
  public static String of(SystemHistory system, Messages messages) {
    int count = system.incidents().size();
    if (count == 0) {
      return PlainLine.of(messages.text("description.no-incidents", system.name()), LONGEST);
    }
    Incident last = system.incidents().getFirst();
    return PlainLine.of(
        last.date()
            .map(messages.times()::day)
            .map(day ->
                messages.text("description.system-dated", count, system.name(), day, last.title()))
            .orElseGet(
                () -> messages.text("description.system", count, system.name(), last.title())),
        LONGEST);
  }

  /// The systems that an incident affected, each once, under the names that the site uses.
  public static Stream<String> systems(Incident incident, KnowledgeBase knowledge) {
    return incident.systems().stream().map(knowledge::system).map(SystemHistory::name).distinct();
  }
}
