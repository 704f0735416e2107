package dev.hindsight.check;

import dev.hindsight.model.AffectedSystem;
import dev.hindsight.model.Block;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.TextPosition;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.SystemConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.ClosestMatch;
import dev.hindsight.site.text.TypoIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks that a system that only one report names is configured. If no systems are configured,
/// reports a name only if it differs by one typo from a name that several reports use.
final class SystemCheck implements Checker.Check {
  static final ProblemKind UNKNOWN_SYSTEM =
      ProblemKind.warning(
          "unknown-system",
          ProblemKind.Topic.VALUES,
          """
          A system that only one report names and that is not in `systems:` of the configuration, by name or alias. If the
          configuration lists no systems: a name that differs by one typo from one that several reports use.
          """);

  private final KnowledgeBase knowledge;

  /// The configured names and aliases by their keys.
  private final Map<String, String> configured;

  private final TypoIndex typos;
  private final Map<String, Optional<String>> nearest = new ConcurrentHashMap<>();

  SystemCheck(KnowledgeBase knowledge, SiteConfig config) {
    this.knowledge = knowledge;
    this.configured =
        config.systems().stream()
            .flatMap(SystemCheck::names)
            .collect(
                Collectors.toMap(
                    name -> SystemName.of(name).key(), name -> name, (first, _) -> first));
    this.typos =
        new TypoIndex(
            configured.isEmpty()
                ? knowledge.systems().stream()
                    .filter(system -> system.incidents().size() > 1)
                    .map(SystemHistory::name)
                    .toList()
                : List.of());
  }

  private static Stream<String> names(SystemConfig system) {
    return Stream.concat(Stream.of(system.name()), system.aliases().stream());
  }

  @Override
  public Stream<Problem> of(Incident incident) {
    return incident.systems().stream().flatMap(name -> problem(name, incident).stream());
  }

  private Optional<Problem> problem(SystemName name, Incident incident) {
    if (configured.containsKey(name.key()) || knowledge.system(name).incidents().size() > 1) {
      return Optional.empty();
    }
    return !configured.isEmpty()
        ? Optional.of(
            unknown(name, incident, nearest.computeIfAbsent(name.key(), this::configured)))
        : typos
            .nearest(name.name())
            .filter(known -> TypoIndex.isOneName(known, name.name()))
            .map(known -> unknown(name, incident, Optional.of(known)));
  }

  private Optional<String> configured(String key) {
    return ClosestMatch.to(key, configured.keySet()).map(configured::get);
  }

  private static Problem unknown(SystemName name, Incident incident, Optional<String> nearest) {
    return UNKNOWN_SYSTEM.at(
        SourcePosition.of(incident.source(), place(name, incident)),
        "unknown system '" + name.name() + "'",
        nearest
            .map(known -> "did you mean '" + known + "'?")
            .orElse("correct the name or add it to `systems:`"));
  }

  private static TextPosition place(SystemName name, Incident incident) {
    return incident.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Systems.class::isInstance)
        .flatMap(block -> ((Block.Systems) block).systems().stream())
        .filter(system -> system.name().key().equals(name.key()))
        .map(AffectedSystem::place)
        .findFirst()
        .orElse(incident.place("systems"));
  }
}
