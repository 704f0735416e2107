package dev.hindsight.link;

import dev.hindsight.model.Attachment;
import dev.hindsight.model.Incident;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Limits the files that a site publishes beside its pages.
final class AttachmentLimit {
  static final ProblemKind TOO_MANY_FILES =
      ProblemKind.error(
          "too-many-files",
          ProblemKind.Topic.FILES,
          """
          All reports together show or link to more than 100,000 images and attachments. Hindsight names the report that exceeds
          the limit. Keep large collections of files elsewhere and link to them there.
          """);

  /// Ten for each of ten thousand reports. Hosts of static sites often take fewer.
  static final int MOST_FILES = 100_000;

  private AttachmentLimit() {}

  /// The problem of too many files, if any, at the report that exceeds the limit.
  ///
  /// @param most the number of files that all reports may have
  static Optional<Problem> check(List<Incident> incidents, int most) {
    Set<String> files = new HashSet<>();
    Optional<Incident> first = Optional.empty();
    for (Incident incident : incidents) {
      incident.attachments().stream().map(Attachment::target).forEach(files::add);
      if (files.size() > most && first.isEmpty()) {
        first = Optional.of(incident);
      }
    }
    return first.map(report ->
        TOO_MANY_FILES.at(
            SourcePosition.start(report.source()),
            "all reports together show or link to %,d files; the limit is %,d"
                .formatted(files.size(), most),
            "keep large collections of files elsewhere and link to them there"));
  }
}
