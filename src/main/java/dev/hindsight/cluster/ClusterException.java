package dev.hindsight.cluster;

/// The cluster did not do what it was asked: it cannot be reached, denies access, or is full. The
/// message is for people and contains no secret.
public final class ClusterException extends Exception {
  private static final long serialVersionUID = 1L;

  ClusterException(String message) {
    super(message);
  }
}
