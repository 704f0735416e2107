package dev.hindsight.page.chart;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import dev.hindsight.page.chart.TimeToState.Source;
import dev.hindsight.page.chart.TimeToState.State;
import dev.hindsight.page.message.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// How long something took, over all incidents that state it: a mark for each incident, or bars if
/// there are many, with the middle half and the median below. The scale is logarithmic, because
/// some take minutes and some take days.
///
/// @param count the number of incidents that state it
/// @param ofMetadata how many state it by times in metadata
/// @param ofDuration how many state it by a duration
/// @param all in five numbers; empty if there are too few incidents
/// @param bars a path, if there are too many incidents for marks
/// @param lower the start of the middle half; `upper` is its end
record Distribution(
    String title,
    int count,
    long ofMetadata,
    long ofDuration,
    Optional<Quartiles> all,
    List<Split> splits,
    double height,
    List<Dot> dots,
    String bars,
    double lower,
    double median,
    double upper) {
  /// With fewer incidents, a median says nothing.
  static final int FEWEST = 5;

  static final double WIDTH = 720;
  private static final int MOST_DOTS = 60;
  private static final double GAP = 16;
  private static final double TALLEST = 56;

  /// One incident.
  record Dot(Incident incident, int rank, String words, String mark) {}

  /// The incidents of one year or one severity.
  ///
  /// @param numbers empty if there are too few incidents
  record Split(String name, int count, Optional<Quartiles> numbers) {}

  /// The stated times to each state, the shortest first. Each incident is read once, because its
  /// timeline may have to be loaded.
  static Map<State, List<TimeToState>> known(Collection<Incident> incidents) {
    Map<State, List<TimeToState>> known = new EnumMap<>(State.class);
    for (State state : State.values()) {
      known.put(state, new ArrayList<>());
    }
    incidents.forEach(incident ->
        known.forEach((state, all) -> TimeToState.until(state, incident).ifPresent(all::add)));
    known
        .values()
        .forEach(all ->
            all.sort(
                Comparator.comparingLong(TimeToState::minutes)
                    .thenComparing(one -> one.incident().id())));
    return known;
  }

  /// @param known the shortest first
  static Distribution of(
      State state, List<TimeToState> known, MinuteScale scale, Messages messages) {
    Optional<Quartiles> all = numbers(known);
    List<Dot> dots =
        all.isEmpty() || known.size() > MOST_DOTS ? List.of() : dots(known, scale, messages);
    double tall = dots.isEmpty() ? TALLEST : deepest(known, scale) * GAP;
    return new Distribution(
        state.title(messages),
        known.size(),
        count(known, Source.METADATA),
        count(known, Source.DURATION),
        all,
        splits(known),
        tall,
        dots,
        all.isPresent() && dots.isEmpty() ? bars(known, scale) : "",
        all.map(one -> scale.x(one.lower())).orElse(0.0),
        all.map(one -> scale.x(one.median())).orElse(0.0),
        all.map(one -> scale.x(one.upper())).orElse(0.0));
  }

  private static long count(List<TimeToState> known, Source source) {
    return known.stream().filter(one -> one.source() == source).count();
  }

  private static Optional<Quartiles> numbers(List<TimeToState> some) {
    return some.size() < FEWEST
        ? Optional.empty()
        : Optional.of(Quartiles.of(some.stream().map(TimeToState::minutes).toList()));
  }

  /// The number of incidents that state it by tags in the timeline.
  public long ofTimeline() {
    return count - ofMetadata - ofDuration;
  }

  public String viewBox() {
    return Svg.path("0 0 # #", WIDTH, height + 48);
  }

  /// The width of the middle half, but wide enough to be visible.
  public double half() {
    return Svg.round(Math.max(2, upper - lower));
  }

  /// By severity, the worst first, and by year, the newest first.
  private static List<Split> splits(List<TimeToState> known) {
    List<Split> splits = new ArrayList<>();
    splits.addAll(
        split(
            known,
            one -> one.incident().severity().map(Severity::rank),
            one -> one.incident().severity().orElseThrow().name(),
            Comparator.naturalOrder()));
    splits.addAll(
        split(
            known,
            one -> one.incident().date().map(Moment::year),
            one -> String.valueOf(one.incident().date().orElseThrow().year()),
            Comparator.reverseOrder()));
    return splits;
  }

  private static List<Split> split(
      List<TimeToState> known,
      Function<TimeToState, Optional<Integer>> key,
      Function<TimeToState, String> name,
      Comparator<Integer> order) {
    Map<Integer, List<TimeToState>> parts = new TreeMap<>(order);
    known.forEach(one ->
        key.apply(one)
            .ifPresent(part -> parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(one)));
    return parts.values().stream()
        .map(part -> new Split(name.apply(part.getFirst()), part.size(), numbers(part)))
        .toList();
  }

  /// Stacks marks of about the same duration.
  private static List<Dot> dots(List<TimeToState> known, MinuteScale scale, Messages messages) {
    double base = deepest(known, scale) * GAP - GAP / 2;
    int[] heights = new int[scale.columns(GAP)];
    List<Dot> dots = new ArrayList<>();
    for (TimeToState one : known) {
      int column = scale.column(one.minutes(), GAP);
      double y = base - heights[column]++ * GAP;
      ChartIncident subject = ChartIncident.of(one.incident(), messages);
      dots.add(
          new Dot(
              one.incident(),
              subject.rank(),
              messages.text(
                  "chart.incident-length", subject.words(), messages.times().length(one.minutes())),
              IncidentMark.mark(subject.rank(), MinuteScale.LEFT + (column + 0.5) * GAP, y)));
    }
    return dots;
  }

  private static int deepest(List<TimeToState> known, MinuteScale scale) {
    int[] heights = new int[scale.columns(GAP)];
    int deepest = 1;
    for (TimeToState one : known) {
      deepest = Math.max(deepest, ++heights[scale.column(one.minutes(), GAP)]);
    }
    return deepest;
  }

  private static String bars(List<TimeToState> known, MinuteScale scale) {
    double wide = GAP / 2;
    int[] counts = new int[scale.columns(wide)];
    int most = 1;
    for (TimeToState one : known) {
      most = Math.max(most, ++counts[scale.column(one.minutes(), wide)]);
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double tall = Math.max(1, TALLEST * counts[i] / most);
        path.append(Svg.path("M# #v#", MinuteScale.LEFT + (i + 0.5) * wide, TALLEST, -tall));
      }
    }
    return path.toString();
  }
}
