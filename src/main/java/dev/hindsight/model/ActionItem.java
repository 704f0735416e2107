package dev.hindsight.model;

import java.time.LocalDate;
import java.util.Optional;

/// An action item of a report.
///
/// @param number counted from 1 in the whole report
/// @param details other columns of a table, as plain text; `html` includes them
/// @param ticket the address of its ticket
/// @param anchor its anchor on the page: `action-2`
public record ActionItem(
    int number,
    Optional<Priority> priority,
    Html html,
    String text,
    String details,
    Optional<String> owner,
    Optional<LocalDate> due,
    ActionState state,
    Optional<String> ticket,
    String anchor,
    TextPosition place) {

  ActionItem withAnchor(String other) {
    return new ActionItem(
        number, priority, html, text, details, owner, due, state, ticket, other, place);
  }

  /// Whether it is still to be done.
  public boolean isOpen() {
    return state == ActionState.OPEN;
  }
}
