package dev.hindsight.start;

import dev.hindsight.model.Block;
import dev.hindsight.model.Incident;
import dev.hindsight.model.Moment;
import dev.hindsight.model.SectionKind;
import dev.hindsight.pipeline.ReportCollection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// How much of a reports folder was recognized, in numbers.
///
/// @param reports the number of reports
/// @param first and last: the dates of the oldest and the newest report
/// @param parts what reports state, and how many of them
public record CollectionSummary(
    int reports, Optional<String> first, Optional<String> last, List<Part> parts) {

  /// Something that reports state.
  ///
  /// @param reports how many state it in a recognized form
  /// @param detail the total amount; empty if it is not useful
  public record Part(String name, int reports, String detail) {}

  public CollectionSummary {
    parts = List.copyOf(parts);
  }

  /// Summarizes reports that were read.
  static CollectionSummary at(ReportCollection survey) {
    List<Incident> incidents = survey.knowledge().incidents();
    List<Moment> dates = incidents.stream().flatMap(one -> one.date().stream()).sorted().toList();
    return new CollectionSummary(
        incidents.size(),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.getFirst().date()),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.getLast().date()),
        List.of(
            part("date", incidents, one -> one.date().isPresent(), ""),
            part("severity", incidents, one -> one.severity().isPresent(), ""),
            part(
                "systems",
                incidents,
                one -> !one.systems().isEmpty(),
                counted(
                    survey.knowledge().systems().stream()
                        .filter(system -> !system.incidents().isEmpty())
                        .count(),
                    "system",
                    "systems")),
            part("summary", incidents, one -> !one.summary().isEmpty(), ""),
            part(
                "timeline",
                incidents,
                one -> blocks(one, Block.Timeline.class).findAny().isPresent(),
                counted(
                    all(incidents, Block.Timeline.class, block -> block.entries().size()),
                    "entry",
                    "entries")),
            part("root cause", incidents, one -> has(one, SectionKind.ROOT_CAUSE), ""),
            part("impact", incidents, one -> has(one, SectionKind.IMPACT), ""),
            part(
                "resolution",
                incidents,
                one -> has(one, SectionKind.RESOLUTION) || has(one, SectionKind.MITIGATION),
                ""),
            part(
                "action items",
                incidents,
                one -> blocks(one, Block.Actions.class).findAny().isPresent(),
                counted(
                    all(incidents, Block.Actions.class, block -> block.items().size()),
                    "item",
                    "items"))));
  }

  private static Part part(
      String name, List<Incident> incidents, Predicate<Incident> says, String detail) {
    int count = (int) incidents.stream().filter(says).count();
    return new Part(name, count, count == 0 ? "" : detail);
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static boolean has(Incident incident, SectionKind kind) {
    return incident.sections(kind).findAny().isPresent();
  }

  private static <B extends Block> Stream<B> blocks(Incident incident, Class<B> type) {
    return incident.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static <B extends Block> int all(
      List<Incident> incidents, Class<B> type, ToIntFunction<B> size) {
    return incidents.stream().flatMap(one -> blocks(one, type)).mapToInt(size).sum();
  }
}
