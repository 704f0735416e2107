package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was published once keeps its address, whatever is edited around it; what is lost is told.
class PublishedAddressesTest {
  private static final String ID = "INC-2024-0001";

  @TempDir Path folder;

  @Test
  void anInsertedActionDoesNotMoveOthers() throws Exception {
    publish(actions("Raise the limit", "Alert on the pool"));
    Document page = publish(actions("Ask the vendor", "Raise the limit", "Alert on the pool"));
    assertEquals("Raise the limit", action(page, "action-1"));
    assertEquals("Alert on the pool", action(page, "action-2"));
    assertEquals("Ask the vendor", action(page, "action-3"));
  }

  @Test
  void theOrderOfActionsDoesNotMatter() throws Exception {
    publish(actions("Raise the limit", "Alert on the pool", "Write the runbook"));
    Document page = publish(actions("Write the runbook", "Raise the limit", "Alert on the pool"));
    assertEquals("Write the runbook", action(page, "action-3"));
    assertEquals("Raise the limit", action(page, "action-1"));
  }

  @Test
  void aRewordedActionKeepsItsAddressThoughAnotherWasInserted() throws Exception {
    publish(actions("Raise the limit of the pool", "Write the runbook"));
    Document page =
        publish(actions("Something new", "Raise the limits of the pool", "Write the runbook"));
    assertEquals("Raise the limits of the pool", action(page, "action-1"));
  }

  @Test
  void aCorrectedTimeKeepsTheAddressOfItsEntry() throws Exception {
    publish("## Timeline\n\n- **14:45** - The pool is full\n- **14:50** - Restarted\n");
    Document page =
        publish("## Timeline\n\n- **14:47** - The pool is full\n- **14:50** - Restarted\n");
    assertTrue(page.getElementById("t-1445").text().contains("The pool is full"));
  }

  @Test
  void anotherEntryOfTheSameMinuteDoesNotMoveTheFirst() throws Exception {
    publish("## Timeline\n\n- **14:45** - The pool is full\n");
    Document page =
        publish("## Timeline\n\n- **14:45** - Somebody deploys\n- **14:45** - The pool is full\n");
    assertTrue(page.getElementById("t-1445").text().contains("The pool is full"));
    assertTrue(page.getElementById("t-1445-1").text().contains("Somebody deploys"));
  }

  /// A later version may know the meanings of more headings.
  @Test
  void aSectionWhoseKindWasNotKnownKeepsItsAddress() throws Exception {
    String report = "## Follow-ups this outage drove\n\n- Alert on the pool\n";
    publish(report);
    Path inventory = folder.resolve("site/incidents.json");
    Files.writeString(
        inventory,
        Files.readString(inventory)
            .replace("\"action-items\"", "\"follow-ups-this-outage-drove\""));
    MemoryOutput site = new MemoryOutput();
    assertEquals(List.of(), codes(build(report, site)));
    Document page = Jsoup.parse(Sites.text(site, "incidents/" + ID + ".html"));
    assertTrue(page.getElementById("follow-ups-this-outage-drove").text().contains("Follow-ups"));
  }

  @Test
  void aSystemKeepsItsAddressThoughAnotherHasTheSame() throws Exception {
    publish("## Affected systems\n\n- mooring-winch\n");
    Files.writeString(
        report("INC-2024-0002"), "# Slipped again\n\n## Affected systems\n\n- Mooring Winch\n");
    MemoryOutput site = new MemoryOutput();
    build("## Affected systems\n\n- mooring-winch\n", site);
    assertTrue(Sites.text(site, "systems/mooring-winch.html").contains(ID + ".html"));
    assertTrue(Sites.text(site, "systems/mooring-winch-2.html").contains("INC-2024-0002.html"));
  }

  @Test
  void anotherSectionOfAKindDoesNotTakeTheAnchor() throws Exception {
    publish("## Root Cause\n\nA leak.\n");
    Document page = publish("## Why it happened\n\nIn short.\n\n## Root Cause\n\nA leak.\n");
    assertTrue(page.getElementById("root-cause").text().startsWith("Root Cause"));
  }

  @Test
  void aLostAddressIsReportedUntilItIsBack() throws Exception {
    publish(actions("Raise the limit", "Alert on the pool"));
    assertEquals(List.of("lost-anchor"), codes(build(actions("Alert on the pool"))));
    publish(actions("Alert on the pool"));
    assertEquals(List.of("lost-anchor"), codes(build(actions("Alert on the pool"))));
    String back = actions("Alert on the pool") + "\n<a id=\"action-1\"></a>The limit was raised.\n";
    assertEquals(List.of(), codes(build(back)));
  }

  @Test
  void aNewActionNeverTakesTheAddressOfALostOne() throws Exception {
    publish(actions("Raise the limit", "Alert on the pool"));
    publish(actions("Raise the limit"));
    Document page = publish(actions("Raise the limit", "Train the team on the new console"));
    assertEquals(null, page.getElementById("action-2"));
    assertEquals("Train the team on the new console", action(page, "action-3"));
  }

  @Test
  void aRewordedHeadingKeepsItsAddress() throws Exception {
    publish("## What the customers saw\n\nNothing.\n");
    Document page = publish("## What customers saw\n\nNothing.\n");
    assertEquals("What customers saw #", page.getElementById("what-the-customers-saw").text());
  }

  @Test
  void suggestsTheNearestAddress() throws Exception {
    publish("## Root Cause\n\n<a id=\"leaked-connections\"></a>A leak.\n");
    Problem lost =
        build("## Root Cause\n\n<a id=\"leaked-connection\"></a>A leak.\n").problems().getFirst();
    assertEquals(
        "'#leaked-connections' of INC-2024-0001 was published and no longer exists",
        lost.message());
    assertTrue(
        lost.hint().orElseThrow().contains("the closest anchor is '#leaked-connection'"),
        lost.toString());
  }

  @Test
  void aRemovedReportKeepsAPageAndIsReported() throws Exception {
    publish("Text.\n");
    Files.delete(report());
    Files.writeString(report("INC-2024-0002"), "# INC-2024-0002: The pool is full\n\nText.\n");
    MemoryOutput site = new MemoryOutput();
    assertEquals(List.of("lost-incident"), codes(Sites.build(folder, site)));
    assertTrue(Sites.text(site, "incidents/INC-2024-0001.html").contains("was removed"));
    Files.writeString(
        report("INC-2024-0002"),
        "---\naliases: [INC-2024-0001]\n---\n# INC-2024-0002: The pool is full\n\nText.\n");
    MemoryOutput next = new MemoryOutput();
    assertEquals(List.of(), codes(Sites.build(folder, next)));
    assertEquals(
        "INC-2024-0002.html",
        Jsoup.parse(Sites.text(next, "incidents/INC-2024-0001.html"))
            .selectFirst("[data-moved]")
            .attr("href")
            .replace("../incidents/", ""));
  }

  @Test
  void idsThatShareAnAddressHaveOnePage() throws Exception {
    publish("Text.\n");
    Files.delete(report());
    Files.writeString(
        folder.resolve("incidents/x.md"),
        "---\nid: inc-2024_0001\naliases: [INC-2024_0001, inc-2024-0001.]\n---\n# Pool\n\nText.\n");
    Files.writeString(
        folder.resolve("site/incidents.json"),
        "{\"incidents\": [{\"id\": \"INC-2024 0001\"}, {\"id\": \"inc-2024-0001\"},"
            + " {\"id\": \"INC-2024-0001 \"}, {\"id\": \"inc-2024_0001!\"},"
            + " {\"id\": \"inc-2024_0001\"}]}");
    Sites.built(folder);
  }

  @Test
  void aRenamedReportKeepsItsAddresses() throws Exception {
    publish(actions("Raise the limit", "Alert on the pool"));
    publish(actions("Raise the limit", "Something new in between", "Alert on the pool"));
    Files.delete(report());
    Files.writeString(
        report("INC-2024-0100"),
        "---\naliases: [INC-2024-0001]\n---\n# The pool is full\n\n"
            + actions("Raise the limit", "Something new in between", "Alert on the pool"));
    Document page = Jsoup.parse(Sites.text(Sites.built(folder), "incidents/INC-2024-0100.html"));
    assertEquals("Alert on the pool", action(page, "action-2"));
  }

  @Test
  void aRemovedAliasIsReported() throws Exception {
    String report = "# INC-2024-0001: The pool is full\n\nText.\n";
    Files.writeString(report(), "---\naliases: [INC-2023-0009]\n---\n" + report);
    keep(Sites.built(folder));
    Files.writeString(report(), report);
    assertEquals(List.of("lost-incident"), codes(Sites.build(folder, new MemoryOutput())));
  }

  @Test
  void removedTextIsNotPublishedAgain() throws Exception {
    publish(actions("Rotate hunter2", "Alert on the pool"));
    publish(actions("Alert on the pool"));
    MemoryOutput site = new MemoryOutput();
    build(actions("Alert on the pool"), site);
    site.files()
        .forEach((path, bytes) ->
            assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("hunter2"), path));
  }

  @Test
  void aPublishedReportThatBecomesADraftLeavesNoTrace() throws Exception {
    publish("Text.\n");
    Files.writeString(report("INC-2024-0002"), "# Plans of the merger\n\nText.\n");
    keep(Sites.built(folder));
    Files.writeString(
        report("INC-2024-0002"), "---\ndraft: true\n---\n# Plans of the merger\n\nText.\n");
    MemoryOutput site = new MemoryOutput();
    assertEquals(List.of(), codes(Sites.build(folder, site)));
    site.files()
        .forEach((path, bytes) ->
            assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("INC-2024-0002"), path));
  }

  @Test
  void anInventoryWithNothingInItsPlacesIsRead() throws Exception {
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(
        folder.resolve("site/incidents.json"),
        "{\"incidents\": [null, {\"id\": \"INC-2024-0001\", \"anchors\": [null], \"aliases\":"
            + " [null], \"parts\": {\"t-1450\": null, \"t-1500\": \"ok\"}}], \"gone\": [{\"id\":"
            + " null}]}");
    assertEquals(List.of(), codes(build("Text.\n")));
  }

  @Test
  void buildingAgainChangesNothing() throws Exception {
    Path source = Sites.write(folder, Reports.site(40, 5));
    MemoryOutput first = Sites.built(source);
    Files.createDirectories(source.resolve("site"));
    Files.write(source.resolve("site/incidents.json"), first.get("incidents.json"));
    MemoryOutput second = Sites.built(source);
    assertEquals(first.files().keySet(), second.files().keySet());
    first.files().forEach((path, bytes) -> assertArrayEquals(bytes, second.get(path), path));
  }

  @Test
  void anInvalidInventoryIsReported() throws Exception {
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("site/incidents.json"), "{\"incidents\": [");
    assertEquals(List.of("unreadable-inventory"), codes(build("Text.\n")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void unchangedItemsKeepTheirAddressesAfterRandomEdits(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> items =
        new ArrayList<>(IntStream.range(0, 6).mapToObj(i -> item(random)).toList());
    Map<String, String> last = addresses(publish(actions(items.toArray(String[]::new))));
    for (int edit = 0; edit < 12; edit++) {
      List<String> before = List.copyOf(items);
      switch (random.nextInt(4)) {
        case 0 -> items.add(random.nextInt(items.size() + 1), item(random));
        case 1 -> items.remove(random.nextInt(items.size()));
        case 2 -> Collections.shuffle(items, random);
        default -> items.set(random.nextInt(items.size()), item(random));
      }
      if (items.isEmpty()) {
        items.add(item(random));
      }
      Map<String, String> now = addresses(publish(actions(items.toArray(String[]::new))));
      assertEquals(items.size(), now.size(), "one address each");
      for (String item : before) {
        if (items.contains(item)) {
          assertEquals(last.get(item), now.get(item), item + " after " + before + ", seed " + seed);
        }
      }
      last = now;
    }
  }

  private static String item(Random random) {
    return random
        .ints(18, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// The address of each action by its text.
  private static Map<String, String> addresses(Document page) {
    Map<String, String> addresses = new LinkedHashMap<>();
    page.select(".actions tbody tr")
        .forEach(item -> addresses.put(item.selectFirst(".action-text").text(), item.id()));
    return addresses;
  }

  private static String action(Document page, String anchor) {
    return page.getElementById(anchor).selectFirst(".action-text").text();
  }

  private static String actions(String... items) {
    return "## Action Items\n\n"
        + IntStream.range(0, items.length)
            .mapToObj(i -> (i + 1) + ". **[high]** " + items[i] + " (Assigned: Ana)\n")
            .collect(Collectors.joining());
  }

  private Path report() throws Exception {
    return report(ID);
  }

  private Path report(String id) throws Exception {
    return Files.createDirectories(folder.resolve("incidents")).resolve(id + ".md");
  }

  private BuildResult build(String body) throws Exception {
    return build(body, new MemoryOutput());
  }

  private BuildResult build(String body, MemoryOutput site) throws Exception {
    Files.writeString(report(), "# " + ID + ": The pool is full\n\n" + body);
    return Sites.build(folder, site);
  }

  private Document publish(String body) throws Exception {
    MemoryOutput site = new MemoryOutput();
    build(body, site);
    keep(site);
    return Jsoup.parse(Sites.text(site, "incidents/" + ID + ".html"));
  }

  private void keep(MemoryOutput site) throws Exception {
    Files.createDirectories(folder.resolve("site"));
    Files.write(folder.resolve("site/incidents.json"), site.get("incidents.json"));
  }

  private static List<String> codes(BuildResult result) {
    return result.problems().stream().map(Problem::code).toList();
  }
}
