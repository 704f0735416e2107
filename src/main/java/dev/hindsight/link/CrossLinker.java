package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.MissingReport;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Relation;
import dev.hindsight.model.Similarity;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Links incidents to each other and to their systems.
public final class CrossLinker {
  /// Every kind of problem that linking finds.
  public static final List<ProblemKind> KINDS =
      List.of(
          IdTable.DUPLICATE_ID,
          IdTable.TAKEN_ALIAS,
          LookAlikeIds.LOOK_ALIKE_ID,
          RelationFinder.UNWRITTEN_REFERENCE,
          RelationFinder.DIFFERENT_DATE,
          AttachmentLimit.TOO_MANY_FILES,
          AnchorKeeper.LOST_ANCHOR,
          AnchorKeeper.LOST_INCIDENT);

  private static final Comparator<Incident> NEWEST_FIRST =
      Comparator.comparing(
              (Incident incident) -> incident.date().orElse(Moment.year(0)),
              Comparator.reverseOrder())
          .thenComparing(Incident::id);

  private CrossLinker() {}

  /// The result of linking.
  public record Result(KnowledgeBase knowledgeBase, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /// Adds inferred relations: similar incidents and recurrences.
  ///
  /// @param similarities of each incident, strongest first
  public static KnowledgeBase connect(KnowledgeBase knowledge, List<Similarity> similarities) {
    return InferredRelationLinker.connect(knowledge, similarities);
  }

  /// Links incidents. If two claim the same ID, the first keeps it and the second is a problem.
  ///
  /// @param incidents in the order of their files
  /// @param folder the name of the folder of reports, which begins each incident's source path
  /// @param published the addresses that others may link to
  public static Result link(
      List<Incident> incidents, SiteConfig config, String folder, PublishedInventory published) {
    List<Problem> problems = new ArrayList<>();
    AnchorKeeper.Result kept = AnchorKeeper.keep(FormerIds.keep(incidents, published), published);
    problems.addAll(kept.problems());
    IdTable ids = IdTable.of(kept.incidents(), config, folder, problems);
    List<Incident> newestFirst = ids.incidents().stream().sorted(NEWEST_FIRST).toList();
    RelationFinder finder = new RelationFinder(ids);
    newestFirst.forEach(finder::visit);
    problems.addAll(finder.problems());
    AttachmentLimit.check(ids.incidents(), AttachmentLimit.MOST_FILES).ifPresent(problems::add);

    Map<String, IncidentId> known = new HashMap<>(ids.known());
    Map<String, List<Relation>> relations = finder.relations();
    List<MissingReport> unwritten = new ArrayList<>();
    new TreeMap<>(finder.missing())
        .values()
        .forEach(id -> {
          known.put(id.key(), id);
          unwritten.add(
              new MissingReport(
                  id,
                  relations.getOrDefault(id.key(), List.of()),
                  finder.dates(id).stream().distinct().sorted().toList()));
        });
    SystemTable.Systems systems = SystemTable.of(newestFirst, config, published.systems());
    Map<String, Incident> byKey = new HashMap<>();
    newestFirst.forEach(incident -> byKey.put(incident.id().key(), incident));
    return new Result(
        new KnowledgeBase(
            newestFirst,
            systems.byName(),
            unwritten,
            relations,
            known,
            systems.byKey(),
            byKey,
            ids.aliases(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            kept.past()),
        problems);
  }
}
