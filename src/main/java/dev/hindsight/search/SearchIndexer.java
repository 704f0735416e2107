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

/// Indexes every incident in memory. The number of a document is the incident's place in
/// [KnowledgeBase#incidents()], so equal scores are listed newest first.
public final class SearchIndexer {
  private static final FieldType TEXT = new FieldType();

  static {
    TEXT.setTokenized(true);
    TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    TEXT.freeze();
  }

  private SearchIndexer() {}

  /// Makes the index of a knowledge base.
  public static SearchIndex index(KnowledgeBase knowledge) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    // Merging by document count keeps the order in which documents were added.
    IndexWriterConfig config =
        new IndexWriterConfig(new ReportAnalyzer())
            .setMergePolicy(new LogDocMergePolicy())
            .setUseCompoundFile(false)
            .setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Incident incident : knowledge.incidents()) {
        writer.addDocument(document(incident));
      }
      writer.forceMerge(1);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return SearchIndex.open(directory, knowledge);
  }

  private static Document document(Incident incident) {
    Document document = new Document();
    for (SearchField field : SearchField.values()) {
      String text = field.text(incident);
      if (!text.isBlank()) {
        document.add(new Field(field.id(), text, TEXT));
      }
    }
    return document;
  }
}
