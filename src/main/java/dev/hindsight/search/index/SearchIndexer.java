package dev.hindsight.search.index;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.analysis.ReportAnalyzer;
import dev.hindsight.search.analysis.SearchField;
import dev.hindsight.search.analysis.WordForms;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Indexes every incident in memory, the oldest first.
public final class SearchIndexer {
  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType WORDS_AND_PLACES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  /// Fewer incidents are not worth another thread.
  private static final int FEWEST_IN_A_SHARD = 250;

  /// A cached index has about this many segments. When a report changes, one of them is rebuilt.
  private static final int KEPT = 16;

  private SearchIndexer() {}

  /// Builds the index of a knowledge base from several segments in parallel, each with consecutive
  /// incidents. Results do not depend on the number of segments.
  public static SearchIndex index(KnowledgeBase knowledge) {
    return index(knowledge, Progress.NONE);
  }

  /// The same, and reports progress.
  public static SearchIndex index(KnowledgeBase knowledge, Progress progress) {
    List<Incident> incidents = knowledge.incidents().reversed();
    int shards =
        Math.clamp(
            incidents.size() / FEWEST_IN_A_SHARD, 1, Runtime.getRuntime().availableProcessors());
    return index(
        knowledge,
        IntStream.range(0, shards)
            .parallel()
            .mapToObj(i ->
                shard(
                    incidents.subList(from(i, shards, incidents), from(i + 1, shards, incidents)),
                    progress))
            .toList());
  }

  /// The same, reusing segments of an earlier index in which nothing has changed.
  ///
  /// @param digests a digest of each incident, by the key of its ID
  /// @param store has the segments of the earlier index, and receives those of this index
  public static SearchIndex index(
      KnowledgeBase knowledge, Map<String, String> digests, ShardStore store, Progress progress) {
    List<List<Incident>> groups = groups(knowledge.incidents().reversed());
    List<String> keys =
        groups.stream()
            .map(group ->
                ShardStore.key(
                    group.stream().map(incident -> digests.get(incident.id().key())).toList()))
            .toList();
    List<IndexSegment> shards =
        IntStream.range(0, groups.size())
            .parallel()
            .mapToObj(i ->
                store
                    .get(keys.get(i))
                    .filter(kept -> kept.reader().maxDoc() == groups.get(i).size())
                    .orElseGet(() -> shard(groups.get(i), progress)))
            .toList();
    Map<String, IndexSegment> made = new HashMap<>();
    IntStream.range(0, shards.size()).forEach(i -> made.put(keys.get(i), shards.get(i)));
    store.keep(made);
    return index(knowledge, shards);
  }

  private static SearchIndex index(KnowledgeBase knowledge, List<IndexSegment> shards) {
    try {
      return new SearchIndex(
          new MultiReader(shards.stream().map(IndexSegment::reader).toArray(IndexReader[]::new)),
          knowledge,
          WordForms.of(shards.stream().flatMap(shard -> shard.words().stream())));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static int from(int shard, int shards, List<Incident> incidents) {
    return (int) ((long) incidents.size() * shard / shards);
  }

  /// Splits incidents at boundaries that depend on their IDs, so that adding or removing one leaves
  /// most groups unchanged.
  private static List<List<Incident>> groups(List<Incident> incidents) {
    int size = Math.max(1, Integer.highestOneBit(incidents.size() / KEPT));
    List<List<Incident>> groups = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < incidents.size(); i++) {
      int length = i + 1 - from;
      boolean isCut = incidents.get(i).id().key().hashCode() % size == 0;
      if (length >= size / 2 && isCut || length >= 2 * size || i + 1 == incidents.size()) {
        groups.add(incidents.subList(from, i + 1));
        from = i + 1;
      }
    }
    return groups;
  }

  /// Builds the segment of some incidents.
  static IndexSegment shard(List<Incident> incidents, Progress progress) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    ReportAnalyzer analyzer = new ReportAnalyzer();
    // Merging by document count keeps the order in which documents were added.
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setMergePolicy(new LogDocMergePolicy())
            .setUseCompoundFile(false)
            .setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Incident incident : incidents) {
        writer.addDocument(document(incident));
        progress.step(Stage.INDEX);
      }
      writer.commit();
      return new IndexSegment(
          directory, DirectoryReader.open(directory), analyzer.words().toList());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Document document(Incident incident) {
    Document document = new Document();
    for (SearchField field : SearchField.values()) {
      String text = field.text(incident);
      if (!text.isBlank()) {
        document.add(new Field(field.id(), text, field.hasPlaces() ? WORDS_AND_PLACES : WORDS));
      }
    }
    return document;
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }
}
