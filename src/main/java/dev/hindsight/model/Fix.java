package dev.hindsight.model;

import java.util.Locale;

/// What fixed an incident, in the words of its report.
///
/// @param text one line of plain text: a sentence, or a step with the words that introduce it
/// @param html the same, with its code as code
/// @param source where the report says so
/// @param anchor its anchor on the page; empty if it is in metadata or before the first heading
public record Fix(String text, Html html, Source source, String anchor) {

  /// The parts of a report that can say what fixed it, the surest first.
  public enum Source {
    /// A section about the resolution or mitigation.
    RESOLUTION,
    /// A field such as `Fix:`.
    FIELD,
    /// A sentence such as `It was resolved by restarting the pods`.
    SENTENCE,
    /// A timeline entry.
    TIMELINE,
    /// An action item that is done.
    ACTION;

    /// The source's name in data: `timeline`.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it is from a part that is not about the resolution alone.
  public boolean isDerived() {
    return source != Source.RESOLUTION && source != Source.FIELD;
  }

  Fix withAnchor(String other) {
    return new Fix(text, html, source, other);
  }
}
