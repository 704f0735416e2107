package dev.hindsight.model;

/// One step of what fixed it.
///
/// @param number counted from 1 over the whole report
/// @param anchor its address within its page, which runbooks link to: `step-2`
public record Step(int number, Html html, String text, String anchor) {

  Step withAnchor(String other) {
    return new Step(number, html, text, other);
  }
}
