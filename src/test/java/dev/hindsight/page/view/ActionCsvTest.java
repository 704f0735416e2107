package dev.hindsight.page.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionCsvTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", ":", " "})
  void noSeparatorMakesAFormulaOfACell(String separator) {
    String csv =
        csv(
            Stream.of("=1+1", " =1+1", "\"=1+1\"", "＝1+1", "@SUM(1)", "-cmd|' /C calc'!A0")
                .map(formula -> "look" + separator + formula)
                .toList());
    List<String> formulas =
        csv.lines()
            .flatMap(line -> Stream.of(line.split(Pattern.quote(separator))))
            .map(cell -> cell.replaceFirst("^[\\s\"]+", ""))
            .filter(cell -> cell.matches("[=+\\-@＝＋－＠].*"))
            .toList();
    assertEquals(List.of(), formulas, csv);
  }

  @Test
  void whatIsNoFormulaStaysAsItIs() {
    String csv = csv(List.of("ask @dave - or run x --force, then wait", "a=b; c-d"));
    assertTrue(csv.contains("ask @dave - or run x --force, then wait"), csv);
    assertTrue(csv.contains("a=b; c-d"), csv);
  }

  private String csv(List<String> actions) {
    String list = String.join("\n", actions.stream().map(action -> "- [ ] " + action).toList());
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2031-001.md",
            "# INC-2031-001: T\n\n## Affected Systems\n- Pump;=HYPERLINK(1)\n\n## Action Items\n\n"
                + list
                + "\n"));
    return new String(Sites.built(folder).files().get("actions.csv"), StandardCharsets.UTF_8);
  }
}
