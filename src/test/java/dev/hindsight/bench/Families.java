package dev.hindsight.bench;

import dev.hindsight.Sites;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Similarity;
import dev.hindsight.search.index.SearchIndexer;
import dev.hindsight.search.similar.SimilarIncidents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How well similar incidents are found, in sets of real reports whose families were labeled by
/// hand: is a sibling shown among the first three, and is nothing shown where there is none?
public final class Families {
  private static final Path LABELS = Path.of("src/test/resources/families.tsv");

  /// So many are looked at, as a reader would.
  private static final int FIRST = 3;

  /// What a reader said of a report.
  private record Label(String set, String file, String family, String grade) {
    boolean hasSibling() {
      return grade.equals("same");
    }

    boolean isAlone() {
      return grade.equals("alone");
    }
  }

  /// What was found in a set.
  ///
  /// @param siblings reports that have a sibling
  /// @param ranked those of them with a sibling among the first three, however weak
  /// @param shown those of them that are shown a sibling among the first three
  /// @param alone reports that have none
  /// @param quiet those of them that are shown nothing
  public record Score(int siblings, int ranked, int shown, int alone, int quiet) {}

  private Families() {}

  /// Prints the scores, and with `--misses` every report that is shown something else.
  ///
  /// @param args the folder of the sets
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("families-");
    System.out.printf(
        "%-32s %9s %9s %9s %9s %9s%n", "set", "siblings", "in top 3", "shown", "alone", "quiet");
    for (String set : sets()) {
      Score score =
          score(Path.of(args[0]), set, folder.resolve(set), List.of(args).contains("--misses"));
      System.out.printf(
          Locale.ROOT,
          "%-32s %9d %9d %9d %9d %9d%n",
          set,
          score.siblings(),
          score.ranked(),
          score.shown(),
          score.alone(),
          score.quiet());
    }
  }

  /// The sets that have labels.
  static List<String> sets() throws IOException {
    return labels().stream().map(Label::set).distinct().toList();
  }

  private static List<Label> labels() throws IOException {
    try (Stream<String> lines = Files.lines(LABELS)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cell -> new Label(cell[0], cell[1], cell[2], cell[3]))
          .toList();
    }
  }

  /// @param folder an empty one, for copies of the reports
  static Score score(Path corpora, String set, Path folder, boolean isTold) throws IOException {
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    Map<String, Label> labels = new HashMap<>();
    for (Label label : labels()) {
      if (label.set().equals(set)) {
        String name = label.file().replaceFirst("(\\.html)?\\.md(\\.erb)?$", "") + ".md";
        Files.copy(corpora.resolve(set).resolve(label.file()), incidents.resolve(name));
        labels.put("incidents/" + name, label);
      }
    }
    KnowledgeBase knowledge = Sites.knowledge(folder);
    Map<IncidentId, Label> byId =
        knowledge.incidents().stream()
            .collect(Collectors.toMap(Incident::id, incident -> labels.get(incident.source())));
    var index = SearchIndexer.index(knowledge);
    Map<IncidentId, List<Similarity>> all = byIncident(SimilarIncidents.in(index, 0));
    Map<IncidentId, List<Similarity>> shown = byIncident(SimilarIncidents.in(index));
    if (isTold) {
      byId.forEach((id, label) -> tell(label, shown.getOrDefault(id, List.of()), byId));
    }
    List<IncidentId> siblings =
        byId.keySet().stream().filter(id -> byId.get(id).hasSibling()).toList();
    List<IncidentId> alone = byId.keySet().stream().filter(id -> byId.get(id).isAlone()).toList();
    return new Score(
        siblings.size(),
        (int) siblings.stream().filter(id -> isAmongFirst(id, all, byId)).count(),
        (int) siblings.stream().filter(id -> isAmongFirst(id, shown, byId)).count(),
        alone.size(),
        (int) alone.stream().filter(id -> !shown.containsKey(id)).count());
  }

  private static Map<IncidentId, List<Similarity>> byIncident(List<Similarity> all) {
    return all.stream().collect(Collectors.groupingBy(Similarity::one));
  }

  private static boolean isAmongFirst(
      IncidentId id, Map<IncidentId, List<Similarity>> found, Map<IncidentId, Label> labels) {
    return found.getOrDefault(id, List.of()).stream()
        .limit(FIRST)
        .map(alike -> labels.get(alike.other()).family())
        .anyMatch(labels.get(id).family()::equals);
  }

  private static void tell(Label label, List<Similarity> shown, Map<IncidentId, Label> labels) {
    for (Similarity alike : shown) {
      Label other = labels.get(alike.other());
      if (label.isAlone() || !label.family().equals(other.family())) {
        System.out.printf(
            Locale.ROOT,
            "%s (%s) is shown %s (%s), %.2f%n",
            label.file(),
            label.family(),
            other.file(),
            other.family(),
            alike.score());
      }
    }
  }
}
