package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Levels are known by their names and other names, alone or at the beginning of a text.
class LevelScaleTest {
  private static final SiteConfig CONFIG =
      ConfigReader.read("site-config.yml", "").config().orElseThrow();

  private static final LevelScale SCALE =
      new LevelScale(
          List.of(
              new LevelScale.Level("High", List.of("H", "top level"), OptionalInt.of(7)),
              new LevelScale.Level("Low", List.of("L", "H"), OptionalInt.empty())));

  @ParameterizedTest
  @CsvSource({
    "High, High",
    "high, High",
    "H, High",
    "h-i_g h, High",
    "Top-Level, High",
    "toplevel, High",
    "Low, Low",
    "l, Low",
    "Medium, none",
    "High enough, none",
    "'', none"
  })
  void findsALevelWithoutRegardToCaseAndJoints(String text, String name) {
    assertEquals(name, SCALE.find(text).orElse("none"));
  }

  @Test
  void knowsOrderNamesAndDays() {
    assertEquals(List.of("High", "Low"), SCALE.names());
    assertEquals(1, SCALE.rank("High"));
    assertEquals(2, SCALE.rank("Low"));
    assertEquals(3, SCALE.rank("high"));
    assertEquals(OptionalInt.of(7), SCALE.days("High"));
    assertEquals(OptionalInt.empty(), SCALE.days("Low"));
    assertEquals(OptionalInt.empty(), SCALE.days("Medium"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SEV1                     | SEV1
          S1                       | SEV1
          P0                       | SEV1
          critical                 | SEV1
          1                        | SEV1
          致命的                     | SEV1
          严重                      | SEV1
          Major outage             | SEV1
          P1 - Critical            | SEV1
          P1 – Critical            | SEV1
          P1 (Critical)            | SEV1
          P2 / High                | SEV2
          P3: low                  | SEV4
          'Priority 1, critical'   | SEV1
          SEV2 - Critical          | SEV2
          P1 - one host            | SEV2
          sev-2                    | SEV2
          P1                       | SEV2
          High                     | SEV2
          major                    | SEV2
          Partial outage           | SEV2
          Sev 3                    | SEV3
          medium                   | SEV3
          moderate                 | SEV3
          中                        | SEV3
          Degraded performance     | SEV3
          sev_4                    | SEV4
          P3                       | SEV4
          P4                       | SEV4
          minor                    | SEV4
          Under maintenance        | SEV4
          SEV2 — one host          | SEV2
          SEV2 – one host          | SEV2
          SEV2 - one host          | SEV2
          SEV2 (one host)          | SEV2
          SEV2 · one host          | SEV2
          'SEV2: one host'         | SEV2
          SEV2; one host           | SEV2
          'SEV2, one host'         | SEV2
          SEV2/SEV3                | SEV2
          SEV2 one host            | SEV2
          Sev-2 one host           | SEV2
          High impact              | SEV2
          **SEV2**                 | SEV2
          _SEV2_                   | SEV2
          `SEV2` one host          | SEV2
          Severity 2               | SEV2
          sev 2 of 4               | SEV2
          Level 2                  | SEV2
          Priority 2               | SEV2
          2 of 4                   | SEV2
          S 2 for all              | SEV2
          Partial outage — one host | SEV2
          Partial outage – one host | SEV2
          Partial outage - one host | SEV2
          Partial outage (one host) | SEV2
          Partial outage · one host | SEV2
          'Partial outage: one host' | SEV2
          Partial outage; one host | SEV2
          'Partial outage, one host' | SEV2
          Partial outage / degraded | SEV2
          **Partial** outage       | SEV2
          _Partial_ outage         | SEV2
          `Partial` outage         | SEV2
          Grade 2                  | none
          Severity 25              | none
          SEV25                    | none
          one host, SEV2           | none
          Highest                  | none
          """)
  void findsTheSeverityThatATextBeginsWith(String text, String name) {
    assertEquals(name, CONFIG.severities().findFirst(text).orElse("none"));
  }

  @Test
  void theFirstLevelWithANameWins() {
    LevelScale scale =
        new LevelScale(
            List.of(
                new LevelScale.Level("High", List.of("Low"), OptionalInt.empty()),
                new LevelScale.Level("Low", List.of(), OptionalInt.empty())));
    assertEquals("High", scale.find("low").orElse("none"));
    assertEquals("SEV2", CONFIG.severities().findFirst("Partial outage | one host").orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "P0, critical",
    "Urgent, critical",
    "blocker, critical",
    "最優先, critical",
    "P1, high",
    "高, high",
    "Normal, medium",
    "P2, medium",
    "P3, low",
    "P4, low",
    "低, low",
    "soon, none"
  })
  void findsAPriority(String text, String name) {
    assertEquals(name, CONFIG.priorities().find(text).orElse("none"));
  }
}
