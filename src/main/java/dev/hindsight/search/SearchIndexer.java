package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

  /// For fewer another thread is not worth its while.
  private static final int FEWEST_IN_A_SHARD = 250;

  private SearchIndexer() {}

  /// Makes the index of a knowledge base. It is one of several shards, made side by side, each of
  /// incidents in a row; what is asked of it is the same for any number of them.
  public static SearchIndex index(KnowledgeBase knowledge) {
    return index(knowledge, Progress.NONE);
  }

  /// The same, and tells how far it has come.
  public static SearchIndex index(KnowledgeBase knowledge, Progress progress) {
    List<Incident> incidents = knowledge.incidents().reversed();
    int shards =
        Math.clamp(
            incidents.size() / FEWEST_IN_A_SHARD, 1, Runtime.getRuntime().availableProcessors());
    List<Shard> made =
        IntStream.range(0, shards)
            .parallel()
            .mapToObj(i ->
                shard(
                    incidents.subList(from(i, shards, incidents), from(i + 1, shards, incidents)),
                    progress))
            .toList();
    try {
      return new SearchIndex(
          new MultiReader(made.stream().map(Shard::reader).toArray(IndexReader[]::new)),
          knowledge,
          StemWords.of(made.stream().map(Shard::analyzer).toList()));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static int from(int shard, int shards, List<Incident> incidents) {
    return (int) ((long) incidents.size() * shard / shards);
  }

  /// @param analyzer knows the words that are in it
  record Shard(IndexReader reader, ReportAnalyzer analyzer) {}

  /// Indexes some incidents by themselves.
  static Shard shard(List<Incident> incidents, Progress progress) {
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
      return new Shard(DirectoryReader.open(directory), analyzer);
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
