package dev.hindsight.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One thing that happened, in the order of the report.
///
/// @param time the time as written: `14:45`
/// @param at the same with its day, where the report gives one
/// @param minutes since the first entry of the timeline that has a time; past midnight it goes on
/// @param tags such as `critical`
/// @param html what happened
/// @param text the same as plain text
/// @param details what a table says of it in further columns, as plain text; `html` has it too
/// @param anchor the address of the entry within its page: `t-1445`
public record TimelineEntry(
    String time,
    Optional<Moment> at,
    OptionalLong minutes,
    List<TimelineTag> tags,
    Html html,
    String text,
    String details,
    String anchor,
    TextPosition place) {

  public TimelineEntry {
    tags = List.copyOf(tags);
  }

  TimelineEntry withAnchor(String other) {
    return new TimelineEntry(time, at, minutes, tags, html, text, details, other, place);
  }
}
