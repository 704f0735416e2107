package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerRemoverTest {
  @TempDir Path folder;

  /// Wherever a reference is resolved, it becomes no mark, and the words around it stay.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# A @ Z",
        "# T\n\nA @ Z",
        "# T\n\n## Summary\n\n**A@**: Z",
        "# T\n\n## Affected Systems\n\n- A@ (Z)",
        "# T\n\n## Timeline\n\n- 14:45 A@ Z\n- **14:50** `x` @",
        "# T\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 14:45 | A@ Z |",
        "# T\n\n## Timeline\n\n<ul><li>14:45 A@ Z</li></ul>",
        "# T\n\n## Action Items\n\n- [ ] A@ Z (Owner: @)",
        "# T\n\n## Related Incidents\n\n- INC-2024-0009@: A Z",
        "# T\n\n[A](http://a.example/@ \"@\") ![Z@](b.png \"@\") [q@](#@)",
        "# T\n\n<b title=\"@\">A@</b> <a href=\"http://a.example/@\">Z</a>",
        "# T\n\n<div>A @\nZ</div>",
        "# T\n\n```a@\nA Z\n```",
        "# T\n\nA[^1] Z\n\n[^1]: @",
        "---\ntitle: \"A \\x86\\x87 Z\"\nseverity: \"\\x86\"\n---\n\n@"
      })
  void isNoMark(String report) {
    for (String reference :
        new String[] {"&#134;", "&#x87;", "&#X0086;", "&#134;INC-2024-0009&#135;"}) {
      Sites.write(folder, Map.of("incidents/INC-2024-0001.md", report.replace("@", reference)));
      MemoryOutput site = Sites.built(folder);
      String page =
          new String(site.get("incidents/INC-2024-0001.html"), StandardCharsets.UTF_8)
              .replaceAll("(?s).*<h1|<[^>]*>", "");
      assertTrue(page.matches("(?s).*A.*Z.*"), report);
    }
  }
}
