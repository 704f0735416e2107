package dev.hindsight.model;

/// One measure of the impact: `Users Affected` and its value.
public record ImpactFact(String name, Html html, String text) {
  /// A longer value cannot be read at a glance.
  private static final int SHORT = 32;

  /// Whether it is a figure and not a sentence: short, with a number in it.
  public boolean isFigure() {
    return text.length() <= SHORT && text.chars().anyMatch(Character::isDigit);
  }
}
