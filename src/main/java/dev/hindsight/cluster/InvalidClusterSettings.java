package dev.hindsight.cluster;

/// The settings are wrong, whatever the cluster responds.
public final class InvalidClusterSettings extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidClusterSettings(String message) {
    super(message);
  }
}
