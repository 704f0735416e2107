package dev.hindsight.read.report;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KeptSections;
import dev.hindsight.model.Section;
import dev.hindsight.site.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The result for one file among the reports.
///
/// @param incident empty if there is none to show: an empty or unreadable file, a draft
/// @param draft whether the file was skipped as a draft
/// @param copy set if the file is a copy of another, byte for byte
/// @param hidden the ID of a skipped draft, which no output may mention
/// @param digest changes whenever the incident does; empty if it is not cached
public record ReportResult(
    Optional<Incident> incident,
    boolean draft,
    List<Problem> problems,
    Optional<Copy> copy,
    Optional<IncidentId> hidden,
    String digest) {

  /// A file that is a copy of another.
  ///
  /// @param id that the file would have
  /// @param of the source of the original
  public record Copy(IncidentId id, String of) {}

  public ReportResult {
    problems = List.copyOf(problems);
  }

  /// The result for a report that was read.
  ///
  /// @param incident empty if an error prevents it from being shown
  static ReportResult of(Optional<Incident> incident, List<Problem> problems) {
    return new ReportResult(incident, false, problems, Optional.empty(), Optional.empty(), "");
  }

  /// The result for a skipped draft.
  static ReportResult hiddenDraft(IncidentId id) {
    return new ReportResult(
        Optional.empty(), true, List.of(), Optional.empty(), Optional.of(id), "");
  }

  /// The result for a file that cannot be read or has no content.
  public static ReportResult failed(Problem problem) {
    return of(Optional.empty(), List.of(problem));
  }

  /// The source of a report that is withheld because its unreadable front matter may hide
  /// something.
  public Optional<String> refused() {
    return problems.stream()
        .filter(problem -> problem.is(ReportReader.UNREADABLE_FRONT_MATTER))
        .map(problem -> problem.at().file())
        .findFirst();
  }

  /// The result for a copy of another file.
  ///
  /// @param original the source of the first of the identical files
  /// @param problem reports the copy to the author
  public ReportResult asCopyOf(String original, Problem problem) {
    return new ReportResult(
        Optional.empty(),
        draft,
        draft ? List.of() : List.of(problem),
        incident.map(read -> new Copy(read.id(), original)),
        hidden,
        "");
  }

  ReportResult withProblems(List<Problem> problems) {
    return new ReportResult(incident, draft, problems, copy, hidden, digest);
  }

  public ReportResult withDigest(String digest) {
    return new ReportResult(incident, draft, problems, copy, hidden, digest);
  }

  public ReportResult withIncident(Optional<Incident> incident) {
    return new ReportResult(incident, draft, problems, copy, hidden, digest);
  }

  /// The same result, with the incident's sections loaded from elsewhere.
  public ReportResult withKept(Supplier<List<Section>> sections) {
    return withIncident(incident.map(read -> read.withSections(new KeptSections(read, sections))));
  }
}
