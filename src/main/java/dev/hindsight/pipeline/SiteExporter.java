package dev.hindsight.pipeline;

import dev.hindsight.cluster.BulkFiles;
import dev.hindsight.cluster.ClusterException;
import dev.hindsight.cluster.ClusterExport;
import dev.hindsight.cluster.InvalidClusterSettings;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Output;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Exports the incidents of a site to other search engines.
public final class SiteExporter {
  private final SiteSource source;
  private final BuildOptions options;
  private final Progress progress;

  /// @param progress receives the progress of the export
  public SiteExporter(SiteSource source, BuildOptions options, Progress progress) {
    this.source = source;
    this.options = options;
    this.progress = progress;
  }

  /// The input of an export.
  ///
  /// @param knowledge empty if problems prevent the export
  /// @param config empty if it has errors
  public record PreparedExport(
      Optional<KnowledgeBase> knowledge, Optional<SiteConfig> config, List<Problem> problems) {
    public PreparedExport {
      problems = List.copyOf(problems);
    }
  }

  /// Reads and links every report, as a build does.
  ///
  /// @throws IOException if the folder of reports cannot be listed
  public PreparedExport read() throws IOException {
    SiteReader reader = new SiteReader(source, options, progress);
    SiteReader.Outcome read = reader.read();
    Optional<LinkedReports> reports = read.reports();
    List<Problem> problems = reports.map(LinkedReports::problems).orElse(read.problems());
    return new PreparedExport(
        reports.filter(_ -> !reader.isBlocking(problems)).map(LinkedReports::knowledge),
        reports.map(LinkedReports::config),
        problems);
  }

  /// Writes files that a cluster can import.
  public void write(KnowledgeBase knowledge, Output output) {
    BulkFiles.write(knowledge, output, progress);
  }

  /// Sends the incidents to a cluster.
  public ClusterExport.ExportResult send(KnowledgeBase knowledge, ClusterExport export)
      throws ClusterException, InvalidClusterSettings {
    return export.run(knowledge, progress);
  }
}
