package dev.hindsight.pipeline;

import dev.hindsight.check.Checker;
import dev.hindsight.link.CrossLinker;
import dev.hindsight.page.template.TemplateErrors;
import dev.hindsight.read.FolderReader;
import dev.hindsight.runbook.Runbooks;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.problem.ProblemKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The registry of all kinds of problems. `docs/problems.md`, the JSON Schema of the configuration,
/// the levels in `defaults.yml` and the rules in SARIF are generated from it or checked against it.
public final class ProblemKinds {
  /// Kinds that end the program with exit code 2, regardless of the configuration.
  private static final List<ProblemKind> FATAL =
      List.of(ConfigReader.BAD_CONFIGURATION, TemplateErrors.BAD_TEMPLATE);

  /// Kinds that end the program with exit code 1. Only an option allows them.
  private static final List<ProblemKind> GUARDS = List.of(LossGuard.MASS_LOSS);

  private ProblemKinds() {}

  /// Every kind that `checks:` in the configuration can change, by code.
  public static List<ProblemKind> adjustable() {
    return Stream.of(
            FolderReader.KINDS,
            CrossLinker.KINDS,
            Checker.KINDS,
            Runbooks.KINDS,
            ConfigReader.WARNINGS,
            List.of(
                SiteReader.UNREADABLE_INVENTORY,
                FindQueryCheck.LOST_REPORT,
                UnreadFiles.UNREAD_FILES,
                UnreadFiles.NO_REPORTS))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(ProblemKind::code))
        .toList();
  }

  /// Every kind, by code.
  public static List<ProblemKind> all() {
    return Stream.of(adjustable(), FATAL, GUARDS)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(ProblemKind::code))
        .toList();
  }
}
