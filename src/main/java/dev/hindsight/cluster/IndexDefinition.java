package dev.hindsight.cluster;

import dev.hindsight.search.export.ClusterDocuments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Settings and mappings of the index. Terms are already analyzed, so the cluster only splits them
/// at separators. A line is a position, and terms separated by tabs share one. So compounds and
/// humps do not count as length, as in the site's own index.
final class IndexDefinition {
  private static final String TERMS = "hindsight_terms";
  private static final String TYPED = "hindsight_typed";

  /// Longer values are only found by their words; the engine allows 32,766 bytes.
  private static final int LONGEST_VALUE = 8_000;

  private IndexDefinition() {}

  static Object all() {
    return sorted(Map.of("settings", settings(), "mappings", mappings()));
  }

  private static Map<String, Object> settings() {
    return Map.of(
        // Rarity is counted within a shard. With one shard, all incidents count.
        "number_of_shards",
        1,
        "auto_expand_replicas",
        "0-1",
        // Nobody reads the index before it is complete.
        "refresh_interval",
        "-1",
        "similarity",
        Map.of("default", Map.of("type", "BM25", "k1", 1.2, "b", 0.75)),
        "analysis",
        analysis());
  }

  private static Map<String, Object> analysis() {
    return Map.of(
        "tokenizer",
        Map.of(
            "hindsight_places",
            Map.of(
                "type",
                "char_group",
                "tokenize_on_chars",
                List.of("\n"),
                "max_token_length",
                4096)),
        "filter",
        Map.of(
            "hindsight_place",
            Map.of(
                "type",
                "pattern_capture",
                "preserve_original",
                false,
                "patterns",
                List.of("([^\t]+)"))),
        "analyzer",
        Map.of(
            TERMS,
                Map.of(
                    "type",
                    "custom",
                    "tokenizer",
                    "hindsight_places",
                    "filter",
                    List.of("hindsight_place")),
            TYPED,
                Map.of(
                    "type",
                    "custom",
                    "tokenizer",
                    "standard",
                    "filter",
                    List.of("lowercase", "asciifolding", "porter_stem"))));
  }

  private static Map<String, Object> mappings() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("number", Map.of("type", "integer"));
    properties.put("rank", Map.of("type", "integer"));
    properties.put("lasted", Map.of("type", "long"));
    properties.put("card", Map.of("type", "object", "enabled", false));
    ClusterDocuments.columns().forEach(column -> properties.put(column, keyword()));
    properties.put("bare", bare());
    properties.put("terms", Map.of("properties", words()));
    return Map.of(
        "dynamic",
        false,
        "_source",
        Map.of("excludes", List.of("terms", "bare")),
        "properties",
        properties);
  }

  private static Map<String, Object> bare() {
    Map<String, Object> bare = new LinkedHashMap<>();
    for (String column : List.of("system", "severity", "status", "tag", "owner", "id")) {
      bare.put(column, keyword());
    }
    return Map.of("properties", bare);
  }

  /// Other programs use `match`, which analyzes words nearly like Hindsight. Only compounds and
  /// humps are missing.
  private static Map<String, Object> words() {
    Map<String, Object> words = new LinkedHashMap<>();
    for (ClusterDocuments.WordField field : ClusterDocuments.wordFields()) {
      words.put(
          field.name(),
          Map.of(
              "type",
              "text",
              "analyzer",
              TERMS,
              "search_analyzer",
              TYPED,
              "index_options",
              field.hasPlaces() ? "positions" : "freqs"));
    }
    return words;
  }

  private static Map<String, Object> keyword() {
    return Map.of("type", "keyword", "ignore_above", LONGEST_VALUE);
  }

  /// Sorted, because `Map.of` has a different order in every run.
  private static Object sorted(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, one) -> sorted.put(key.toString(), sorted(one)));
    return sorted;
  }
}
