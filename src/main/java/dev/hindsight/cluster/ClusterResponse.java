package dev.hindsight.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the cluster said.
///
/// @param body maps, lists, texts and numbers; an empty map where it was no JSON
record ClusterResponse(int status, Object body) {

  boolean isGood() {
    return status / 100 == 2;
  }

  /// What stands in objects within objects.
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

  /// What kind of error it is, such as `resource_already_exists_exception`.
  String error() {
    return at("error", "type").map(Object::toString).orElse("");
  }

  /// What went wrong, in the cluster's words.
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
