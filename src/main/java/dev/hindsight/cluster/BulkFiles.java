package dev.hindsight.cluster;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.export.ClusterDocuments;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Writes files for importing into a cluster by other means: `index.json`, which creates the index,
/// and the incidents in `bulk-0001.ndjson` and following.
public final class BulkFiles {
  /// OpenSearch accepts 100 MB, but proxies in front of it often accept only 10.
  private static final int MOST_BYTES = 8_000_000;

  private static final int MOST_INCIDENTS = 10_000;

  private BulkFiles() {}

  /// Writes all files, and reports each incident as a step.
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
