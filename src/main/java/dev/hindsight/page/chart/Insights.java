package dev.hindsight.page.chart;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Gaps;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.chart.StackedBars.DatedCount;
import dev.hindsight.page.chart.StackedBars.SeriesName;
import dev.hindsight.page.chart.TimeToState.State;
import dev.hindsight.page.message.Messages;
import dev.hindsight.site.config.LevelScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Numbers about all reports together.
///
/// @param months the number of incidents, stacked by severity
/// @param undrawn how many of them have no month
/// @param systems with the most incidents, the most first
/// @param systemsLeft how many more systems have incidents
/// @param times to detect, mitigate and resolve
/// @param ticks of the scale of times
/// @param actions the number of action items by the quarter of their incident, stacked by state
/// @param undrawnActions how many of them have no quarter
/// @param gaps what reports do not state
public record Insights(
    Optional<StackedBars> months,
    int undrawn,
    List<SystemHistory> systems,
    int systemsLeft,
    List<Distribution> times,
    List<MinuteScale.Tick> ticks,
    Optional<StackedBars> actions,
    int undrawnActions,
    List<Gap> gaps) {
  private static final int MOST_SYSTEMS = 15;

  /// Something that reports do not state.
  ///
  /// @param name for its anchor: `root-cause`
  /// @param what `No root cause`
  /// @param hint how to state it
  /// @param total how many reports or open action items could state it
  record Gap(String name, String what, String hint, List<Missing> missing, int total) {
    private static final int SHOWN = 20;
    private static final int FOLDED = 500;

    public List<Missing> shown() {
      return missing.subList(0, Math.min(SHOWN, missing.size()));
    }

    public List<Missing> folded() {
      return missing.subList(shown().size(), Math.min(FOLDED, missing.size()));
    }

    /// How many are not listed.
    public int left() {
      return missing.size() - shown().size() - folded().size();
    }
  }

  /// A report that does not state it.
  ///
  /// @param anchor where to add it, with `#`; may be empty
  record Missing(Incident incident, String anchor, String words) {}

  /// @param gaps of these incidents
  public static Insights of(
      KnowledgeBase knowledge, LevelScale severities, Gaps gaps, Messages messages) {
    List<Incident> incidents = knowledge.incidents();
    List<SystemHistory> systems =
        knowledge.systems().stream()
            .filter(system -> !system.incidents().isEmpty())
            .sorted(SystemLanes.MOST_INCIDENTS)
            .toList();
    Optional<StackedBars> months =
        StackedBars.of(
            severities(incidents, severities),
            names(severities, messages),
            StackedBars.Unit.INCIDENT,
            messages);
    Optional<StackedBars> quarters =
        StackedBars.of(
            actions(incidents),
            Stream.of("open", "done", "dropped")
                .map(state -> new SeriesName(messages.text("insights-words." + state), state))
                .toList(),
            StackedBars.Unit.ACTION,
            messages);
    Map<State, List<TimeToState>> known = Distribution.known(incidents);
    MinuteScale scale = MinuteScale.of(known.values());
    return new Insights(
        months,
        incidents.size() - months.map(StackedBars::total).orElse(0),
        systems.stream().limit(MOST_SYSTEMS).toList(),
        Math.max(0, systems.size() - MOST_SYSTEMS),
        known.entrySet().stream()
            .map(one -> Distribution.of(one.getKey(), one.getValue(), scale, messages))
            .toList(),
        scale.ticks(messages),
        quarters,
        actionsOf(incidents) - quarters.map(StackedBars::total).orElse(0),
        gaps.list().stream().map(gap -> gap(gap, messages)).toList());
  }

  private static int actionsOf(List<Incident> incidents) {
    return incidents.stream().mapToInt(incident -> incident.actionItems().size()).sum();
  }

  /// The worst severity first, then unknown severities and no severity.
  private static List<SeriesName> names(LevelScale severities, Messages messages) {
    List<SeriesName> names = new ArrayList<>();
    for (LevelScale.Level level : severities.levels()) {
      names.add(new SeriesName(level.name(), String.valueOf(names.size() + 1)));
    }
    names.add(new SeriesName(messages.text("insights-words.other-severity"), "off"));
    names.add(new SeriesName(messages.text("chart.no-severity"), "none"));
    return names;
  }

  private static List<DatedCount> severities(List<Incident> incidents, LevelScale severities) {
    int levels = severities.levels().size();
    return incidents.stream()
        .filter(incident -> incident.date().isPresent())
        .map(incident ->
            new DatedCount(
                incident.date().orElseThrow(),
                incident
                    .severity()
                    .map(severity -> Math.min(severity.rank() - 1, levels))
                    .orElse(levels + 1)))
        .toList();
  }

  private static List<DatedCount> actions(List<Incident> incidents) {
    return incidents.stream()
        .filter(incident -> incident.date().isPresent())
        .flatMap(incident ->
            incident.actionItems().stream()
                .map(item -> new DatedCount(incident.date().orElseThrow(), item.state().ordinal())))
        .toList();
  }

  private static Gap gap(Gaps.Gap gap, Messages messages) {
    String name =
        switch (gap.kind()) {
          case OWNER -> "owner";
          case DUE_DATE -> "due-date";
          case FIX -> "fix";
          case ROOT_CAUSE -> "root-cause";
          case SEVERITY -> "severity";
          case SYSTEMS -> "systems";
          case DATE -> "date";
        };
    String key = "insights-words.gap." + name;
    return new Gap(
        name,
        messages.text(key),
        messages.text(key + "-hint"),
        gap.missing().stream().map(Insights::missing).toList(),
        gap.total());
  }

  private static Missing missing(Gaps.Missing missing) {
    return new Missing(
        missing.incident(),
        missing.action().map(item -> "#" + item.anchor()).orElse(""),
        missing.action().map(ActionItem::text).orElse(missing.incident().title()));
  }

  /// The number of incidents of the system with the most.
  public int mostOfASystem() {
    return systems.isEmpty() ? 0 : systems.getFirst().incidents().size();
  }
}
