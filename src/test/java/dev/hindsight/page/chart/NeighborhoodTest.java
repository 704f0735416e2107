package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.EnglishMessages;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.chart.Neighborhood.Box;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighborhoodTest {

  private static Optional<Neighborhood> of(String id, KnowledgeBase knowledge) {
    Incident incident = knowledge.incident(new IncidentId(id)).orElseThrow();
    return new RelationCharts(knowledge, EnglishMessages.all()).of(incident);
  }

  private static String report(String date, String... related) {
    return "---\ndate: %s\n---\n# Of %s\n\n## Related Incidents\n".formatted(date, date)
        + List.of(related).stream().map(id -> "- " + id + "\n").collect(Collectors.joining());
  }

  @Test
  void earlierReportsAreLeftAndLaterAndMissingOnesRight(@TempDir Path folder) {
    KnowledgeBase knowledge =
        Sites.knowledge(
            Sites.write(
                folder,
                Map.of(
                    "incidents/INC-2024-0001.md", report("2024-01-05"),
                    "incidents/INC-2024-0002.md",
                        report("2024-02-05", "INC-2024-0001", "INC-2020-0777"),
                    "incidents/INC-2024-0003.md", report("2024-03-05", "INC-2024-0002"),
                    "incidents/INC-2024-0004.md", report("2024-04-05"))));
    Neighborhood near = of("INC-2024-0002", knowledge).orElseThrow();
    Box middle = near.boxes().getFirst();
    assertTrue(middle.isOwn());
    assertEquals(
        List.of(
            "INC-2024-0001 linked left",
            "INC-2024-0003 links to it right",
            "INC-2020-0777 linked right"),
        near.boxes().stream()
            .skip(1)
            .map(box ->
                String.join(" ", box.id(), box.how(), box.x() < middle.x() ? "left" : "right"))
            .toList());
    assertEquals(3, near.lines().size());
    assertEquals(Optional.empty(), of("INC-2024-0004", knowledge));
  }

  @Test
  void countsNeighborsThatDoNotFit(@TempDir Path folder) {
    Map<String, String> reports =
        IntStream.rangeClosed(1, 14)
            .boxed()
            .collect(
                Collectors.toMap(
                    i -> "incidents/INC-2024-%04d.md".formatted(i),
                    i -> report("2024-05-%02d".formatted(i), i > 1 ? "INC-2024-0001" : "")));
    KnowledgeBase knowledge = Sites.knowledge(Sites.write(folder, reports));
    Neighborhood near = of("INC-2024-0001", knowledge).orElseThrow();
    assertEquals(11, near.boxes().size());
    assertEquals(3, near.hidden());
  }

  @Test
  void boxesDoNotOverlapAndStayInsideTheChart(@TempDir Path folder) {
    KnowledgeBase knowledge = Sites.knowledge(Sites.write(folder, Reports.site(80, 11)));
    RelationCharts charts = new RelationCharts(knowledge, EnglishMessages.all());
    int drawn = 0;
    for (Incident incident : knowledge.incidents()) {
      Optional<Neighborhood> near = charts.of(incident);
      drawn += near.isPresent() ? 1 : 0;
      near.ifPresent(NeighborhoodTest::assertClear);
    }
    assertTrue(drawn > 40, drawn + " drawn");
  }

  private static void assertClear(Neighborhood near) {
    for (Box one : near.boxes()) {
      assertTrue(
          one.x() >= 0
              && one.y() >= 0
              && one.x() + one.width() <= near.width()
              && one.y() + one.height() <= near.height(),
          one::toString);
      for (Box other : near.boxes()) {
        assertTrue(
            one == other
                || Math.abs(one.x() - other.x()) > one.width()
                || Math.abs(one.y() - other.y()) > one.height(),
            () -> one + " upon " + other);
      }
    }
  }
}
