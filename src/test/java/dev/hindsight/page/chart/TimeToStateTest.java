package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.page.chart.TimeToState.State;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeToStateTest {
  @TempDir private Path folder;

  /// Each state that the report says, with its minutes and what says so.
  private String told(String... report) {
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", String.join("\n", report) + "\n"));
    var incident = Sites.knowledge(folder).incidents().getFirst();
    return Stream.of(State.values())
        .flatMap(state -> TimeToState.until(state, incident).stream())
        .map(one -> one.minutes() + " " + one.source())
        .collect(Collectors.joining(", "));
  }

  @Test
  void momentsOfTheMetadataComeBeforeAllElse() {
    assertEquals(
        "4 METADATA, 30 METADATA, 120 METADATA",
        told(
            "---",
            "started: 2024-02-29T23:50Z",
            "detected: 2024-02-29T23:54Z",
            "mitigated: 2024-03-01T00:20Z",
            "resolved: 2024-03-01T01:50Z",
            "duration: 3 hours",
            "---",
            "# Down"));
  }

  @Test
  void minutesAreCountedBetweenTwoZonesButNotToAWholeDay() {
    assertEquals(
        "4 METADATA",
        told(
            "---",
            "started: 2024-02-29T23:50Z",
            "detected: 2024-03-01T00:54+01:00",
            "resolved: 2024-03-01",
            "---",
            "# Down"));
  }

  @Test
  void whatEndsBeforeItBeganIsUnknown() {
    assertEquals(
        "",
        told(
            "---",
            "started: 2024-02-29T12:00Z",
            "detected: 2024-02-29T11:00Z",
            "---",
            "# Down",
            "",
            "## Timeline",
            "**10:00** - Alert [detected]",
            "**10:05** - Errors [critical]"));
  }

  @Test
  void theTimelineCountsFromItsMarkedBeginningAndNotFromItsFirstEntry() {
    assertEquals(
        "2 TIMELINE, 20 TIMELINE, 750 TIMELINE",
        told(
            "# Down",
            "",
            "## Timeline",
            "**13:00** - Release",
            "**14:45** - Errors [critical]",
            "**14:47** - Alert [detected]",
            "**15:05** - Restart [mitigated]",
            "**03:15** - Quiet [resolved]"));
  }

  @Test
  void aStatedDurationComesBeforeTags() {
    assertEquals(
        "45 DURATION",
        told(
            "---",
            "duration: 45 minutes",
            "---",
            "# Down",
            "",
            "## Timeline",
            "**10:00** - Errors [critical]",
            "**11:00** - Quiet [resolved]"));
  }

  @Test
  void withoutAMarkedBeginningNothingIsGuessed() {
    assertEquals(
        "",
        told("# Down", "", "## Timeline", "**13:00** - Release", "**14:47** - Alert [detected]"));
  }
}
