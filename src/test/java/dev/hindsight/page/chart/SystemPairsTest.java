package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemPairsTest {

  @Test
  void countsIncidentsOfBothAndRelatedPairsOnce(@TempDir Path folder) {
    String text = "# %s\n\n## Affected Systems\n%s\n\n## Related Incidents\n%s\n";
    String both = "- DNS\n- Web";
    KnowledgeBase knowledge =
        Sites.knowledge(
            Sites.write(
                folder,
                Map.of(
                    "incidents/INC-2024-0001.md", text.formatted("One", both, ""),
                    "incidents/INC-2024-0002.md", text.formatted("Two", both, "- INC-2024-0001"),
                    "incidents/INC-2024-0003.md",
                        text.formatted("Three", "- Mail", "- INC-2024-0001\n- INC-2024-0002"))));
    SystemPairs pairs = SystemPairs.of(knowledge, RelationGraph.of(knowledge));
    assertEquals(
        List.of("DNS Web 2 1", "DNS Mail 0 2", "Mail Web 0 2"),
        pairs.all().stream()
            .map(pair ->
                "%s %s %d %d"
                    .formatted(
                        pair.one().name(), pair.other().name(), pair.shared(), pair.related()))
            .toList());
    SystemHistory mail = knowledge.systems().get(1);
    assertEquals(
        List.of("DNS", "Web"),
        pairs.of(mail).stream().map(pair -> pair.besides(mail).name()).toList());
  }
}
