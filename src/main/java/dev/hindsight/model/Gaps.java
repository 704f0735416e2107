package dev.hindsight.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What reports do not state. A gap is not a problem: the detail may be unknown, or may not matter.
///
/// @param list one for each kind, in the order of the kinds
public record Gaps(List<Gap> list) {
  /// No reports were read.
  public static final Gaps NONE = new Gaps(List.of());

  /// A detail that can be missing.
  public enum Kind {
    /// An open action item without an owner.
    OWNER("action-without-owner"),
    /// An open action item without a due date.
    DUE_DATE("action-without-due-date"),
    FIX("report-without-fix"),
    ROOT_CAUSE("report-without-root-cause"),
    SEVERITY("report-without-severity"),
    SYSTEMS("report-without-systems"),
    DATE("report-without-date");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /// Its stable name, for scripts.
    public String code() {
      return code;
    }

    /// Whether it is missing from an action item instead of a report.
    public boolean isOfActions() {
      return this == OWNER || this == DUE_DATE;
    }
  }

  /// Everything of which one detail is missing.
  ///
  /// @param total how many action items or reports could have it
  public record Gap(Kind kind, List<Missing> missing, int total) {
    public Gap {
      missing = List.copyOf(missing);
    }

    /// The same without the list.
    public Count count() {
      return new Count(kind, missing.size(), total);
    }
  }

  /// A report or action item without the detail.
  ///
  /// @param action empty for a report
  public record Missing(Incident incident, Optional<ActionItem> action) {}

  /// How many miss a detail.
  public record Count(Kind kind, int missing, int total) {}

  public Gaps {
    list = List.copyOf(list);
  }

  /// Finds all gaps.
  ///
  /// @param due the due date of an action item: stated, or derived from its priority
  public static Gaps of(
      List<Incident> incidents, BiFunction<Incident, ActionItem, Optional<LocalDate>> due) {
    List<Missing> actions =
        incidents.stream()
            .flatMap(incident ->
                incident.actionItems().stream()
                    .filter(ActionItem::isOpen)
                    .map(item -> new Missing(incident, Optional.of(item))))
            .toList();
    List<Missing> reports =
        incidents.stream().map(incident -> new Missing(incident, Optional.empty())).toList();
    return new Gaps(
        Stream.of(Kind.values())
            .map(kind -> {
              List<Missing> all = kind.isOfActions() ? actions : reports;
              return new Gap(kind, all.stream().filter(isMissing(kind, due)).toList(), all.size());
            })
            .toList());
  }

  private static Predicate<Missing> isMissing(
      Kind kind, BiFunction<Incident, ActionItem, Optional<LocalDate>> due) {
    return switch (kind) {
      case OWNER -> one -> one.action().orElseThrow().owner().isEmpty();
      case DUE_DATE -> one -> due.apply(one.incident(), one.action().orElseThrow()).isEmpty();
      case FIX -> one -> one.incident().fix().isEmpty();
      case ROOT_CAUSE -> one -> !one.incident().hasText(SectionKind.ROOT_CAUSE);
      case SEVERITY -> one -> one.incident().severity().isEmpty();
      case SYSTEMS -> one -> one.incident().systems().isEmpty();
      case DATE -> one -> one.incident().date().isEmpty();
    };
  }

  /// The number of each kind.
  public List<Count> counts() {
    return list.stream().map(Gap::count).toList();
  }
}
