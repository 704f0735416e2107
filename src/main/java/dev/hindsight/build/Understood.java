package dev.hindsight.build;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.read.ReportFolder;
import dev.hindsight.read.ReportReader;
import dev.hindsight.search.SearchIndex;
import dev.hindsight.search.SearchIndexer;
import dev.hindsight.site.Problem;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteConfig;
import dev.hindsight.site.Stage;
import java.util.List;
import java.util.Optional;

/// A folder of reports, read and linked.
///
/// @param made the index, where checks needed it
record Understood(
    SiteConfig config,
    ReportFolder folder,
    List<ReportReader.Report> reports,
    KnowledgeBase knowledge,
    Optional<SearchIndex> made,
    List<Problem> problems) {

  Understood {
    reports = List.copyOf(reports);
    problems = List.copyOf(problems);
  }

  SearchIndex index(Progress progress) {
    return made.orElseGet(() -> index(knowledge, progress));
  }

  static SearchIndex index(KnowledgeBase knowledge, Progress progress) {
    return progress.during(
        Stage.INDEX, knowledge.incidents().size(), () -> SearchIndexer.index(knowledge, progress));
  }

  Understood with(List<Problem> problems) {
    return new Understood(config, folder, reports, knowledge, made, problems);
  }

  BuildResult built(long pages, long files) {
    return new BuildResult.Built(
        problems,
        new BuildResult.Summary(
            knowledge.incidents().size(),
            knowledge.systems().size(),
            (int) reports.stream().filter(ReportReader.Report::draft).count(),
            folder.skipped(),
            pages,
            files));
  }
}
