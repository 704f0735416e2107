package dev.hindsight.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.bench.GeneratedReports;
import dev.hindsight.browser.Chromium;
import dev.hindsight.cluster.ClusterException;
import dev.hindsight.cluster.ClusterExport;
import dev.hindsight.cluster.InvalidClusterSettings;
import dev.hindsight.cluster.OpenSearchNode;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.export.SearchExport;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.search.index.SearchIndexer;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.Json;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A real cluster, asked as the search page asks it, finds what the site's own index finds; and an
/// export to it is whole or has not been, whatever dies.
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSearchBrowserTest {
  private static final int QUERIES = Soak.size(60, 200, 400);
  private static final int TOP = 10;
  private static final int FEW = Soak.size(100, 300, 300);

  /// Too many to be sent at once.
  private static final int MORE = Soak.size(600, 1_500, 1_500);

  private static final int MANY = Soak.size(600, 3_000, 10_000);
  private static final Path MODULES = Path.of("templates/assets/search");

  /// Made by another order of the same sums, where it is anything at all.
  private static final double LAST_BITS = 1e-6;

  private Path folder;
  private OpenSearchNode node;
  private KnowledgeBase few;
  private KnowledgeBase more;
  private Chromium chromium;

  @BeforeAll
  void start(@TempDir Path shared) throws IOException, InterruptedException {
    folder = shared;
    node = new OpenSearchNode(folder.resolve("node"));
    few = generated(FEW, 2);
    more = generated(MORE, 3);
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    if (node != null) {
      node.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private ClusterExport.ExportResult export(String name, KnowledgeBase knowledge, Progress progress)
      throws ClusterException, InvalidClusterSettings {
    return new ClusterExport(node.url(), name, _ -> null, _ -> {}).run(knowledge, progress);
  }

  private KnowledgeBase generated(int count, long seed) throws IOException {
    Path site = folder.resolve("generated-" + count + "-" + seed);
    GeneratedReports.write(site, count, seed);
    return Sites.knowledge(site);
  }

  @Test
  void findsTheSameAsTheSampleSite() throws Exception {
    assertSame("sample", Sites.knowledge(Path.of(".")), 11);
  }

  @Test
  void findsTheSameAsALargeSite() throws Exception {
    assertSame("many", generated(MANY, 1), 12);
  }

  /// How an answer of the cluster may differ from that of the site.
  private enum Difference {
    /// The same incidents in the same order with the same scores to the last bit.
    NONE,
    /// The same incidents in the same order; scores differ by what rounding may do.
    ROUNDING,
    /// Incidents whose scores differ by no more than that stand the other way round.
    NEAR_TIES,
    /// Anything else.
    OTHER
  }

  private record Found(long count, long withAll, List<String> ids, List<Double> scores) {}

  private void assertSame(String name, KnowledgeBase knowledge, long seed) throws Exception {
    export(name, knowledge, Progress.NONE);
    SearchIndex index = SearchIndexer.index(knowledge);
    List<String> queries = SearchParityBrowserTest.queries(knowledge, seed, QUERIES);
    List<Found> actual = asked(name, index, queries);
    Map<Difference, List<String>> differences = new EnumMap<>(Difference.class);
    for (int i = 0; i < QUERIES; i++) {
      Found expected = expected(index.search(queries.get(i)));
      String shown = queries.get(i) + "\n  " + expected + "\n  " + actual.get(i) + "\n";
      differences
          .computeIfAbsent(difference(expected, actual.get(i)), _ -> new ArrayList<>())
          .add(shown);
    }
    assertEquals(Set.of(Difference.NONE), differences.keySet(), differences::toString);
  }

  private static Found expected(SearchIndex.Hits hits) {
    List<SearchIndex.Hit> top = hits.hits().stream().limit(TOP).toList();
    return new Found(
        hits.hits().size(),
        hits.withAll(),
        top.stream().map(hit -> hit.incident().id().value()).toList(),
        top.stream().map(hit -> (double) hit.score()).toList());
  }

  private static Difference difference(Found expected, Found actual) {
    boolean isCounted =
        expected.count() == actual.count()
            && expected.withAll() == actual.withAll()
            && expected.ids().size() == actual.ids().size();
    if (!isCounted || !isNear(expected.scores(), actual.scores())) {
      return Difference.OTHER;
    }
    if (!expected.ids().equals(actual.ids())) {
      return Difference.NEAR_TIES;
    }
    return expected.scores().equals(actual.scores()) ? Difference.NONE : Difference.ROUNDING;
  }

  private static boolean isNear(List<Double> expected, List<Double> actual) {
    for (int i = 0; i < expected.size(); i++) {
      double one = expected.get(i);
      if (Math.abs(one - actual.get(i)) > one * LAST_BITS) {
        return false;
      }
    }
    return true;
  }

  /// What the cluster finds, asked by the modules of the search page.
  private List<Found> asked(String name, SearchIndex index, List<String> queries)
      throws IOException {
    MemoryOutput site = new MemoryOutput();
    SearchExport.write(index, site);
    for (String module :
        List.of(
            "stem.js", "words.js", "query.js", "index.js", "plan.js", "engine.js", "cluster.js")) {
      site.write("modules/" + module, Files.readAllBytes(MODULES.resolve(module)));
    }
    site.write("blank.html", "<!doctype html><title>test</title>".getBytes());
    try (SiteServer server = new SiteServer(0);
        Chromium.Tab tab = chromium.open()) {
      server.show(site);
      Page page = tab.page();
      page.navigate("http://127.0.0.1:" + server.port() + "/blank.html");
      List<?> lines = (List<?>) page.evaluate(QUESTIONS, List.of(queries, TOP));
      List<Object> answers = new ArrayList<>();
      for (Object one : lines) {
        answers.add(
            new String(
                node.ask("POST", "/" + name + "/_msearch", one.toString()).body(),
                StandardCharsets.UTF_8));
      }
      return ((List<?>) page.evaluate(READINGS, answers))
          .stream().map(OpenSearchBrowserTest::found).toList();
    }
  }

  private static final String QUESTIONS =
      """
      async ([queries, most]) => {
        const { question } = await import("/modules/cluster.js");
        const { openIndex, addPart } = await import("/modules/index.js");
        const index = openIndex(await (await fetch("/search.json")).json());
        const part = async (name) => {
          const text = await (await fetch(`/search/${name}.js`)).text();
          addPart(index, name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))));
        };
        const requests = queries.map((query) => ({ query, most }));
        const questions = [];
        for (const request of requests) {
          for (;;) {
            index.missing.clear();
            const asked = question(index, request);
            if (index.missing.size === 0) {
              questions.push(asked);
              break;
            }
            await Promise.all([...index.missing].map(part));
          }
        }
        window.asked = { index, requests, questions };
        return questions.map(({ lines }) => lines);
      }
      """;

  private static final String READINGS =
      """
      async (answers) => {
        const { reading } = await import("/modules/cluster.js");
        const { index, requests, questions } = window.asked;
        return answers.map((answer, i) => {
          const found = reading(index, questions[i], requests[i], JSON.parse(answer));
          if (found === null) return [-1, 0, [answer.slice(0, 2000)], []];
          const { count, withAll, hits } = found;
          return [count, withAll, hits.map(({ card }) => card.id), hits.map(({ score }) => score)];
        });
      }
      """;

  private static Found found(Object answer) {
    List<?> parts = (List<?>) answer;
    return new Found(
        ((Number) parts.get(0)).longValue(),
        ((Number) parts.get(1)).longValue(),
        ((List<?>) parts.get(2)).stream().map(Object::toString).toList(),
        ((List<?>) parts.get(3))
            .stream().map(score -> (double) ((Number) score).floatValue()).toList());
  }

  /// Counts through the alias what a reader finds, as often as it can.
  private final class Reader implements AutoCloseable {
    private final Set<Long> counts = ConcurrentHashMap.newKeySet();
    private volatile boolean isOver;
    private final CompletableFuture<Void> reading;

    Reader(String name) {
      countUntilAnswered(name);
      reading =
          CompletableFuture.runAsync(() -> {
            while (!isOver) {
              count(name);
              pause();
            }
          });
    }

    void countUntilAnswered(String name) {
      while (!count(name)) {
        pause();
      }
    }

    /// Whether the cluster has answered.
    private boolean count(String name) {
      try {
        var answer = node.ask("GET", "/" + name + "/_count", "");
        Object json = Json.read(answer.body(), Object.class).orElse(Map.of());
        // A shard that is just starting does not answer yet, and the cluster says so.
        if (answer.statusCode() == 200
            && json instanceof Map<?, ?> map
            && map.get("_shards") instanceof Map<?, ?> shards
            && shards.get("successful").equals(shards.get("total"))) {
          counts.add(((Number) map.get("count")).longValue());
          return true;
        }
        return false;
      } catch (IOException down) {
        // The node is dead for now.
        return false;
      }
    }

    private void pause() {
      try {
        Thread.sleep(20);
      } catch (InterruptedException stopped) {
        isOver = true;
      }
    }

    /// All counts that it found until now, its last.
    Set<Long> seen() {
      isOver = true;
      reading.join();
      return counts;
    }

    @Override
    public void close() {
      isOver = true;
    }
  }

  /// Does something once so many incidents are in.
  private static final class At implements Progress {
    private final AtomicInteger steps = new AtomicInteger();
    private final int number;
    private final Runnable work;

    At(int number, Runnable work) {
      this.number = number;
      this.work = work;
    }

    @Override
    public void begin(Stage stage, int all) {}

    @Override
    public void step(Stage stage) {
      if (steps.incrementAndGet() == number) {
        work.run();
      }
    }

    @Override
    public void end(Stage stage) {}
  }

  private Set<String> behind(String name) throws IOException {
    Object json =
        Json.read(node.ask("GET", "/_alias/" + name, "").body(), Object.class).orElse(Map.of());
    Set<String> behind = new HashSet<>();
    ((Map<?, ?>) json).keySet().forEach(index -> behind.add(index.toString()));
    return behind;
  }

  private String indices(String name) throws IOException {
    return new String(
        node.ask("GET", "/_cat/indices/" + name + "-*?h=index", "").body(), StandardCharsets.UTF_8);
  }

  @Test
  void anExportSurvivesARestartAndReadersNeverSeeHalfOfIt() throws Exception {
    export("restarted", few, Progress.NONE);
    Set<String> former = behind("restarted");
    List<String> told = new CopyOnWriteArrayList<>();
    Runnable restart =
        () -> {
          try {
            node.kill();
            CompletableFuture.runAsync(this::startAgain);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        };
    try (Reader reader = new Reader("restarted")) {
      ClusterExport.ExportResult done =
          new ClusterExport(node.url(), "restarted", _ -> null, told::add)
              .run(more, new At(FEW, restart));
      assertEquals(Set.of(done.index()), behind("restarted"));
      reader.countUntilAnswered("restarted");
      assertEquals(Set.of((long) FEW, (long) MORE), reader.seen());
      assertTrue(done.deleted().containsAll(former), done::toString);
    }
    assertFalse(told.isEmpty(), "nothing was tried again");
  }

  private void startAgain() {
    try {
      node.start();
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void aKilledExportChangesNothingAndTheNextOneCleansUp() throws Exception {
    export("interrupted", few, Progress.NONE);
    Set<String> former = behind("interrupted");
    RuntimeException death = new IllegalStateException("as if the program was killed");
    try (Reader reader = new Reader("interrupted")) {
      try {
        export(
            "interrupted",
            more,
            new At(
                FEW,
                () -> {
                  throw death;
                }));
      } catch (IllegalStateException died) {
        assertEquals(death, died);
      }
      assertEquals(former, behind("interrupted"));
      assertEquals(2, indices("interrupted").lines().count(), "the unfinished index is there");
      ClusterExport.ExportResult done = export("interrupted", more, Progress.NONE);
      reader.countUntilAnswered("interrupted");
      assertEquals(Set.of((long) FEW, (long) MORE), reader.seen());
      assertEquals(done.index(), indices("interrupted").strip());
    }
  }

  @Test
  void aRemovedReportIsRemovedFromTheCluster() throws Exception {
    Path site = folder.resolve("shrinking");
    Sites.write(
        site,
        Map.of(
            "incidents/INC-2024-001.md", "# Disk full\n\nIt was full.\n",
            "incidents/INC-2024-002.md", "# Queue stuck\n\nIt was stuck.\n"));
    export("shrinking", Sites.knowledge(site), Progress.NONE);
    Files.delete(site.resolve("incidents/INC-2024-001.md"));
    export("shrinking", Sites.knowledge(site), Progress.NONE);
    String all =
        new String(node.ask("GET", "/shrinking/_search", "").body(), StandardCharsets.UTF_8);
    assertTrue(all.contains("INC-2024-002") && !all.contains("INC-2024-001"), all);
  }
}
