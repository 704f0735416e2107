package dev.hindsight.model;

/// One measure of the damage: `Users Affected` and what the report says of it.
public record ImpactFact(String name, Html html, String text) {
  /// What can be taken in at a glance is no longer.
  private static final int SHORT = 32;

  /// Whether it is a figure rather than an account: short, with a number in it.
  public boolean isFigure() {
    return text.length() <= SHORT && text.chars().anyMatch(Character::isDigit);
  }
}
