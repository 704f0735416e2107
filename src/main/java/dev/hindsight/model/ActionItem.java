package dev.hindsight.model;

import java.time.LocalDate;
import java.util.Optional;

/// Something that was decided to be done. Its address within its page is [#anchor()].
///
/// @param number counted from 1 over the whole report
/// @param details what a table says of it in further columns, as plain text; `html` has it too
/// @param ticket the address of where it is tracked
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
    Place place) {

  /// `action-2`
  public String anchor() {
    return "action-" + number;
  }

  /// Whether it is still to be done.
  public boolean isOpen() {
    return state == ActionState.OPEN;
  }
}
