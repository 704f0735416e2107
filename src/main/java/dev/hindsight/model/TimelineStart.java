package dev.hindsight.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The start of an incident on its timeline, from which all its times are counted: the stated
/// start, else the first entry that is tagged as the beginning, else the first critical entry.
public final class TimelineStart {
  /// Tags that mark the beginning, the most certain first.
  private static final List<String> TAGS = List.of("began", "critical");

  /// `T+0:05` is relative to a start that the author knows.
  private static final Pattern ELAPSED = Pattern.compile("[Tt]\\s?(?:0|[+−-]).*");

  private TimelineStart() {}

  /// The minute of the start, counted like the minutes of the entries; empty if the report does not
  /// state it.
  public static OptionalLong of(Incident incident) {
    List<TimelineEntry> timeline = incident.timeline();
    if (timeline.stream().anyMatch(entry -> ELAPSED.matcher(entry.time()).matches())) {
      return OptionalLong.of(0);
    }
    OptionalLong stated =
        incident
            .phases()
            .started()
            .map(start -> minute(start, timeline))
            .orElse(OptionalLong.empty());
    return stated.isPresent()
        ? stated
        : TAGS.stream()
            .map(tag -> tagged(tag, timeline))
            .filter(OptionalLong::isPresent)
            .findFirst()
            .orElse(OptionalLong.empty());
  }

  /// The minute of a moment; empty unless the moment and an entry are known to the minute.
  public static OptionalLong minute(Moment moment, List<TimelineEntry> timeline) {
    Optional<TimelineEntry> entry =
        timeline.stream()
            .filter(one -> one.minutes().isPresent())
            .filter(one -> one.at().flatMap(Moment::time).isPresent())
            .findFirst();
    OptionalLong after =
        entry
            .flatMap(TimelineEntry::at)
            .map(at -> at.minutesUntil(moment))
            .orElse(OptionalLong.empty());
    return after.isPresent()
        ? OptionalLong.of(entry.get().minutes().getAsLong() + after.getAsLong())
        : after;
  }

  /// The minute of the first entry with a tag.
  public static OptionalLong tagged(String tag, List<TimelineEntry> timeline) {
    return timeline.stream()
        .filter(entry -> entry.tags().stream().anyMatch(one -> one.name().equalsIgnoreCase(tag)))
        .map(TimelineEntry::minutes)
        .findFirst()
        .orElse(OptionalLong.empty());
  }
}
