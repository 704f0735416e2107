package dev.hindsight.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.ResolutionStep;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.TimelineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The report that everything began with is read field by field.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceReportTest {
  private static final Path SEED = Path.of("../shared/seed/incident-report.md");

  private Incident incident;

  @BeforeAll
  void read(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(Files.exists(SEED), "no reference report here");
    Files.createDirectories(folder.resolve("incidents"));
    Files.copy(SEED, folder.resolve("incidents/INC-2024-0112.md"));
    incident = Sites.knowledge(folder).incidents().getFirst();
  }

  @Test
  void readsTheTitleWithoutItsPrefixAndTheIdOfTheFile() {
    assertEquals("Database Connection Pool Exhaustion", incident.title());
    assertEquals(new IncidentId("INC-2024-0112"), incident.id());
    assertEquals(Optional.of(Moment.year(2024)), incident.date());
    assertTrue(incident.isDateDerived());
  }

  @Test
  void readsTheSummary() {
    assertTrue(incident.summary().startsWith("Production database experienced"));
    assertTrue(incident.summary().endsWith("No data loss occurred."));
  }

  @Test
  void readsSystemsWithTheirDetails() {
    assertEquals(
        List.of(
            new SystemName("Production Database", Optional.of("PostgreSQL")),
            SystemName.of("API Gateway"),
            SystemName.of("User Authentication Service"),
            SystemName.of("Order Processing System")),
        incident.systems());
  }

  @Test
  void readsTheTimelineWithTimesTextsAndTags() {
    List<TimelineEntry> timeline = incident.timeline();
    assertEquals(
        List.of("14:45", "14:47", "14:50", "14:52", "15:00", "15:05", "15:10", "15:15"),
        timeline.stream().map(TimelineEntry::time).toList());
    assertEquals(
        List.of(0L, 2L, 5L, 7L, 15L, 20L, 25L, 30L),
        timeline.stream().map(entry -> entry.minutes().getAsLong()).toList());
    assertEquals("First user reports of 500 errors begin", timeline.getFirst().text());
    assertEquals("critical", timeline.getFirst().tags().getFirst().name());
    assertEquals(List.of(), timeline.get(1).tags());
    assertEquals("Identified rogue cron job creating 200+ connections", timeline.get(4).text());
    assertEquals("t-1515", timeline.getLast().anchor());
  }

  @Test
  void readsTheRootCauseWithAllItsParagraphs() {
    String cause = incident.text(SectionKind.ROOT_CAUSE);
    assertTrue(cause.startsWith("A newly deployed cron job"));
    assertTrue(cause.contains("within 90 minutes of deployment.\n"));
    assertTrue(cause.endsWith("test dataset only contained 100 rows."));
  }

  @Test
  void readsTheImpact() {
    assertEquals(
        List.of(
            "Duration",
            "Users Affected",
            "Failed Transactions",
            "Revenue Impact",
            "Data Integrity"),
        incident.impact().stream().map(fact -> fact.name()).toList());
    assertEquals("No data loss or corruption", incident.impact().getLast().text());
    assertEquals(OptionalLong.of(30), incident.duration());
    assertTrue(incident.derived().contains(Incident.Derived.DURATION));
  }

  @Test
  void readsTheStepsOfTheResolution() {
    assertEquals(5, incident.resolution().size());
    assertEquals(
        "Disabled problematic cron job via admin panel", incident.resolution().getFirst().text());
    assertEquals("step-5", incident.resolution().getLast().anchor());
    assertEquals(
        Optional.of(incident.resolution().getFirst()).map(ResolutionStep::text), incident.fix());
  }

  @Test
  void readsActionItemsWithPriorityAndOwner() {
    List<ActionItem> items = incident.actionItems();
    assertEquals(
        List.of("high", "high", "medium", "medium", "low", "low"),
        items.stream().map(item -> item.priority().orElseThrow().name()).toList());
    assertEquals("Refactor cron job to use connection pooling", items.getFirst().text());
    assertEquals(Optional.of("Dave"), items.getFirst().owner());
    assertEquals(Optional.of("SRE Team"), items.get(1).owner());
    assertEquals(Optional.empty(), items.get(2).owner());
    assertTrue(items.stream().allMatch(ActionItem::isOpen));
  }

  @Test
  void readsRelatedIncidentsWithReasonAndDate() {
    List<RelatedIncident> related = incident.declared();
    assertEquals(
        List.of(new IncidentId("INC-2024-0089"), new IncidentId("INC-2024-0034")),
        related.stream().map(RelatedIncident::id).toList());
    assertEquals(
        Optional.of("Similar connection pool issue in staging"), related.getFirst().reason());
    assertEquals(Moment.parse("2024-03-15"), related.getFirst().date());
    assertEquals(Moment.parse("2024-02-01"), related.getLast().date());
  }
}
