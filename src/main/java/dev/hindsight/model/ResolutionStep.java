package dev.hindsight.model;

/// One step of what fixed it.
///
/// @param number counted from 1 over the whole report
/// @param anchor its address within its page, which runbooks link to: `step-2`
public record ResolutionStep(int number, Html html, String text, String anchor) {

  ResolutionStep withAnchor(String other) {
    return new ResolutionStep(number, html, text, other);
  }
}
