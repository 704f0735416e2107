package dev.hindsight.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.site.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikeIdsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\u0406NC-2031-001", "\u0406\u039DC-2031-001", "IN\u0421-2031-001"})
  void warnsAboutAnIdWithLettersOfSeveralScripts(String id) {
    assertEquals(1, problems(id).size(), id);
  }

  @Test
  void namesTheLetterAndItsPosition() {
    Problem problem = problems("\u0406NC-2031-001").getFirst();
    assertEquals(
        "the ID '\u0406NC-2031-001' contains '\u0406' (U+0406), a Cyrillic letter among letters of"
            + " another script",
        problem.message());
    assertEquals("incidents/a.md:2:5", problem.at().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"INC-2031-001", "ИНЦ-2031-001", "Störung-2031-001", "障害API-2031-001"})
  void anIdOfOneScriptIsFine(String id) {
    assertEquals(List.of(), problems(id));
  }

  private List<Problem> problems(String id) {
    Sites.write(folder, Map.of("incidents/a.md", "---\nid: " + id + "\n---\n# T\n\nText.\n"));
    return Sites.linkProblems(folder).stream()
        .filter(problem -> problem.is(LookAlikeIds.LOOK_ALIKE_ID))
        .toList();
  }
}
