package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.IncidentId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An id that no report has is known by its form, and by beginning like the ids that reports have.
class UnknownIdPatternTest {

  @ParameterizedTest
  @CsvSource({
    "INC-2024-0112, INC-2024-0112",
    "INC2024-0112, INC2024-0112",
    "inc-2024-0112, inc-2024-0112",
    "INC-2024-0112-b, INC-2024-0112",
    "INC-2024-0112_b, INC-2024-0112",
    "PM-2024-007, PM-2024-007",
    "CVE-2024-3094, none",
    "INC-2024-12, none",
    "INC-2024-0112b, none",
    "x-INC-2024-0112, none",
    "2024-04-02, none"
  })
  void findsAnIdThatBeginsLikeOthers(String word, String id) {
    assertEquals(id, find("", word));
  }

  @ParameterizedTest
  @CsvSource({
    "INC-20260701-002, INC-20260701-002",
    "INC-20260701-0021, INC-20260701-0021",
    "INC-2026070-002, none",
    "SHIP-0044, SHIP-0044",
    "SHIP-44, none",
    "CVE-20260701-002, none"
  })
  void findsAnIdOfTheFormThatReportsHave(String word, String id) {
    assertEquals(id, find("", word, "INC-20260715-004", "SHIP-0010"));
  }

  @ParameterizedTest
  @CsvSource({"CVE-2024-3094, none", "OPS-12, OPS-12", "ops-12, ops-12", "OPS-12x, none"})
  void findsAnyIdOfAConfiguredPattern(String word, String id) {
    assertEquals(id, find("ids:\n  pattern: 'OPS-\\d+'\n", word));
  }

  private static String find(String config, String word) {
    return find(config, word, "inc-2024-0001", "PM2023-1", "7");
  }

  private static String find(String config, String word, String... reports) {
    SiteConfig site = ConfigReader.read("site-config.yml", config).config().orElseThrow();
    List<IncidentId> ids = Arrays.stream(reports).map(IncidentId::new).toList();
    return UnknownIdPattern.of(site, ids).find(word).id().map(IncidentId::value).orElse("none");
  }
}
