package dev.hindsight.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A response of the cluster.
///
/// @param body maps, lists, texts and numbers; an empty map if it was not JSON
record ClusterResponse(int status, Object body) {

  boolean isGood() {
    return status / 100 == 2;
  }

  /// The value at a path of keys.
  Optional<Object> at(String... path) {
    return at(body, path);
  }

  static Optional<Object> at(Object value, String... path) {
    Object here = value;
    for (String key : path) {
      here = here instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return Optional.ofNullable(here);
  }

  /// The entries of a list.
  List<?> list(String... path) {
    return at(path).filter(List.class::isInstance).map(list -> (List<?>) list).orElse(List.of());
  }

  long number(String... path) {
    return at(path).filter(Number.class::isInstance).map(n -> ((Number) n).longValue()).orElse(-1L);
  }

  /// The type of the error, such as `resource_already_exists_exception`.
  String error() {
    return at("error", "type").map(Object::toString).orElse("");
  }

  /// The reason of the error, in the cluster's words.
  String reason() {
    return at("error", "reason")
        .or(() -> at("error"))
        .map(Object::toString)
        .orElse("status " + status);
  }

  /// Whether the cluster accepts no writes until somebody intervenes: usually its disk is full.
  boolean isBlocked() {
    return isBlock(error(), reason());
  }

  static boolean isBlock(String error, String reason) {
    return error.endsWith("block_exception") && !reason.contains("SERVICE_UNAVAILABLE");
  }
}
