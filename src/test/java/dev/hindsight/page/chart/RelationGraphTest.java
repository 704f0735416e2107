package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.model.Html;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Relation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationGraphTest {
  private static final IncidentId ONE = new IncidentId("INC-2024-0001");
  private static final IncidentId TWO = new IncidentId("INC-2024-0002");
  private static final IncidentId GONE = new IncidentId("INC-2020-0009");

  private static final Relation NAMES_TWO =
      new Relation.Declared(TWO, Optional.empty(), Html.escape(""), Optional.empty());
  private static final Relation LIKE_ONE =
      new Relation.Similar(ONE, List.of("pool"), List.of("DNS"));

  private static KnowledgeBase two;

  @BeforeAll
  static void readTwoReports(@TempDir Path folder) {
    two =
        Sites.knowledge(
            Sites.write(
                folder,
                Map.of(
                    "incidents/INC-2024-0001.md", "# One\n",
                    "incidents/INC-2024-0002.md", "# Two\n")));
  }

  private static List<RelationEdge> bonds(List<Relation> ofOne, List<Relation> ofTwo) {
    return RelationGraph.of(two.with(Map.of(ONE.key(), ofOne, TWO.key(), ofTwo), List.of())).all();
  }

  @Test
  void twoIncidentsHaveOneRelationOfTheStrongestKind() {
    RelationEdge named = new RelationEdge(ONE, TWO, RelationEdge.Kind.NAMED);
    assertEquals(List.of(named), bonds(List.of(NAMES_TWO), List.of(LIKE_ONE)));
    assertEquals(
        List.of(new RelationEdge(TWO, ONE, RelationEdge.Kind.SAME)),
        bonds(List.of(NAMES_TWO), List.of(new Relation.SameAs(ONE))));
  }

  @Test
  void aRelationKnownAtOneEndCounts() {
    assertEquals(
        List.of(new RelationEdge(TWO, ONE, RelationEdge.Kind.SIMILAR)),
        bonds(List.of(), List.of(LIKE_ONE)));
  }

  @Test
  void aRecurrencePointsFromTheLaterToTheEarlier() {
    RelationEdge recurs = new RelationEdge(TWO, ONE, RelationEdge.Kind.RECURS);
    assertEquals(List.of(recurs), bonds(List.of(new Relation.Recurs(TWO, "r", false)), List.of()));
    assertEquals(List.of(recurs), bonds(List.of(), List.of(new Relation.Recurs(ONE, "r", true))));
  }

  @Test
  void missingReportsHaveRelations() {
    Relation mentions = new Relation.Mentions(GONE, "as in INC-2020-0009", "summary");
    assertEquals(
        List.of(new RelationEdge(ONE, GONE, RelationEdge.Kind.MENTIONED)),
        bonds(List.of(mentions), List.of()));
  }

  @Test
  void noIncidentRelatesToItself() {
    assertEquals(List.of(), bonds(List.of(new Relation.SameAs(ONE)), List.of()));
  }

  @Test
  void keepsSimilaritiesOnlyWithoutStrongerRelations() {
    RelationEdge named = new RelationEdge(ONE, TWO, RelationEdge.Kind.NAMED);
    RelationEdge alike = new RelationEdge(TWO, GONE, RelationEdge.Kind.SIMILAR);
    IncidentId four = new IncidentId("INC-2024-0004");
    RelationEdge recurs = new RelationEdge(GONE, four, RelationEdge.Kind.RECURS);
    assertEquals(List.of(named, alike), RelationGraph.strongest(List.of(named, alike)));
    assertEquals(List.of(named, recurs), RelationGraph.strongest(List.of(named, alike, recurs)));
  }
}
