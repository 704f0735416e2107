package dev.hindsight.page.data;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.ExtraField;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Recurrence;
import dev.hindsight.model.Relation;
import dev.hindsight.model.ResolutionStep;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.TimelineTag;
import dev.hindsight.site.Addresses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An incident as data: `incidents/<ID>.json`. The names of its components are a published format.
/// Unknown values are `null` or empty; `derived` names values that the report does not state
/// itself.
public record IncidentData(
    String id,
    String title,
    String url,
    String source,
    String date,
    String started,
    String detected,
    String mitigated,
    String resolved,
    Long durationMinutes,
    List<String> derived,
    String severity,
    String status,
    List<String> tags,
    List<String> authors,
    List<String> aliases,
    List<SystemData> systems,
    String summary,
    String rootCause,
    List<EntryData> timeline,
    List<FactData> impact,
    List<String> resolution,
    FixData fix,
    List<ActionData> actionItems,
    List<RelationData> related,
    RecurrenceData recurrence,
    List<RunbookData> runbooks,
    List<SectionData> sections,
    Map<String, String> extra) {

  /// An affected system, by the name that the whole site uses for it.
  record SystemData(String name, String detail, String slug) {}

  /// A timeline entry; minutes since the first.
  record EntryData(
      String time, String at, Long minutes, String text, List<String> tags, String anchor) {}

  /// An impact fact.
  record FactData(String name, String value) {}

  /// What fixed it; `source` is `resolution`, `field`, `sentence`, `timeline` or `action`.
  record FixData(String text, String source, String anchor) {}

  /// An action item.
  record ActionData(
      int number,
      String priority,
      String text,
      String owner,
      String due,
      String state,
      String ticket,
      String anchor) {}

  /// A related incident; `relation` is `same-as`, `declared`, `declared-by`, `mentions`,
  /// `mentioned-by`, `recurrence` or `similar`.
  record RelationData(String id, String relation, String reason, String date, boolean exists) {}

  /// A recurrence that includes the incident; `incidents` are the oldest first.
  record RecurrenceData(
      String url, List<String> incidents, List<String> systems, List<String> terms) {}

  /// A runbook that mentions the incident.
  record RunbookData(String title, String path, String url) {}

  /// A section with all its text.
  record SectionData(String kind, List<String> kinds, String heading, String anchor, String text) {}

  public static IncidentData of(Incident incident, KnowledgeBase knowledge) {
    return new IncidentData(
        incident.id().value(),
        incident.title(),
        Addresses.page(incident.id()),
        incident.source(),
        incident.date().map(Moment::date).orElse(null),
        text(incident.phases().started()),
        text(incident.phases().detected()),
        text(incident.phases().mitigated()),
        text(incident.phases().resolved()),
        number(incident.duration()),
        derived(incident),
        incident.severity().map(Severity::name).orElse(null),
        incident.status().orElse(null),
        incident.tags(),
        incident.authors(),
        incident.aliases().stream().map(IncidentId::value).toList(),
        systems(incident, knowledge),
        incident.summary(),
        incident.text(SectionKind.ROOT_CAUSE),
        incident.timeline().stream()
            .map(entry ->
                new EntryData(
                    entry.time(),
                    text(entry.at()),
                    number(entry.minutes()),
                    entry.text(),
                    entry.tags().stream().map(TimelineTag::name).toList(),
                    entry.anchor()))
            .toList(),
        impact(incident),
        incident.resolution().stream().map(ResolutionStep::text).toList(),
        fix(incident),
        incident.actionItems().stream().map(IncidentData::action).toList(),
        related(incident, knowledge),
        knowledge.recurrence(incident.id()).map(IncidentData::recurrence).orElse(null),
        knowledge.runbooks(incident.id()).stream()
            .map(runbook ->
                new RunbookData(runbook.title(), runbook.path(), runbook.url().orElse(null)))
            .toList(),
        incident.sections().stream()
            .map(section ->
                new SectionData(
                    section.kind().id(),
                    section.kinds().stream().map(SectionKind::id).toList(),
                    section.heading(),
                    section.anchor(),
                    section.text()))
            .toList(),
        incident.extra().stream()
            .collect(
                Collectors.toMap(
                    ExtraField::name,
                    ExtraField::value,
                    (first, second) -> first,
                    LinkedHashMap::new)));
  }

  private static List<String> derived(Incident incident) {
    List<String> derived = new ArrayList<>();
    if (incident.date().isPresent() && incident.isDateDerived()) {
      derived.add("date");
    }
    if (incident.phases().started().isPresent()
        && incident.derived().contains(Incident.Derived.STARTED)) {
      derived.add("started");
    }
    if (incident.phases().resolved().isPresent()
        && incident.derived().contains(Incident.Derived.RESOLVED)) {
      derived.add("resolved");
    }
    if (incident.duration().isPresent() && incident.derived().contains(Incident.Derived.DURATION)) {
      derived.add("durationMinutes");
    }
    return derived;
  }

  static List<SystemData> systems(Incident incident, KnowledgeBase knowledge) {
    return incident.systems().stream().map(name -> system(name, knowledge)).toList();
  }

  private static SystemData system(SystemName name, KnowledgeBase knowledge) {
    SystemHistory history = knowledge.system(name);
    return new SystemData(history.name(), name.detail().orElse(null), history.slug());
  }

  private static List<FactData> impact(Incident incident) {
    return Stream.concat(
            incident.impactInShort().stream().map(text -> new FactData("Impact", text)),
            incident.impact().stream().map(fact -> new FactData(fact.name(), fact.text())))
        .toList();
  }

  static FixData fix(Incident incident) {
    return incident
        .solution()
        .map(fix ->
            new FixData(
                fix.text(), fix.source().id(), fix.anchor().isEmpty() ? null : fix.anchor()))
        .orElse(null);
  }

  private static ActionData action(ActionItem item) {
    return new ActionData(
        item.number(),
        item.priority().map(priority -> priority.name()).orElse(null),
        item.text(),
        item.owner().orElse(null),
        item.due().map(Object::toString).orElse(null),
        item.state().name().toLowerCase(Locale.ROOT),
        item.ticket().orElse(null),
        item.anchor());
  }

  private static RecurrenceData recurrence(Recurrence recurrence) {
    return new RecurrenceData(
        "insights.html#" + recurrence.anchor(),
        recurrence.incidents().stream().map(one -> one.id().value()).toList(),
        recurrence.systems(),
        recurrence.terms());
  }

  static List<RelationData> related(Incident incident, KnowledgeBase knowledge) {
    return knowledge.relations(incident.id()).stream()
        .map(relation -> {
          Optional<Incident> other = knowledge.incident(relation.id());
          return new RelationData(
              relation.id().value(),
              kind(relation),
              reason(relation),
              date(relation, other).map(Moment::date).orElse(null),
              other.isPresent());
        })
        .toList();
  }

  /// The date that the other report states, else the one that this report states for it.
  private static Optional<Moment> date(Relation relation, Optional<Incident> other) {
    return other
        .flatMap(Incident::date)
        .or(() ->
            relation instanceof Relation.Declared declared ? declared.date() : Optional.empty());
  }

  private static String kind(Relation relation) {
    return switch (relation) {
      case Relation.SameAs _ -> "same-as";
      case Relation.Declared _ -> "declared";
      case Relation.DeclaredBy _ -> "declared-by";
      case Relation.Mentions _ -> "mentions";
      case Relation.MentionedBy _ -> "mentioned-by";
      case Relation.Recurs _ -> "recurrence";
      case Relation.Similar _ -> "similar";
    };
  }

  private static String reason(Relation relation) {
    return switch (relation) {
      case Relation.Declared declared -> declared.reason().orElse(null);
      case Relation.DeclaredBy declared -> declared.reason().orElse(null);
      case Relation.Mentions mentions -> mentions.sentence();
      case Relation.MentionedBy mentioned -> mentioned.sentence();
      case Relation.SameAs _ -> "the same incident";
      case Relation.Recurs recurs -> recurs.isEarlier() ? "came back from it" : "came back as it";
      case Relation.Similar similar -> "shares: " + String.join(", ", similar.shared());
    };
  }

  private static String text(Optional<Moment> moment) {
    return moment.map(Moment::toString).orElse(null);
  }

  private static Long number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
