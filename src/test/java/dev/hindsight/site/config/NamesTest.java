package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SectionKind;
import dev.hindsight.site.text.ClosestMatch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names are compared as people mean them.
class NamesTest {
  private static final SiteConfig CONFIG =
      ConfigReader.read("site-config.yml", "").config().orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "Timeline, TIMELINE",
    "2. TIMELINE (UTC):, TIMELINE",
    "🚨 Summary, SUMMARY",
    ":warning: Leadup, SUMMARY",
    "Root Cause(s), ROOT_CAUSE",
    "Root causes identified, ROOT_CAUSE",
    "How did we fix it?, RESOLUTION",
    "Impact on users, IMPACT",
    "What’s next, OTHER",
    "Five Why's, ROOT_CAUSE",
    "根本原因分析, ROOT_CAUSE",
    "Rooting, OTHER",
    "Impacted, OTHER"
  })
  void headingsByWhatTheyMean(String heading, SectionKind kind) {
    assertEquals(kind, CONFIG.kind(heading));
  }

  @ParameterizedTest
  @CsvSource({
    "SEV2, SEV2",
    "sev-2, SEV2",
    "P1, SEV2",
    "SEV-1 — host down, SEV1",
    "**Critical** – due to an outage, SEV1",
    "Medium (cluster functional), SEV3",
    "Severity 3, SEV3",
    "High · potential leak, SEV2"
  })
  void severitiesInEverySpelling(String written, String name) {
    assertEquals(Optional.of(name), CONFIG.severities().findFirst(written));
  }

  @Test
  void anUnknownLevelRanksLast() {
    assertEquals(Optional.empty(), CONFIG.severities().findFirst("catastrophic"));
    assertEquals(1, CONFIG.severities().rank("SEV1"));
    assertEquals(5, CONFIG.severities().rank("catastrophic"));
  }

  @Test
  void suggestsTheNearestName() {
    List<String> names = List.of("title", "systems", "sections");
    assertEquals(Optional.of("title"), ClosestMatch.to("titel", names));
    assertEquals(Optional.of("systems"), ClosestMatch.to("system", names));
    assertEquals(Optional.empty(), ClosestMatch.to("colour", names));
  }
}
