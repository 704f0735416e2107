package dev.hindsight.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.EnglishMessages;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.page.chart.LaneChart.Content;
import dev.hindsight.page.chart.LaneChart.Style;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every chart of incidents over time, whatever the incidents are.
class LaneChartTest {
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

  /// Incidents and bonds of a seed: the more of them the higher the seed, from a few to some
  /// hundred, on days that often coincide, some without a day.
  private record Made(List<Content> lanes, List<RelationEdge> bonds) {
    static Made of(long seed) {
      Random random = new Random(seed);
      int count = 3 + (int) seed * 9;
      List<List<ChartIncident>> lanes =
          Stream.of(Style.values()).<List<ChartIncident>>map(_ -> new ArrayList<>()).toList();
      List<IncidentId> ids = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ChartIncident subject = subject(i, random);
        ids.add(subject.id());
        lanes.get(random.nextInt(lanes.size())).add(subject);
      }
      Map<Set<IncidentId>, RelationEdge> bonds = new HashMap<>();
      for (int i = 0; i < count; i++) {
        IncidentId from = ids.get(random.nextInt(count));
        IncidentId to = ids.get(random.nextInt(count));
        if (!from.equals(to)) {
          bonds.putIfAbsent(Set.of(from, to), new RelationEdge(from, to, RelationEdge.Kind.NAMED));
        }
      }
      return new Made(
          Stream.of(Style.values())
              .map(style ->
                  new Content(style.name(), Optional.empty(), lanes.get(style.ordinal()), style))
              .filter(lane -> !lane.subjects().isEmpty())
              .toList(),
          List.copyOf(bonds.values()));
    }

    private static ChartIncident subject(int number, Random random) {
      String id = "INC-" + number + "x".repeat(random.nextInt(12));
      Optional<Moment> date =
          random.nextInt(10) == 0
              ? Optional.empty()
              : Optional.of(Moment.day(FIRST.plusDays(random.nextInt(200) * 7)));
      return new ChartIncident(
          new IncidentId(id), "Title", date, random.nextInt(6), true, EnglishMessages.all());
    }

    GraphLayout layout() {
      return LaneChart.of(lanes, bonds, EnglishMessages.all());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 5, 8, 13, 21, 34})
  void marksDoNotOverlap(long seed) {
    for (GraphLayout.Lane lane : Made.of(seed).layout().lanes()) {
      double apart = lane.name().equals("SMALL") ? 6 : 2 * IncidentMark.REACH;
      for (IncidentMark one : lane.nodes()) {
        for (IncidentMark other : lane.nodes()) {
          boolean isClear =
              one == other
                  || Math.abs(one.x() - other.x()) >= apart
                  || Math.abs(one.y() - other.y()) >= apart;
          assertTrue(isClear, () -> lane.name() + ": " + one + " upon " + other);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void labelsDoNotOverlapAndStayInsideTheChart(long seed) {
    GraphLayout layout = Made.of(seed).layout();
    int labels = 0;
    for (GraphLayout.Lane lane : layout.lanes()) {
      for (IncidentMark one : lane.nodes()) {
        if (one.label().isEmpty()) {
          continue;
        }
        labels++;
        assertTrue(left(one) >= 0 && right(one) <= layout.width(), one::toString);
        for (IncidentMark other : lane.nodes()) {
          boolean isClear =
              one == other
                  || one.y() != other.y()
                  || left(one) >= right(other)
                  || left(other) >= right(one);
          assertTrue(isClear, () -> lane.name() + ": " + one + " upon " + other);
        }
      }
    }
    assertTrue(labels > 0, "no label to look at");
  }

  private static double left(IncidentMark node) {
    return node.label()
        .filter(IncidentMark.Label::isBefore)
        .map(label -> label.x() - TextWidth.width(label.text(), LaneChart.LETTERS))
        .orElse(node.x() - IncidentMark.REACH);
  }

  private static double right(IncidentMark node) {
    return node.label()
        .filter(label -> !label.isBefore())
        .map(label -> label.x() + TextWidth.width(label.text(), LaneChart.LETTERS))
        .orElse(node.x() + IncidentMark.REACH);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 5, 8, 13, 21, 34})
  void everyIncidentHasOneMarkInsideItsLane(long seed) {
    Made made = Made.of(seed);
    GraphLayout layout = made.layout();
    assertEquals(made.lanes().size(), layout.lanes().size());
    for (int i = 0; i < layout.lanes().size(); i++) {
      GraphLayout.Lane lane = layout.lanes().get(i);
      Set<IncidentId> drawn = new HashSet<>();
      for (IncidentMark node : lane.nodes()) {
        assertTrue(drawn.add(node.id()), node::toString);
        assertTrue(
            node.y() - IncidentMark.REACH > lane.y()
                && node.y() + IncidentMark.REACH < lane.y() + lane.height()
                && node.x() > 0
                && node.x() < layout.width(),
            node::toString);
      }
      assertEquals(made.lanes().get(i).subjects().size(), drawn.size());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 5, 8, 13, 21, 34})
  void everyLineRunsFromOneMarkToAnother(long seed) {
    Made made = Made.of(seed);
    GraphLayout layout = made.layout();
    Map<IncidentId, IncidentMark> nodes = new HashMap<>();
    layout.lanes().forEach(lane -> lane.nodes().forEach(node -> nodes.put(node.id(), node)));
    assertEquals(made.bonds().size(), layout.edges().size());
    for (GraphLayout.EdgeLine edge : layout.edges()) {
      IncidentMark from = nodes.get(edge.from());
      IncidentMark to = nodes.get(edge.to());
      assertTrue(
          edge.path().startsWith(Svg.path("M# #C", from.x(), from.y()))
              && edge.path().endsWith(Svg.path(" # #", to.x(), to.y())),
          () -> edge + " of " + from + " and " + to);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void marksAreOrderedByTime(long seed) {
    Made made = Made.of(seed);
    Map<IncidentId, ChartIncident> subjects = new HashMap<>();
    made.lanes()
        .forEach(lane -> lane.subjects().forEach(subject -> subjects.put(subject.id(), subject)));
    for (GraphLayout.Lane lane : made.layout().lanes()) {
      Optional<IncidentMark> last = Optional.empty();
      for (IncidentMark node : lane.nodes()) {
        String day = day(subjects.get(node.id()));
        String before = last.map(earlier -> day(subjects.get(earlier.id()))).orElse("");
        assertTrue(before.compareTo(day) <= 0, () -> before + " before " + day);
        assertTrue(last.map(IncidentMark::x).orElse(0.0) <= node.x(), node::toString);
        last = Optional.of(node);
      }
    }
  }

  /// What has no date stands before all that has.
  private static String day(ChartIncident subject) {
    return subject.date().map(Moment::date).orElse("");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void theOrderOfTheInputDoesNotMatter(long seed) {
    Made made = Made.of(seed);
    List<Content> shuffled =
        made.lanes().stream()
            .map(lane -> {
              List<ChartIncident> subjects = new ArrayList<>(lane.subjects());
              Collections.shuffle(subjects, new Random(seed));
              return new Content(lane.name(), lane.system(), subjects, lane.style());
            })
            .toList();
    assertEquals(made.layout(), LaneChart.of(shuffled, made.bonds(), EnglishMessages.all()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void aNewerReportMovesNoOlderMark(long seed) {
    Made made = Made.of(seed);
    ChartIncident oneOfTheLastQuarter = dated("INC-OLD", LAST.minusDays(20));
    List<ChartIncident> before = new ArrayList<>(made.lanes().getFirst().subjects());
    before.add(oneOfTheLastQuarter);
    List<ChartIncident> after = new ArrayList<>(before);
    after.add(dated("INC-NEW", LAST));
    Map<IncidentId, IncidentMark> places = new HashMap<>();
    lane(after).nodes().forEach(node -> places.put(node.id(), node));
    assertEquals(after.size(), places.size());
    for (IncidentMark node : lane(before).nodes()) {
      assertEquals(node.x(), places.get(node.id()).x(), node::toString);
      assertEquals(node.y(), places.get(node.id()).y(), node::toString);
    }
  }

  private static ChartIncident dated(String id, LocalDate day) {
    return new ChartIncident(
        new IncidentId(id), "Title", Optional.of(Moment.day(day)), 1, true, EnglishMessages.all());
  }

  private static GraphLayout.Lane lane(List<ChartIncident> subjects) {
    Content content = new Content("One", Optional.empty(), subjects, Style.LANE);
    return LaneChart.of(List.of(content), List.of(), EnglishMessages.all()).lanes().getFirst();
  }

  @Test
  void countsSimilarPairsInsteadOfDrawingTooManyLines() {
    List<ChartIncident> subjects = new ArrayList<>();
    List<RelationEdge> bonds = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      subjects.add(dated("INC-" + i, FIRST.plusDays(i)));
      IncidentId here = subjects.get(i).id();
      bonds.add(
          new RelationEdge(here, new IncidentId("INC-" + (i + 1) % 100), RelationEdge.Kind.NAMED));
      bonds.add(
          new RelationEdge(
              here, new IncidentId("INC-" + (i + 50) % 100), RelationEdge.Kind.SIMILAR));
    }
    Content content = new Content("One", Optional.empty(), subjects, Style.LANE);
    GraphLayout many = LaneChart.of(List.of(content), bonds, EnglishMessages.all());
    assertEquals(100, many.edges().size());
    assertEquals(100, many.unlined());
    GraphLayout few = LaneChart.of(List.of(content), bonds.subList(0, 60), EnglishMessages.all());
    assertEquals(60, few.edges().size());
    assertEquals(0, few.unlined());
    assertEquals(
        RelationEdge.Kind.NAMED, few.edges().getLast().kind().kind(), "the surest lie above");
  }
}
