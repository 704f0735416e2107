package dev.hindsight.cluster;

/// What was asked for cannot be right, whatever the cluster says.
public final class Misuse extends Exception {
  private static final long serialVersionUID = 1L;

  Misuse(String message) {
    super(message);
  }
}
