package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a site can say of the cluster that its search page asks.
class ClusterConfigTest {
  private static ConfigReader.Outcome read(String... lines) {
    return ConfigReader.read("site-config.yml", "search:\n  " + String.join("\n  ", lines) + "\n");
  }

  private static Optional<ClusterConfig> cluster(String... lines) {
    return read(lines).config().orElseThrow().cluster();
  }

  @Test
  void itHasAnAddressAndAName() {
    ClusterConfig cluster =
        cluster("backend: opensearch", "url: https://example.com:9200/search/", "index: inc")
            .orElseThrow();
    assertEquals(new ClusterConfig("https://example.com:9200/search", "inc"), cluster);
    assertEquals("https://example.com:9200", cluster.origin());
    assertEquals(
        "incidents",
        cluster("backend: opensearch", "url: https://example.com").orElseThrow().index());
  }

  @Test
  void withoutBackendTheSiteSearchesByItself() {
    assertEquals(Optional.empty(), cluster("url: https://example.com"));
    assertEquals(Optional.empty(), cluster("backend: static"));
    assertEquals("", ConfigReader.read("c", "").config().orElseThrow().otherOrigins());
  }

  /// What stands in the policy must not be able to say more than an origin.
  @Test
  void refusesAnAddressWithAnythingExtra() {
    for (String url :
        List.of(
            "https://me:secret@example.com",
            "'https://example.com; script-src *'",
            "https://example.com*",
            "https://example.com/?q=1",
            "javascript:alert(1)",
            "example.com:9200")) {
      List<Problem> problems = read("backend: opensearch", "url: " + url).problems();
      assertEquals(1, problems.size(), url);
      assertTrue(problems.getFirst().message().contains("search.url"), url);
      assertEquals(3, problems.getFirst().at().line());
    }
  }

  @Test
  void reportsMissingAndUnknownKeys() {
    assertTrue(
        read("backend: opensearch").problems().getFirst().message().contains("needs a `url`"));
    assertTrue(
        read("backend: elastic", "url: https://example.com")
            .problems()
            .getFirst()
            .message()
            .contains("'elastic'"));
    assertEquals(
        1, read("backend: opensearch", "url: https://e.com", "index: A b").problems().size());
    assertEquals(
        1, read("backend: opensearch", "url: https://e.com", "alias: a").problems().size());
  }
}
