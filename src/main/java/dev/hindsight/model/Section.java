package dev.hindsight.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The content of a report under one heading.
///
/// @param kinds its meaning; more than one for `Root Cause and Resolution`
/// @param heading as written; empty for the text before the first heading
/// @param title the heading with its markup
/// @param level of the heading on the page, 2 to 6
/// @param anchor unique on its page
public record Section(
    List<SectionKind> kinds,
    String heading,
    Html title,
    int level,
    String anchor,
    List<Block> blocks) {

  public Section {
    kinds = List.copyOf(kinds);
    blocks = List.copyOf(blocks);
  }

  Section withAnchors(Map<String, String> kept) {
    return new Section(
        kinds,
        heading,
        title,
        level,
        kept.getOrDefault(anchor, anchor),
        blocks.stream().map(block -> block.withAnchors(kept)).toList());
  }

  /// Its main kind.
  public SectionKind kind() {
    return kinds.getFirst();
  }

  /// The section's text without its heading.
  public String text() {
    return blocks.stream().map(Section::textOf).collect(Collectors.joining("\n\n"));
  }

  /// The section's text except facts.
  public String prose() {
    return blocks.stream()
        .filter(Block.Prose.class::isInstance)
        .map(Section::textOf)
        .collect(Collectors.joining("\n\n"));
  }

  private static String textOf(Block block) {
    return switch (block) {
      case Block.Prose prose -> prose.text();
      case Block.Metadata metadata -> metadata.text();
      case Block.Systems systems ->
          lines(
              systems.systems(),
              system ->
                  system.name().name()
                      + system.name().detail().map(detail -> " (" + detail + ")").orElse(""));
      case Block.Timeline timeline ->
          header(timeline.header())
              + lines(
                  timeline.entries(),
                  entry ->
                      entry.time()
                          + " "
                          + entry.text()
                          + details(entry.details())
                          + entry.tags().stream()
                              .map(tag -> " [" + tag.name() + "]")
                              .collect(Collectors.joining()));
      case Block.Impact impact -> lines(impact.facts(), fact -> fact.name() + ": " + fact.text());
      case Block.Steps steps -> lines(steps.steps(), ResolutionStep::text);
      case Block.Actions actions ->
          header(actions.header())
              + lines(
                  actions.items(),
                  item ->
                      item.priority().map(priority -> "[" + priority.name() + "] ").orElse("")
                          + item.text()
                          + details(item.details())
                          + item.owner().map(owner -> " (" + owner + ")").orElse(""));
      case Block.Related related ->
          lines(
              related.incidents(),
              incident ->
                  incident.id()
                      + incident.reason().map(reason -> " - " + reason).orElse("")
                      + incident.date().map(date -> " (" + date + ")").orElse(""));
    };
  }

  private static String details(String words) {
    return words.isEmpty() ? "" : " " + words;
  }

  private static String header(List<String> columns) {
    return columns.isEmpty() ? "" : String.join(" ", columns) + "\n";
  }

  private static <T> String lines(List<T> items, java.util.function.Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining("\n"));
  }
}
