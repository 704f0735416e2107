package dev.hindsight.bench;

import dev.hindsight.Sites;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.search.index.SearchIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How high the reports that answer a query stand among what is found: for queries as people on
/// call type them, of Hindsight and, where there is Node.js with their packages, of other engines
/// that search static sites. All of them are given the same words of the same reports.
public final class Relevance {
  private static final Path QUERIES = Path.of("src/test/resources/relevance.tsv");
  private static final Path SCRIPT = Path.of("src/test/bench/relevance.mjs");

  /// The last place that counts.
  private static final int TOP = 10;

  private static final String OURS = "Hindsight";
  private static final String SAMPLE = "sample";
  private static final String CORPORA = "corpora";

  /// A query and the reports that answer it.
  ///
  /// @param set `sample` or `corpora`
  /// @param kind what somebody has in hand: a symptom, an error, a name
  /// @param answers the files of the reports, any of which will do
  /// @param half `a` to tune by, `b` to judge by
  public record Query(String set, String kind, String query, List<String> answers, String half) {

    /// The place of the best answer among what was found, from 1 on.
    Optional<Integer> place(List<String> found) {
      return answers.stream()
          .map(found::indexOf)
          .filter(index -> index >= 0 && index < TOP)
          .min(Comparator.naturalOrder())
          .map(index -> index + 1);
    }
  }

  /// What engines are given of a report.
  record Page(String file, String title, String text, String html) {}

  /// How well an engine did over some queries.
  ///
  /// @param mrr the mean of one through the place of the best answer, 0 beyond the tenth
  /// @param first the share of queries whose answer comes first
  /// @param three the share of queries with an answer among the first three
  /// @param ten the share of queries with an answer among the first ten
  public record Score(double mrr, double first, double three, double ten) {}

  /// The reports of one set, and the files that they come from.
  private record Reports(KnowledgeBase knowledge, Map<IncidentId, String> files) {

    String file(Incident incident) {
      return files.get(incident.id());
    }
  }

  /// The queries of one set, and what each engine found for each of them.
  private record Results(List<Query> queries, Map<String, List<List<String>>> found) {}

  private Relevance() {}

  /// Prints the scores, and with `--misses` every query whose answer is not among our first three.
  ///
  /// @param args the folder of the sets, then the folder whose `node_modules` has the other
  ///   engines, without which only ours is asked
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> places = Stream.of(args).filter(arg -> !arg.startsWith("--")).toList();
    Path packages = places.size() > 1 ? Path.of(places.get(1)) : SCRIPT.getParent();
    Map<String, Results> sets = new LinkedHashMap<>();
    Path folder = Files.createTempDirectory("relevance-");
    try {
      sets.put(SAMPLE, results(SAMPLE, sample(), packages, folder));
      Reports corpora = corpora(Path.of(places.getFirst()), folder);
      sets.put(CORPORA, results(CORPORA, corpora, packages, folder));
    } finally {
      delete(folder);
    }
    print(sets);
    if (List.of(args).contains("--misses")) {
      sets.values().forEach(Relevance::printMisses);
    }
  }

  /// How well the sample site answers.
  static Score sampleScore() throws IOException {
    List<Query> queries = queries(SAMPLE);
    return score(queries, ours(queries, sample()));
  }

  /// How well a site of all reports of the other sets answers.
  ///
  /// @param folder an empty one, for copies of the reports
  static Score corporaScore(Path corpora, Path folder) throws IOException {
    List<Query> queries = queries(CORPORA);
    return score(queries, ours(queries, corpora(corpora, folder)));
  }

  /// The queries of one set.
  public static List<Query> queries(String set) throws IOException {
    try (Stream<String> lines = Files.lines(QUERIES)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cell -> new Query(cell[0], cell[1], cell[2], List.of(cell[3].split(",")), cell[4]))
          .filter(query -> query.set().equals(set))
          .toList();
    }
  }

  private static Reports sample() {
    return reports(
        Sites.knowledge(Path.of(".")),
        incident -> incident.source().substring("incidents/".length()));
  }

  /// All reports of all sets as if they were those of one site.
  private static Reports corpora(Path corpora, Path folder) throws IOException {
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(corpora)) {
      int number = 0;
      for (Path file : all.filter(f -> f.toString().matches(".*\\.(md|erb)")).sorted().toList()) {
        // One name can stand in several sets; the number keeps every id apart.
        String name = "r" + number++ + "-" + file.getFileName();
        Files.copy(file, incidents.resolve(name));
        files.put("incidents/" + name, corpora.relativize(file).toString());
      }
    }
    return reports(Sites.knowledge(folder), incident -> files.get(incident.source()));
  }

  private static Reports reports(KnowledgeBase knowledge, Function<Incident, String> file) {
    return new Reports(
        knowledge, knowledge.incidents().stream().collect(Collectors.toMap(Incident::id, file)));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Results results(String set, Reports reports, Path packages, Path folder)
      throws IOException, InterruptedException {
    List<Query> queries = queries(set);
    for (Query query : queries) {
      if (!reports.files().values().containsAll(query.answers())) {
        throw new IllegalStateException("not every answer was read: " + query);
      }
    }
    Map<String, List<List<String>>> found = new LinkedHashMap<>();
    found.put(OURS, ours(queries, reports));
    if (Files.isDirectory(packages.resolve("node_modules"))) {
      found.putAll(others(queries, reports, packages, folder));
    } else {
      System.err.println("No other engine is asked: there is no node_modules in " + packages);
    }
    return new Results(queries, found);
  }

  private static List<List<String>> ours(List<Query> queries, Reports reports) {
    SearchIndex index = SearchIndexer.index(reports.knowledge());
    return queries.stream()
        .map(query ->
            index.search(query.query()).hits().stream()
                .limit(TOP)
                .map(hit -> reports.file(hit.incident()))
                .toList())
        .toList();
  }

  private static Map<String, List<List<String>>> others(
      List<Query> queries, Reports reports, Path packages, Path folder)
      throws IOException, InterruptedException {
    JsonMapper json = JsonMapper.shared();
    Path pages = folder.resolve("pages.json");
    Path asked = folder.resolve("queries.json");
    json.writeValue(
        pages.toFile(),
        reports.knowledge().incidents().stream()
            .map(incident -> page(incident, reports.file(incident)))
            .toList());
    json.writeValue(asked.toFile(), queries);
    Path found = folder.resolve("found.json");
    int exit =
        new ProcessBuilder(
                "node", SCRIPT.toAbsolutePath().toString(), pages.toString(), asked.toString())
            .directory(packages.toFile())
            .redirectOutput(found.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException(SCRIPT + " failed");
    }
    return json.readValue(found.toFile(), new TypeReference<>() {});
  }

  /// A report with every word that our own index has of it.
  private static Page page(Incident incident, String file) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        Stream.concat(Stream.of(incident.id()), incident.aliases().stream())
            .map(IncidentId::value)
            .collect(Collectors.joining(" ")));
    incident.systems().forEach(system -> paragraphs.add(system.name()));
    incident.severity().ifPresent(severity -> paragraphs.add(severity.name()));
    incident.status().ifPresent(paragraphs::add);
    paragraphs.addAll(incident.tags());
    paragraphs.addAll(incident.authors());
    incident.extra().forEach(fact -> paragraphs.add(fact.name() + " " + fact.value()));
    incident
        .sections()
        .forEach(section -> {
          paragraphs.add(section.heading());
          paragraphs.addAll(List.of(section.text().split("\n\n+")));
        });
    paragraphs.removeIf(String::isBlank);
    String html =
        paragraphs.stream().map(text -> "<p>" + escape(text)).collect(Collectors.joining("\n"));
    String title = escape(incident.title());
    return new Page(
        file,
        incident.title(),
        String.join("\n\n", paragraphs),
        """
        <!doctype html>
        <html lang="en">
        <title>%s</title>
        <h1>%s</h1>
        %s
        """
            .formatted(title, title, html));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void print(Map<String, Results> sets) {
    System.out.printf(
        Locale.ROOT,
        "%-8s %-5s %7s  %-21s %6s %6s %6s %6s%n",
        "set",
        "half",
        "queries",
        "engine",
        "MRR",
        "S@1",
        "S@3",
        "S@10");
    sets.forEach((set, results) -> {
      for (String half : List.of("a", "b", "both")) {
        results.found().forEach((engine, found) -> print(set, half, engine, results, found));
      }
    });
  }

  private static void print(
      String set, String half, String engine, Results results, List<List<String>> found) {
    List<Integer> numbers =
        IntStream.range(0, found.size())
            .filter(i -> half.equals("both") || results.queries().get(i).half().equals(half))
            .boxed()
            .toList();
    Score score =
        score(
            numbers.stream().map(results.queries()::get).toList(),
            numbers.stream().map(found::get).toList());
    System.out.printf(
        Locale.ROOT,
        "%-8s %-5s %7d  %-21s %6.3f %6.3f %6.3f %6.3f%n",
        set,
        half,
        numbers.size(),
        engine,
        score.mrr(),
        score.first(),
        score.three(),
        score.ten());
  }

  /// How well an engine did, given what it found for each query.
  public static Score score(List<Query> queries, List<List<String>> found) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      queries.get(i).place(found.get(i)).ifPresent(places::add);
    }
    double all = queries.size();
    return new Score(
        places.stream().mapToDouble(place -> 1.0 / place).sum() / all,
        places.stream().filter(place -> place == 1).count() / all,
        places.stream().filter(place -> place <= 3).count() / all,
        places.size() / all);
  }

  private static void printMisses(Results results) {
    for (int i = 0; i < results.queries().size(); i++) {
      Query query = results.queries().get(i);
      List<String> found = results.found().get(OURS).get(i);
      Optional<Integer> place = query.place(found);
      if (place.isEmpty() || place.get() > 3) {
        System.out.printf(
            "%n%s %s, %s: %s%n  wanted %s, at place %s%n",
            query.set(),
            query.half(),
            query.kind(),
            query.query(),
            String.join(" or ", query.answers()),
            place.map(String::valueOf).orElse("-"));
        found.stream().limit(3).forEach(file -> System.out.println("  " + file));
      }
    }
  }
}
