package dev.hindsight.check;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Doubt;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import java.time.LocalDate;
import java.util.stream.Stream;

/// An action item that is still to be done has an owner, and its term is not over.
record ActionCheck(SiteConfig config, LocalDate today) implements Checker.Check {

  @Override
  public Stream<Problem> of(Incident incident) {
    return incident.actionItems().stream()
        .filter(ActionItem::isOpen)
        .flatMap(item -> {
          SourcePosition at = SourcePosition.of(incident.source(), item.place());
          Stream<Problem> overdue =
              config.due(incident, item).filter(today::isAfter).stream()
                  .map(due -> new Doubt.OverdueAction(at, item.number(), due));
          return item.owner().isPresent()
              ? overdue
              : Stream.concat(overdue, Stream.of(new Doubt.ActionWithoutOwner(at, item.number())));
        });
  }
}
