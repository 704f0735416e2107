package dev.hindsight.read.report;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KeptSections;
import dev.hindsight.model.Section;
import dev.hindsight.site.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What became of one file among the reports.
///
/// @param incident empty where there is none to show: an empty or unreadable file, a draft
/// @param draft whether it was left out as a draft
/// @param copy where the file is the same as another, byte for byte
/// @param hidden the id of a draft that was left out, which no output may mention
/// @param digest changes whenever the incident does; empty where it is not kept
public record ReportResult(
    Optional<Incident> incident,
    boolean draft,
    List<Problem> problems,
    Optional<Copy> copy,
    Optional<IncidentId> hidden,
    String digest) {

  /// A file that is the same as another.
  ///
  /// @param id that it would have had
  /// @param of the source of the other
  public record Copy(IncidentId id, String of) {}

  public ReportResult {
    problems = List.copyOf(problems);
  }

  /// A report that was read.
  ///
  /// @param incident empty where an error keeps it from being shown
  static ReportResult of(Optional<Incident> incident, List<Problem> problems) {
    return new ReportResult(incident, false, problems, Optional.empty(), Optional.empty(), "");
  }

  /// A draft that is left out.
  static ReportResult hiddenDraft(IncidentId id) {
    return new ReportResult(
        Optional.empty(), true, List.of(), Optional.empty(), Optional.of(id), "");
  }

  /// A file that could not be read, or that has nothing to read.
  public static ReportResult failed(Problem problem) {
    return of(Optional.empty(), List.of(problem));
  }

  /// The source of a report whose front matter may hide something and cannot be read.
  public Optional<String> refused() {
    return problems.stream()
        .filter(problem -> problem.is(ReportReader.UNREADABLE_FRONT_MATTER))
        .map(problem -> problem.at().file())
        .findFirst();
  }

  /// The same file where another is the same, byte for byte.
  ///
  /// @param original the source of the first of all that are the same
  /// @param problem says so to the author
  public ReportResult asCopyOf(String original, Problem problem) {
    return new ReportResult(
        Optional.empty(),
        draft,
        draft ? List.of() : List.of(problem),
        incident.map(read -> new Copy(read.id(), original)),
        hidden,
        "");
  }

  public ReportResult withDigest(String digest) {
    return new ReportResult(incident, draft, problems, copy, hidden, digest);
  }

  public ReportResult withIncident(Optional<Incident> incident) {
    return new ReportResult(incident, draft, problems, copy, hidden, digest);
  }

  /// The same with its incident's sections kept elsewhere.
  public ReportResult withKept(Supplier<List<Section>> sections) {
    return withIncident(incident.map(read -> read.withSections(new KeptSections(read, sections))));
  }
}
