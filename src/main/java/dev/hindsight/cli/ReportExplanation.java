package dev.hindsight.cli;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Block;
import dev.hindsight.model.Fix;
import dev.hindsight.model.Incident;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.TextPosition;
import dev.hindsight.model.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Describes what Hindsight recognized in one report, section by section, and what it did not.
final class ReportExplanation {
  private static final int WIDEST = 100;

  private static final Map<Fix.Source, String> SOURCES =
      Map.of(
          Fix.Source.SENTENCE, "a sentence",
          Fix.Source.TIMELINE, "the timeline",
          Fix.Source.ACTION, "an action item");

  private final List<String> lines = new ArrayList<>();

  private ReportExplanation() {}

  /// The lines to print.
  ///
  /// @param conventions what was learned from all reports
  static List<String> of(Incident incident, List<String> conventions) {
    ReportExplanation explanation = new ReportExplanation();
    explanation.facts(incident);
    explanation.parts(incident);
    explanation.sections(incident);
    explanation.conventions(conventions);
    return explanation.lines;
  }

  private void facts(Incident incident) {
    line("report", Optional.of(incident.source()));
    line("id", Optional.of(incident.id().value()));
    line("title", Optional.of(incident.title()));
    line(
        "date",
        incident
            .date()
            .map(Moment::toString)
            .map(date -> date + derived(incident.isDateDerived()) + place(incident, "date")));
    Milestones phases = incident.phases();
    line("started", moment(phases.started(), incident, Incident.Derived.STARTED, "started"));
    line("resolved", moment(phases.resolved(), incident, Incident.Derived.RESOLVED, "resolved"));
    line(
        "severity",
        incident
            .severity()
            .map(severity ->
                severity.name()
                    + (severity.isReworded() ? ", written '" + severity.written() + "'" : "")
                    + place(incident, "severity")));
    line("status", incident.status().map(status -> status + place(incident, "status")));
    boolean isDerived = incident.derived().contains(Incident.Derived.DURATION);
    line(
        "duration",
        incident.duration().isPresent()
            ? Optional.of(
                incident.duration().getAsLong()
                    + " minutes"
                    + derived(isDerived)
                    + place(incident, "duration"))
            : Optional.empty());
  }

  private static Optional<String> moment(
      Optional<Moment> moment, Incident incident, Incident.Derived kind, String key) {
    return moment.map(at -> at + derived(incident.derived().contains(kind)) + place(incident, key));
  }

  private static String derived(boolean isDerived) {
    return isDerived ? " (derived)" : "";
  }

  /// ` (line 4)`; empty if the value does not come from a key.
  private static String place(Incident incident, String key) {
    TextPosition place = incident.places().get(key);
    return place == null ? "" : " (line " + place.line() + ")";
  }

  private void parts(Incident incident) {
    line("summary", Optional.of(incident.summary()).filter(text -> !text.isBlank()));
    line("systems", joined(incident.systems().stream().map(SystemName::name).toList()));
    long untimed = incident.timeline().stream().filter(entry -> entry.minutes().isEmpty()).count();
    line(
        "timeline",
        count(incident.timeline().size(), "entry", "entries")
            .map(text -> text + (untimed == 0 ? "" : ", " + untimed + " without a time of day")));
    line(
        "root cause", Optional.of(incident.text(SectionKind.ROOT_CAUSE)).filter(t -> !t.isBlank()));
    line(
        "impact",
        incident
            .impactInShort()
            .map(text -> text + place(incident, "impact"))
            .or(() ->
                Optional.of(incident.text(SectionKind.IMPACT)).filter(text -> !text.isBlank())));
    line(
        "fix",
        incident
            .solution()
            .map(fix ->
                fix.text() + (fix.isDerived() ? " (from " + SOURCES.get(fix.source()) + ")" : "")));
    long done = incident.actionItems().stream().filter(item -> !item.isOpen()).count();
    line(
        "actions",
        count(incident.actionItems().size(), "item", "items")
            .map(text -> text + ", " + done + " done"));
    line(
        "owners",
        joined(
            incident.actionItems().stream()
                .map(ActionItem::owner)
                .flatMap(Optional::stream)
                .distinct()
                .toList()));
    line(
        "related",
        joined(incident.declared().stream().map(related -> related.id().value()).toList()));
  }

  private void sections(Incident incident) {
    lines.add("");
    lines.add("Sections:");
    for (Section section : incident.sections()) {
      String name = section.heading().isEmpty() ? "(before the first heading)" : section.heading();
      String kind =
          section.kind() == SectionKind.OTHER ? "unknown, shown as written" : section.kind().id();
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s%s: %s%s",
              "  ".repeat(section.level() - 2),
              cut(name),
              kind,
              contents(section)));
    }
  }

  private void conventions(List<String> conventions) {
    if (!conventions.isEmpty()) {
      lines.add("");
      lines.add("Learned from all reports:");
      conventions.forEach(reason -> lines.add("  " + reason));
    }
  }

  private static String contents(Section section) {
    List<String> facts =
        section.blocks().stream()
            .map(ReportExplanation::content)
            .filter(text -> !text.isEmpty())
            .toList();
    long words =
        section.blocks().stream()
            .filter(block -> block instanceof Block.Prose)
            .mapToLong(block -> ((Block.Prose) block).text().split("\\s+").length)
            .sum();
    String prose = words == 0 ? "" : ", " + words + (words == 1 ? " word" : " words") + " of prose";
    return (facts.isEmpty() ? "" : ", " + String.join(", ", facts)) + prose;
  }

  private static String content(Block block) {
    return switch (block) {
      case Block.Prose _ -> "";
      case Block.Metadata _ -> "metadata";
      case Block.Systems systems -> systems.systems().size() + " systems";
      case Block.Timeline timeline -> timeline.entries().size() + " entries";
      case Block.Impact impact -> impact.facts().size() + " facts";
      case Block.Steps steps -> steps.steps().size() + " steps";
      case Block.Actions actions -> actions.items().size() + " actions";
      case Block.Related related -> related.incidents().size() + " related";
    };
  }

  private static Optional<String> joined(List<String> words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private static Optional<String> count(int count, String one, String many) {
    return count == 0 ? Optional.empty() : Optional.of(count + " " + (count == 1 ? one : many));
  }

  private void line(String name, Optional<String> value) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%-11s %s",
            name,
            value.map(ReportExplanation::cut).orElse("– not found")));
  }

  private static String cut(String text) {
    String line = Whitespace.collapse(text).strip();
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST) + " …";
  }
}
