package dev.hindsight.cluster;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.export.ClusterDocuments;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Writes what a cluster takes in, for whoever sends it: `index.json`, with which an index is made,
/// and the incidents in `bulk-0001.ndjson` and on.
public final class BulkFiles {
  /// OpenSearch takes 100 MB; what stands before it often takes 10.
  private static final int MOST_BYTES = 8_000_000;

  private static final int MOST_INCIDENTS = 10_000;

  private BulkFiles() {}

  /// Writes all files, and tells of each incident.
  public static void write(KnowledgeBase knowledge, Output output, Progress progress) {
    BulkLines lines = new BulkLines(new ClusterDocuments(knowledge));
    progress.begin(Stage.EXPORT, lines.size());
    output.write("index.json", Json.pretty(IndexDefinition.all()));
    AtomicInteger files = new AtomicInteger();
    try {
      lines.inBatches(
          MOST_BYTES,
          MOST_INCIDENTS,
          batch -> {
            output.write(
                String.format(Locale.ROOT, "bulk-%04d.ndjson", files.incrementAndGet()),
                batch.bytes());
            batch.ids().forEach(_ -> progress.step(Stage.EXPORT));
          });
    } catch (ClusterException impossible) {
      throw new IllegalStateException("no cluster is asked", impossible);
    }
    progress.end(Stage.EXPORT);
  }
}
