package dev.hindsight.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.bench.GeneratedReports;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.export.SearchExport;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What was indexed is there in the next run, and whatever happens to the files, the index is that
/// of one who indexes for the first time.
class ShardStoreTest {
  private static final int REPORTS = 80;

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void write() throws IOException {
    source = folder.resolve("source");
    GeneratedReports.write(source, REPORTS, 1);
  }

  /// One run of the program after another.
  private static final class Runs {
    private final Path kept;
    private final List<String> notes = new ArrayList<>();
    private String program = "1";
    private boolean isWritten = true;

    Runs(Path kept) {
      this.kept = kept;
    }

    /// @return how many incidents were indexed
    int run(KnowledgeBase knowledge) {
      return run(knowledge, new ShardStore(kept, program, isWritten, notes::add));
    }

    int run(KnowledgeBase knowledge, ShardStore store) {
      notes.clear();
      AtomicInteger indexed = new AtomicInteger();
      Progress progress =
          new Progress() {
            @Override
            public void begin(Stage stage, int steps) {}

            @Override
            public void end(Stage stage) {}

            @Override
            public void step(Stage stage) {
              indexed.incrementAndGet();
            }
          };
      SearchIndex index = SearchIndexer.index(knowledge, digests(knowledge), store, progress);
      assertEquals(texts(SearchIndexer.index(knowledge)), texts(index));
      return indexed.get();
    }

    private static Map<String, String> digests(KnowledgeBase knowledge) {
      return knowledge.incidents().stream()
          .collect(Collectors.toMap(one -> one.id().key(), Object::toString));
    }

    private static Map<String, String> texts(SearchIndex index) {
      MemoryOutput output = new MemoryOutput();
      SearchExport.write(index, output);
      Map<String, String> texts = new TreeMap<>();
      output.files().keySet().forEach(path -> texts.put(path, Sites.text(output, path)));
      return texts;
    }

    List<Path> files(String ending) throws IOException {
      try (Stream<Path> files = Files.list(kept)) {
        return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      }
    }
  }

  private void append(int report) throws IOException {
    try (Stream<Path> files = Files.list(source.resolve("incidents"))) {
      Path file = files.filter(one -> one.toString().endsWith(".md")).sorted().toList().get(report);
      Files.writeString(file, "\nOne word more: zyzzyva.\n", StandardOpenOption.APPEND);
    }
  }

  @Test
  void nothingIsIndexedTwice() throws IOException {
    Runs runs = new Runs(folder.resolve("kept"));
    assertEquals(REPORTS, runs.run(Sites.knowledge(source)));
    assertTrue(runs.files(".shard").size() > 3, "of several shards");
    assertEquals(0, runs.run(Sites.knowledge(source)));
    append(30);
    int again = runs.run(Sites.knowledge(source));
    assertTrue(again > 0 && again < REPORTS / 4, again + " were indexed again");
    assertEquals(0, runs.run(Sites.knowledge(source)));
    assertEquals(List.of(), runs.notes);
  }

  @Test
  void addingOrRemovingAnIncidentKeepsMostShards() throws IOException {
    Runs runs = new Runs(folder.resolve("kept"));
    runs.run(Sites.knowledge(source));
    Sites.write(source, Map.of("incidents/INC-2019-9999.md", "# Old\n\nDate: 2019-01-01\n"));
    int again = runs.run(Sites.knowledge(source));
    assertTrue(again > 0 && again < REPORTS / 2, again + " were indexed again");
  }

  @Test
  void segmentsStayInMemoryDuringARun() throws IOException {
    Runs runs = new Runs(folder.resolve("kept"));
    ShardStore store = new ShardStore(runs.kept, runs.program, false, runs.notes::add);
    assertEquals(REPORTS, runs.run(Sites.knowledge(source), store));
    assertEquals(0, runs.run(Sites.knowledge(source), store));
    append(3);
    assertTrue(runs.run(Sites.knowledge(source), store) < REPORTS / 4);
  }

  @Test
  void aReadOnlyStoreWritesNothing() throws IOException {
    Runs runs = new Runs(folder.resolve("kept"));
    runs.isWritten = false;
    assertEquals(REPORTS, runs.run(Sites.knowledge(source)));
    assertTrue(Files.notExists(runs.kept));
  }

  @Test
  void deletesUnusedFiles() throws IOException {
    Runs runs = new Runs(folder.resolve("kept"));
    runs.run(Sites.knowledge(source));
    int shards = runs.files(".shard").size();
    append(30);
    runs.run(Sites.knowledge(source));
    assertEquals(shards, runs.files(".shard").size());
  }

  /// What may happen to the files between two runs.
  @FunctionalInterface
  private interface Harm {
    void to(Runs runs) throws IOException;
  }

  @TestFactory
  List<DynamicTest> damagedFilesNeverChangeResults() {
    Map<String, Harm> harms = new TreeMap<>();
    harms.put("the list is cut off", runs -> cut(runs.files("index.shards").getFirst()));
    harms.put("a shard is cut off", runs -> cut(runs.files(".shard").getFirst()));
    harms.put("a shard is gone", runs -> Files.delete(runs.files(".shard").getFirst()));
    harms.put("a bit is another", runs -> flip(runs.files(".shard").getFirst()));
    harms.put("another program", runs -> runs.program = "2");
    harms.put(
        "the files are copies",
        runs -> {
          for (Path file : runs.files("")) {
            byte[] bytes = Files.readAllBytes(file);
            Path copy = file.resolveSibling("copy");
            Files.write(copy, bytes);
            Files.delete(file);
            Files.move(copy, file);
          }
        });
    return harms.entrySet().stream()
        .map(harm ->
            DynamicTest.dynamicTest(
                harm.getKey(),
                () -> {
                  Runs runs = new Runs(folder.resolve(harm.getKey()));
                  KnowledgeBase knowledge = Sites.knowledge(source);
                  runs.run(knowledge);
                  harm.getValue().to(runs);
                  assertTrue(runs.run(knowledge) > 0, "damaged shards are rebuilt");
                  boolean isHarm = !harm.getKey().equals("another program");
                  assertEquals(isHarm ? 1 : 0, runs.notes.size(), runs.notes::toString);
                  assertEquals(0, runs.run(knowledge), "and kept");
                }))
        .toList();
  }

  private static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
