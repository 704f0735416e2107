package dev.hindsight.site.config;

import java.util.List;
import java.util.Optional;

/// Reads the key `search`.
final class ClusterReader {
  private final ConfigValues values;

  ClusterReader(ConfigValues values) {
    this.values = values;
  }

  /// The cluster, if the site uses one instead of its own index.
  Optional<ClusterConfig> read(YamlValue value) {
    YamlValue.Entries search = values.entries(value, "search", List.of("backend", "url", "index"));
    Optional<YamlValue> backend = search.get("backend");
    String name = backend.map(one -> values.text(one, "search.backend")).orElse("static");
    if (!List.of("static", "opensearch").contains(name)) {
      values.bad(
          backend.get(),
          "search.backend: unknown backend '" + name + "'",
          "use static (the site's own index) or opensearch");
    }
    Optional<String> url = search.get("url").flatMap(one -> url(one));
    String index = search.get("index").map(one -> indexName(one)).orElse("incidents");
    if (name.equals("opensearch") && search.get("url").isEmpty()) {
      values.bad(
          value, "search: opensearch needs a `url`", "add `url: https://search.example.com`");
    }
    return url.filter(_ -> name.equals("opensearch")).map(one -> new ClusterConfig(one, index));
  }

  /// Checks strictly, because the address becomes part of a content security policy, where spaces
  /// and punctuation have a meaning.
  private Optional<String> url(YamlValue value) {
    String address = values.text(value, "search.url");
    if (!address.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*/?")) {
      values.bad(
          value,
          "search.url: invalid cluster URL '" + address + "'",
          "use a URL such as https://search.example.com:9200, without a password");
      return Optional.empty();
    }
    return Optional.of(address.replaceAll("/$", ""));
  }

  private String indexName(YamlValue value) {
    String name = values.text(value, "search.index");
    if (!name.matches("[a-z0-9][a-z0-9._-]*")) {
      values.bad(
          value,
          "search.index: invalid index name '" + name + "'",
          "use lower-case letters, digits, '-', '_' and '.', beginning with a letter or digit");
    }
    return name;
  }
}
