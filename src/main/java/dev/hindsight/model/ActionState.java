package dev.hindsight.model;

/// Whether an action item is still to be done. A report that does not say leaves it open.
public enum ActionState {
  OPEN,
  DONE,
  /// Decided against, or overtaken by events.
  DROPPED
}
