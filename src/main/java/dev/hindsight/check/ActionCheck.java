package dev.hindsight.check;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.time.LocalDate;
import java.util.stream.Stream;

/// Checks that open action items have an owner and are not overdue.
record ActionCheck(SiteConfig config, LocalDate today) implements Checker.Check {
  static final ProblemKind WITHOUT_OWNER =
      ProblemKind.off(
          "action-without-owner",
          ProblemKind.Topic.ACTIONS,
          """
          An open action item without an owner; `hindsight check --gaps` lists these too. Add `(Assigned: name)` or an
          `Owner` column.
          """);

  static final ProblemKind OVERDUE =
      ProblemKind.warning(
          "overdue-action",
          ProblemKind.Topic.ACTIONS,
          """
          An open action item whose due date has passed. Mark it done or set a new due date.
          """);

  @Override
  public Stream<Problem> of(Incident incident) {
    return incident.actionItems().stream()
        .filter(ActionItem::isOpen)
        .flatMap(item -> {
          SourcePosition at = SourcePosition.of(incident.source(), item.place());
          Stream<Problem> overdue =
              config.due(incident, item).filter(today::isAfter).stream()
                  .map(due ->
                      OVERDUE.at(
                          at,
                          "action item "
                              + item.number()
                              + " was due on "
                              + due
                              + " and is still open",
                          "mark it done or set a new due date"));
          return item.owner().isPresent()
              ? overdue
              : Stream.concat(overdue, Stream.of(withoutOwner(at, item)));
        });
  }

  private static Problem withoutOwner(SourcePosition at, ActionItem item) {
    return WITHOUT_OWNER.at(
        at,
        "action item " + item.number() + " has no owner",
        "add `(Assigned: name)` or an `Owner` column");
  }
}
