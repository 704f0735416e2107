package dev.hindsight.model;

import java.time.LocalDate;
import java.util.Optional;

/// Something that was decided to be done.
///
/// @param number counted from 1 over the whole report
/// @param details what a table says of it in further columns, as plain text; `html` has it too
/// @param ticket the address of where it is tracked
/// @param anchor its address within its page: `action-2`
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
