package dev.hindsight.search.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.model.Similarity;
import dev.hindsight.search.index.SearchIndexer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarIncidentsTest {
  /// What every report of a team has, filled in or not.
  private static final String TEMPLATE =
      """

      ## Detection
      Describe how the incident was detected, by which alert, and how long that took after it began.

      ## Communication
      Who was told, by whom and when? Link the channel, the status page and the ticket of the customer.

      ## Lessons Learned
      What went well, what went wrong, and where did we get lucky? Be blameless.
      """;

  private static final List<String> TOPICS =
      List.of(
          "Printers jam under humid weather",
          "Ledger totals drift after rounding",
          "Video thumbnails render upside down",
          "Passwords reset mails land in spam",
          "Courier map tiles load twice",
          "Voucher codes collide at midnight",
          "Warehouse scanners lose their clock",
          "Invoices omit the second page");

  @TempDir Path folder;

  private final Map<String, String> files = new LinkedHashMap<>();

  private void report(int number, String title, String systems, String text) {
    files.put(
        "incidents/INC-2024-%04d.md".formatted(number),
        "---\nsystems: [%s]\n---\n# %s\n\n## Summary\n%s\n%s"
            .formatted(systems, title, text, TEMPLATE));
  }

  private List<Similarity> similar() {
    for (int i = 0; i < TOPICS.size(); i++) {
      report(
          100 + i, TOPICS.get(i), "Part " + i, TOPICS.get(i).toLowerCase() + ", nobody knew why.");
    }
    return SimilarIncidents.in(SearchIndexer.index(Sites.knowledge(Sites.write(folder, files))));
  }

  @Test
  void wordsOfATemplateDoNotCount() {
    assertEquals(List.of(), similar());
  }

  @Test
  void similarIncidentsListEachOtherWithSharedWords() {
    report(
        1,
        "Replication slot fills the volume",
        "Archive, Billing",
        "A stale replication slot kept the log.");
    report(
        2,
        "Volume full: a replication slot was stale",
        "Billing, Mail",
        "The log could not be removed.");
    List<Similarity> found = similar();
    assertEquals(2, found.size(), found.toString());
    assertEquals(found.getFirst().one(), found.getLast().other());
    assertEquals(found.getFirst().score(), found.getLast().score(), 1e-6);
    assertEquals(List.of("Billing"), found.getFirst().systems());
    assertTrue(found.getFirst().terms().contains("replication slot"), found.toString());
    assertTrue(found.getFirst().terms().size() <= 4, found.toString());
  }

  @Test
  void oneWordIsNotEnoughHoweverRare() {
    report(1, "Zookeeper elects nobody", "Queue", "The ensemble had lost its quorum.");
    report(
        2, "Zookeeper certificates renewed by hand", "Login", "Somebody had forgotten the token.");
    assertEquals(List.of(), similar());
  }

  @Test
  void sitesWithFewerThanTwoIncidentsHaveNoSimilarOnes() {
    files.put("incidents/INC-2024-0001.md", "# Alone\n\nText.\n");
    assertEquals(
        List.of(),
        SimilarIncidents.in(SearchIndexer.index(Sites.knowledge(Sites.write(folder, files)))));
  }
}
