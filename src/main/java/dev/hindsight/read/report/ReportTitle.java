package dev.hindsight.read.report;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.read.convention.Conventions;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first heading of a report, taken apart into an id, a date, a severity and the title itself:
/// `Incident Report: INC-2024-0112 - Pool exhausted (Apr 2, 2024) | SEV2`.
///
/// @param number an id by its form or because the file's name begins with it: `INC-001`. It is the
///   report's id only if no other report has it
/// @param severity as written
/// @param isGeneric whether nothing is left but words for any report, `Postmortem 2024-05-02`
/// @param isGivenUp whether the pattern of ids needed too many steps, so that the id may be missing
public record ReportTitle(
    Optional<IncidentId> id,
    Optional<String> number,
    Optional<Moment> date,
    Optional<String> severity,
    String text,
    boolean isGeneric,
    boolean isGivenUp) {

  /// Where ids stand in a title.
  ///
  /// @param first one at its beginning
  /// @param last one in brackets at its end
  public record Ids(Pattern first, Pattern last) {
    /// @param id what an id looks like
    public static Ids like(Pattern id) {
      return new Ids(
          Pattern.compile("^[\\[(]?(" + id.pattern() + ")[\\])]?(?![\\w-])"),
          Pattern.compile("\\s*[\\[(](" + id.pattern() + ")[\\])]$"));
    }
  }

  /// Takes a heading apart.
  ///
  /// @param stem of the file's name, whose beginning a title may repeat
  /// @param dayFirst whether `06/11/2023` is in November
  /// @param conventions what the titles of the collection have in common
  public static ReportTitle of(
      String heading, Ids ids, String stem, boolean dayFirst, Conventions conventions) {
    return new TitleReader(heading, ids, stem, dayFirst, conventions).read();
  }

  ReportTitle withText(String other) {
    return new ReportTitle(id, number, date, severity, other, isGeneric, isGivenUp);
  }
}
