package dev.hindsight.cluster;

/// The cluster did not do what it was asked: it cannot be reached, does not let us in, or is full.
/// Its message is for people, and has no secret in it.
public final class ClusterException extends Exception {
  private static final long serialVersionUID = 1L;

  ClusterException(String message) {
    super(message);
  }
}
