package dev.hindsight.cluster;

/// What was asked for cannot be right, whatever the cluster says.
public final class InvalidClusterSettings extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidClusterSettings(String message) {
    super(message);
  }
}
