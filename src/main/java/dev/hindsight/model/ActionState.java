package dev.hindsight.model;

/// Whether an action item is still to be done. If a report does not say, it is open.
public enum ActionState {
  OPEN,
  DONE,
  /// Decided against, or overtaken by events.
  DROPPED
}
