package dev.hindsight.site.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.config.CheckLevels;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.text.TypoIndex;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static final Problem OVERDUE =
      new Problem(
          "overdue-action",
          Problem.Level.WARNING,
          new SourcePosition("a.md", 3, 1),
          "action item 1 was due on 2024-01-01 and is not done",
          Optional.of("mark it as done"));

  @Test
  void theConfigurationSetsTheLevelOfAKind() {
    assertEquals(Optional.of(OVERDUE), levels("").apply(OVERDUE));
    assertEquals(Optional.of(OVERDUE), levels("  overdue-action: warning").apply(OVERDUE));
    assertEquals(Optional.empty(), levels("  overdue-action: off").apply(OVERDUE));
    Problem error = levels("  overdue-action: error").apply(OVERDUE).orElseThrow();
    assertEquals(Problem.Level.ERROR, error.level());
    assertEquals(OVERDUE.code(), error.code());
    assertEquals(OVERDUE.message(), error.message());
  }

  @Test
  void anUnknownKindIsAProblemOfTheConfiguration() {
    ConfigReader.Outcome outcome =
        ConfigReader.read(
            "site-config.yml", "checks:\n  overdue-actions: off\n  wrong-year: loud\n");
    assertEquals(
        List.of("unknown key 'overdue-actions'", "checks.wrong-year: invalid level 'loud'"),
        outcome.problems().stream().map(Problem::message).toList());
    assertEquals(
        Optional.of("did you mean 'overdue-action'?"), outcome.problems().getFirst().hint());
  }

  @Test
  void findsTyposButNotOtherNumbers() {
    TypoIndex slips = new TypoIndex(List.of("INC-2024-0089", "Payment Gateway", "node-a"));
    assertEquals(Optional.of("INC-2024-0089"), slips.nearest("INC-2024-0098"));
    assertEquals(Optional.of("INC-2024-0089"), slips.nearest("inc-2024-89"));
    assertEquals(Optional.of("Payment Gateway"), slips.nearest("Payment Gatway"));
    assertEquals(Optional.empty(), slips.nearest("INC-2023-0089x"));
    assertTrue(TypoIndex.isOneName("Payment Gateway", "Payment Gatway"));
    assertTrue(!TypoIndex.isOneName("node-a", "node-b"));
    assertTrue(!TypoIndex.isOneName("db-0011", "db-0012"));
  }

  private static CheckLevels levels(String checks) {
    String text = checks.isEmpty() ? "" : "checks:\n" + checks + "\n";
    return ConfigReader.read("site-config.yml", text).config().orElseThrow().checks();
  }
}
