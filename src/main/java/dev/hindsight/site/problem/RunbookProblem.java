package dev.hindsight.site.problem;

import java.util.Optional;

/// Something in a runbook that refers to the site.
public sealed interface RunbookProblem extends Problem {

  /// What is referred to has another name or address now.
  record RenamedReference(SourcePosition at, String found, String now) implements RunbookProblem {
    @Override
    public String message() {
      return "'" + found + "' is '" + now + "' now";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("`hindsight check --runbooks … --fix` rewrites it");
    }

    @Override
    public Level level() {
      return Level.WARNING;
    }
  }

  /// An address in the site that leads nowhere.
  record DeadReference(SourcePosition at, String found, Optional<String> nearest)
      implements RunbookProblem {
    @Override
    public String message() {
      return "'" + found + "' leads nowhere";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(
          nearest
              .map(known -> "did you mean '" + known + "'?")
              .orElse("nothing like it was found; search for the incident"));
    }
  }

  /// An incident that nobody has written up.
  record UnwrittenInRunbook(SourcePosition at, String found, Optional<String> nearest)
      implements RunbookProblem {
    @Override
    public String message() {
      return "no report has been written for '" + found + "'";
    }

    @Override
    public Optional<String> hint() {
      return nearest.map(known -> "did you mean '" + known + "'?");
    }

    @Override
    public Level level() {
      return Level.WARNING;
    }
  }

  /// A runbook that is not read.
  record UnreadableRunbook(SourcePosition at, String why) implements RunbookProblem {
    @Override
    public String message() {
      return "this runbook was not read: " + why;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("save it as UTF-8, or take it out of the folder");
    }

    @Override
    public Level level() {
      return Level.WARNING;
    }
  }
}
