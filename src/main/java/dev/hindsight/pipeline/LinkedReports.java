package dev.hindsight.pipeline;

import dev.hindsight.model.Gaps;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder of reports, read and linked.
///
/// @param digests a digest of each incident, by the key of its ID; empty if there are so few that
///   they are not cached
/// @param published what the last site published
/// @param index the index, if a check needed it
record LinkedReports(
    SiteConfig config,
    Conventions conventions,
    ReportFolder folder,
    List<ReportResult> reports,
    KnowledgeBase knowledge,
    Map<String, String> digests,
    PublishedInventory published,
    Optional<SearchIndex> index,
    List<Problem> problems) {

  LinkedReports {
    reports = List.copyOf(reports);
    problems = List.copyOf(problems);
  }

  LinkedReports with(List<Problem> problems) {
    return new LinkedReports(
        config, conventions, folder, reports, knowledge, digests, published, index, problems);
  }

  /// What the reports do not state.
  Gaps gaps() {
    return Gaps.of(knowledge.incidents(), config::due);
  }

  BuildResult built(long pages, long files) {
    return new BuildResult.Built(
        problems,
        new BuildResult.Summary(
            knowledge.incidents().size(),
            knowledge.systems().size(),
            (int) reports.stream().filter(ReportResult::draft).count(),
            folder.skipped(),
            gaps().counts(),
            pages,
            files));
  }
}
