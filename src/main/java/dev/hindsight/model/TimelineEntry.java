package dev.hindsight.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An event in a timeline, in the order of the report.
///
/// @param time the time as written: `14:45`
/// @param at the time with its date, if the report states one
/// @param minutes since the first timeline entry with a time; continues past midnight
/// @param tags such as `critical`
/// @param html what happened
/// @param text the same as plain text
/// @param details other columns of a table, as plain text; `html` includes them
/// @param anchor its anchor on the page: `t-1445`
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
