package dev.hindsight.pipeline;

import dev.hindsight.check.Checker;
import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.Progress;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Reports that are read and linked, but not built into a site. Includes drafts, because their IDs
/// are taken too.
///
/// @param folder of the reports, wherever it is
/// @param problems the problems of the reports, with their configured levels
public record ReportCollection(
    ReportFolder folder, SiteConfig config, KnowledgeBase knowledge, List<Problem> problems) {

  public ReportCollection {
    problems = List.copyOf(problems);
  }

  /// The configuration of a site, or its problems.
  ///
  /// @throws IOException if it cannot be read
  public static ConfigReader.Outcome config(SiteSource source) throws IOException {
    return new SiteReader(source, BuildOptions.on(LocalDate.EPOCH), Progress.NONE).configuration();
  }

  /// Reads and links the reports of a folder.
  ///
  /// @param today the current date; dates in reports cannot be later
  public static ReportCollection of(ReportFolder folder, SiteConfig config, LocalDate today) {
    List<ReportResult> reports = new FolderReader(config, folder, true).readAll();
    CrossLinker.Result linked =
        CrossLinker.link(
            SiteReader.incidents(reports), config, folder.name(), PublishedInventory.NOTHING);
    List<Problem> doubts = Checker.check(linked.knowledgeBase(), config, today);
    return new ReportCollection(
        folder,
        config,
        linked.knowledgeBase(),
        SiteReader.withConfiguredLevels(
            config,
            Stream.of(SiteReader.problemsOf(reports), linked.problems(), doubts)
                .flatMap(List::stream)));
  }
}
