package dev.hindsight.model;

/// One step of the resolution.
///
/// @param number counted from 1 in the whole report
/// @param anchor its anchor on the page, for links from runbooks: `step-2`
public record ResolutionStep(int number, Html html, String text, String anchor) {

  ResolutionStep withAnchor(String other) {
    return new ResolutionStep(number, html, text, other);
  }
}
