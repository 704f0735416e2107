package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.IncidentId;
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
  @CsvSource({"CVE-2024-3094, none", "OPS-12, OPS-12", "ops-12, ops-12", "OPS-12x, none"})
  void findsAnyIdOfAConfiguredPattern(String word, String id) {
    assertEquals(id, find("ids:\n  pattern: 'OPS-\\d+'\n", word));
  }

  private static String find(String config, String word) {
    SiteConfig site = ConfigReader.read("site-config.yml", config).config().orElseThrow();
    List<IncidentId> ids =
        List.of(new IncidentId("inc-2024-0001"), new IncidentId("PM2023-1"), new IncidentId("7"));
    return UnknownIdPattern.of(site, ids).find(word).id().map(IncidentId::value).orElse("none");
  }
}
