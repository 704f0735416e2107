package dev.hindsight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report whose sections are kept elsewhere answers as one that has them at hand, and what is
/// asked of all reports without fetching them.
class KeptSectionsTest {
  private static final String FULL =
      """
      # Queue stuck

      ## Root Cause

      A lock.

      ```mermaid
      graph TD
      ```

      ## Resolution

      1. Restart the consumer
      2. Raise the limit

      ## Action Items

      1. [ ] **[high]** Watch the lock (Assigned: Ada)
      2. [x] Write it down
      """;

  private static final List<Function<Incident, Object>> QUESTIONS =
      List.of(
          Incident::actionItems,
          Incident::openActions,
          Incident::fix,
          Incident::hasDiagram,
          incident -> Stream.of(SectionKind.values()).filter(incident::hasText).toList());

  @Test
  void answersTheSame(@TempDir Path folder) throws IOException {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md",
            FULL,
            "incidents/INC-2024-0002.md",
            "# Nothing said\n\n## Root Cause\n\n## Impact\n\nNone.\n"));
    for (Incident incident : Sites.knowledge(folder).incidents()) {
      List<Incident> fetched = new ArrayList<>();
      Incident kept =
          incident.withSections(
              new KeptSections(
                  incident,
                  () -> {
                    fetched.add(incident);
                    return incident.sections();
                  }));
      for (Function<Incident, Object> question : QUESTIONS) {
        assertEquals(question.apply(incident), question.apply(kept));
      }
      assertEquals(List.of(), fetched, "nothing of that had to be fetched");
      assertEquals(incident.linkTargets(), kept.linkTargets());
      assertEquals(incident, kept);
      assertTrue(!fetched.isEmpty());
    }
  }

  @Test
  void tellsWhatHasWords(@TempDir Path folder) throws IOException {
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", FULL + "\n## Impact\n"));
    Incident incident = Sites.knowledge(folder).incidents().getFirst();
    assertTrue(incident.hasText(SectionKind.ROOT_CAUSE));
    assertTrue(incident.hasDiagram());
    assertEquals(1, incident.openActions());
    assertEquals("Restart the consumer", incident.fix().orElseThrow());
    assertTrue(!incident.hasText(SectionKind.IMPACT), "a heading alone");
    assertTrue(!incident.hasText(SectionKind.LESSONS_LEARNED), "no such section");
  }
}
