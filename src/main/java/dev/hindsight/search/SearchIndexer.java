package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Indexes every incident in memory, the oldest first.
public final class SearchIndexer {
  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType WORDS_AND_PLACES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private SearchIndexer() {}

  /// Makes the index of a knowledge base.
  public static SearchIndex index(KnowledgeBase knowledge) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    // Merging by document count keeps the order in which documents were added.
    ReportAnalyzer analyzer = new ReportAnalyzer();
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setMergePolicy(new LogDocMergePolicy())
            .setUseCompoundFile(false)
            .setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Incident incident : knowledge.incidents().reversed()) {
        writer.addDocument(document(incident));
      }
      writer.forceMerge(1);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return SearchIndex.open(directory, knowledge, analyzer.words());
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
