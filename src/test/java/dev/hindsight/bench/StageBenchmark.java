package dev.hindsight.bench;

import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.search.index.SearchIndexer;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one step of a stage takes once the code is warm: reading one report, linking a thousand,
/// asking one query among them. Seconds of different machines do not compare.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StageBenchmark {
  private static final int REPORTS = 1_000;

  private SiteConfig config;
  private ReportFolder folder;
  private String report;
  private List<Incident> incidents;
  private KnowledgeBase knowledge;
  private SearchIndex index;

  /// Writes, reads, links and indexes the reports that are worked on.
  @Setup
  public void prepare() throws IOException {
    Path source = Files.createTempDirectory("hindsight-stages");
    GeneratedReports.write(source, REPORTS, 1);
    config = ConfigReader.read("site-config.yml", "").config().orElseThrow();
    folder = ReportFolder.list(source.resolve("incidents"), "incidents");
    report = folder.reports().get(REPORTS / 2).path();
    incidents = reader().readAll().stream().flatMap(read -> read.incident().stream()).toList();
    knowledge = linked().knowledgeBase();
    index = SearchIndexer.index(knowledge);
  }

  private FolderReader reader() {
    return new FolderReader(config, folder, false);
  }

  /// One report, from the file to the incident.
  @Benchmark
  public ReportResult read() {
    return reader().read(report);
  }

  /// All reports.
  @Benchmark
  public CrossLinker.Result linked() {
    return CrossLinker.link(incidents, config, "incidents", PublishedInventory.NOTHING);
  }

  /// Three words, of which one has a slip.
  @Benchmark
  public SearchIndex.Hits search() {
    return index.search("connection databse timeout");
  }
}
