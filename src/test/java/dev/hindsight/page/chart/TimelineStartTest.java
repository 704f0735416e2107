package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page and the insights count the times of an incident from one start.
class TimelineStartTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: x                 | 13:00 Release; 14:45 Errors [critical]; 14:47 Alert [detected] | 105
          title: x                 | 13:00 Release; 14:45 Errors [began]; 14:40 Noise [critical]    | 105
          title: x                 | 13:00 Release; 14:45 Errors                                    | 0
          started: 2024-05-01T14:40 | 13:00 Release; 14:45 Errors [critical]                         | 100
          started: 2024-05-01T12:40Z | 13:00 UTC Release; 14:45 UTC Errors [critical]                | -20
          started: 2024-05-01      | 13:00 Release; 14:45 Errors [critical]                         | 105
          title: x                 | T-5 Release; T+0 Errors [critical]; T+2 Alert                  | 0
          """)
  void countsFromTheStatedStartElseFromTheMarkedOne(String key, String entries, long minute) {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md",
            "---\ndate: 2024-05-01\n"
                + key
                + "\n---\n# Down\n\n## Timeline\n\n- "
                + entries.replace("; ", "\n- ")
                + "\n"));
    assertEquals(minute, Sites.knowledge(folder).incidents().getFirst().timelineStart());
  }
}
