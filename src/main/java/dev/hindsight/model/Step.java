package dev.hindsight.model;

/// One step of what fixed it. Its address within its page is [#anchor()], which runbooks link to.
///
/// @param number counted from 1 over the whole report
public record Step(int number, Html html, String text) {

  /// `step-2`
  public String anchor() {
    return "step-" + number;
  }
}
