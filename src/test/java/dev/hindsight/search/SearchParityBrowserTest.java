package dev.hindsight.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.hindsight.Reports;
import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.browser.Chromium;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.analysis.ReportAnalyzer;
import dev.hindsight.search.analysis.WordTokenizer;
import dev.hindsight.search.export.AmendedSearch;
import dev.hindsight.search.export.SearchExport;
import dev.hindsight.search.index.SearchIndex;
import dev.hindsight.search.index.SearchIndexer;
import dev.hindsight.search.query.QueryPlan;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.search.Explanation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The browser's engine finds what Lucene finds, in the same order, with the same scores to the
/// last bit, because it takes text apart into the same terms and computes in the same steps.
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchParityBrowserTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final int TOP = 20;

  /// From some 1,300 on, the index comes in parts.
  private static final int MANY = Soak.size(1_500, 3_000, 10_000);

  private static final int QUERIES = Soak.size(150, 400, 400);
  private static final Path MODULES = Path.of("templates/assets/search");

  /// What the development server puts before the engine.
  private static final Path AMENDED = Path.of("src/main/resources/dev/hindsight/serve/amended.js");

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @Test
  void ranksTheSampleSiteAsLuceneDoes() throws IOException {
    assertSameRanking(Path.of("."), 1);
  }

  @Test
  void ranksRealReportsAsLuceneDoes(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    Path incidents = Files.createDirectories(folder.resolve("incidents"));
    try (Stream<Path> files = Files.walk(CORPORA)) {
      int number = 0;
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|erb)")).sorted().toList()) {
        Files.copy(file, incidents.resolve("r" + number++ + "-" + file.getFileName()));
      }
    }
    assertSameRanking(folder, 3);
  }

  @Test
  void ranksGeneratedReportsAsLuceneDoes(@TempDir Path folder) throws IOException {
    assertSameRanking(Sites.write(folder, Reports.site(MANY, 11)), 2);
  }

  /// With each of some reports laid over the index of before.
  @Test
  void ranksEditedReportsAsLuceneDoes(@TempDir Path folder) throws IOException {
    for (int count : List.of(60, 1_500)) {
      Path source = Sites.write(folder.resolve("" + count), Reports.site(count, 12));
      MemoryOutput before = new MemoryOutput();
      AmendedSearch amended =
          SearchExport.write(SearchIndexer.index(Sites.knowledge(source)), before);
      RewrittenReports rewriting = new RewrittenReports(source, count);
      for (int i = 0; i < 20; i++) {
        amended = amended.with(rewriting.next()).orElseThrow();
      }
      MemoryOutput site = new MemoryOutput();
      amended.writeTo(site);
      before
          .files()
          .forEach((path, bytes) -> {
            if (site.get(path) == null) {
              site.write(path, bytes);
            }
          });
      KnowledgeBase knowledge = Sites.knowledge(source);
      List<String> queries = new ArrayList<>(queries(knowledge, 4, QUERIES));
      queries.addAll(List.of("quux", "quuxa", "new-thing/v3", "\"the database of connections\""));
      queries.addAll(List.of("humpednameabout", "humped", "recon", "quuxx", "\"about the queue\""));
      assertSameRanking(SearchIndexer.index(knowledge), site, queries, true);
    }
  }

  @Test
  void explainsRanksAsLuceneDoes() throws IOException {
    KnowledgeBase knowledge = Sites.knowledge(Path.of("."));
    SearchIndex index = SearchIndexer.index(knowledge);
    MemoryOutput site = new MemoryOutput();
    SearchExport.write(index, site);
    List<String> queries = new ArrayList<>(queries(knowledge, 7, 150));
    queries.removeIf(query -> query.split(" ").length > QueryPlan.MOST_WORDS);
    List<?> actual =
        (List<?>)
            inBrowser(
                site,
                """
                async ([queries]) => {
                  const { explain, search } = await import("/modules/engine.js");
                  const { card, openIndex } = await import("/modules/index.js");
                  const index = openIndex(await (await fetch("/search.json")).json());
                  return queries.map((query) => {
                    const [first] = search(index, { query, most: 1 }).hits;
                    if (!first) return null;
                    const parts = explain(index, query, first.document).map((part) => [
                      part.score, part.boost, part.idf, part.tf, part.frequency, part.length,
                      part.average, part.documents, part.n ?? -1].join(" "));
                    return [card(index, first.document).id, ...parts.sort()];
                  });
                }
                """,
                List.of(queries));
    int compared = 0;
    for (int i = 0; i < queries.size(); i++) {
      List<?> parts = (List<?>) actual.get(i);
      if (parts != null && !queries.get(i).matches("(-|[a-z]+:)\\S+")) {
        IncidentId id = new IncidentId((String) parts.getFirst());
        Explanation explanation = index.explanation(queries.get(i), id).orElseThrow();
        assertEquals(
            parts(explanation).sorted().toList(),
            parts.subList(1, parts.size()),
            "for: " + queries.get(i) + "\n" + explanation);
        compared++;
      }
    }
    assertTrue(compared > 100, compared + " explanations");
  }

  /// The numbers of every term and phrase that counts, as JavaScript prints them.
  private static Stream<String> parts(Explanation node) {
    if (node.getDescription().startsWith("max of:")) {
      return Stream.of(node.getDetails())
          .filter(detail -> detail.getValue().equals(node.getValue()))
          .limit(1)
          .flatMap(SearchParityBrowserTest::parts);
    }
    if (!node.getDescription().startsWith("weight(")) {
      return Stream.of(node.getDetails()).flatMap(SearchParityBrowserTest::parts);
    }
    boolean isPhrase = node.getDescription().contains(":\"");
    return Stream.of(
        Stream.of(
                Optional.of(node.getValue()),
                value(node, "boost").or(() -> Optional.of(1f)),
                value(node, "idf"),
                value(node, "tf"),
                value(node, isPhrase ? "phraseFreq" : "freq"),
                value(node, "dl"),
                value(node, "avgdl"),
                value(node, "N, "),
                isPhrase ? Optional.of(-1) : value(node, "n, "))
            .map(number -> plain(number.orElseThrow()))
            .collect(Collectors.joining(" ")));
  }

  /// The number that Lucene gives a name to, wherever it stands below a node.
  private static Optional<Number> value(Explanation node, String name) {
    for (Explanation detail : node.getDetails()) {
      if (detail
          .getDescription()
          .matches(Pattern.quote(name) + "([=,(]| ).*|" + Pattern.quote(name) + ".*")) {
        return Optional.of(detail.getValue());
      }
      Optional<Number> below = value(detail, name);
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  private static String plain(Number number) {
    double value = number.doubleValue();
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  @Test
  void tokenizesAsTheIndexDoes() throws IOException {
    List<String> texts = new ArrayList<>(texts(Sites.knowledge(Path.of("."))));
    texts.addAll(strangeTexts(5));
    List<List<Object>> expected = new ArrayList<>();
    for (String text : texts) {
      expected.add(terms(text));
    }
    List<?> actual =
        (List<?>)
            inBrowser(
                new MemoryOutput(),
                """
                async ([texts]) => {
                  const { wordsOf } = await import("/modules/words.js");
                  return texts.map((text) =>
                    wordsOf(text).flatMap((w) => [w.term, w.start, w.end, w.compound, w.plain]));
                }
                """,
                List.of(texts));
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), "of: " + texts.get(i));
    }
  }

  @Test
  void stemsAsTheIndexDoes() throws IOException {
    List<String> words = words(9);
    List<Object> expected = new ArrayList<>();
    for (String word : words) {
      expected.add(terms(word).getFirst());
    }
    assertEquals(
        expected,
        inBrowser(
            new MemoryOutput(),
            """
            async ([words]) => {
              const { stem } = await import("/modules/stem.js");
              return words.map(stem);
            }
            """,
            List.of(words)));
    assertTrue(words.size() > 15_000, words.size() + " words");
  }

  private void assertSameRanking(Path source, long seed) throws IOException {
    KnowledgeBase knowledge = Sites.knowledge(source);
    SearchIndex index = SearchIndexer.index(knowledge);
    MemoryOutput site = new MemoryOutput();
    SearchExport.write(index, site);
    assertSameRanking(index, site, queries(knowledge, seed, QUERIES), false);
  }

  private void assertSameRanking(
      SearchIndex index, MemoryOutput site, List<String> queries, boolean isAmended)
      throws IOException {
    List<?> actual =
        (List<?>)
            inBrowser(
                site,
                """
                async ([queries, top, isAmended]) => {
                  if (isAmended) await import("/modules/amended.js");
                  const { search } = await import("/modules/engine.js");
                  const { card, openIndex, addPart } = await import("/modules/index.js");
                  const json = async (path) => (await fetch(path)).json();
                  const part = async (name) => {
                    const text = await (await fetch(`/search/${name}.js`)).text();
                    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
                  };
                  const index = openIndex(await json("/search.json"));
                  const complete = async (ask) => {
                    for (;;) {
                      index.missing.clear();
                      const answer = ask();
                      if (index.missing.size === 0) return answer;
                      await Promise.all([...index.missing].map(async (name) =>
                        addPart(index, name, await part(name))));
                    }
                  };
                  const answers = [];
                  for (const query of queries) {
                    const found = await complete(() => search(index, { query, most: top }));
                    const cards = await complete(() =>
                      found.hits.map(({ document }) => card(index, document)));
                    answers.push([found.count, found.withAll, ...found.hits.flatMap((hit, i) =>
                      [cards[i].id, hit.score])]);
                  }
                  return answers;
                }
                """,
                List.of(queries, TOP, isAmended));
    int found = 0;
    for (int i = 0; i < queries.size(); i++) {
      SearchIndex.Hits hits = index.search(queries.get(i));
      List<Object> expected = new ArrayList<>(List.of(hits.hits().size(), hits.withAll()));
      for (SearchIndex.Hit hit : hits.hits().stream().limit(TOP).toList()) {
        expected.add(hit.incident().id().value());
        expected.add((double) hit.score());
      }
      assertEquals(numbers(expected), numbers((List<?>) actual.get(i)), "for: " + queries.get(i));
      found += hits.hits().isEmpty() ? 0 : 1;
    }
    int count = queries.size();
    assertTrue(found > count * 0.7, "only " + found + " of " + count + " queries find anything");
  }

  /// Numbers come back as integers where they are whole.
  private static List<Object> numbers(List<?> values) {
    List<Object> numbers = new ArrayList<>();
    for (Object value : values) {
      numbers.add(value instanceof Number number ? (Object) number.doubleValue() : value);
    }
    return numbers;
  }

  /// Runs a function with the engine's modules in reach and a site around it.
  private Object inBrowser(MemoryOutput site, String function, Object argument) throws IOException {
    for (String name :
        List.of("stem.js", "words.js", "query.js", "index.js", "plan.js", "engine.js")) {
      site.write("modules/" + name, Files.readAllBytes(MODULES.resolve(name)));
    }
    site.write("modules/amended.js", Files.readAllBytes(AMENDED));
    site.write("blank.html", "<!doctype html><title>test</title>".getBytes());
    try (SiteServer server = new SiteServer(0);
        Chromium.Tab tab = chromium.open()) {
      server.show(site);
      Page page = tab.page();
      page.navigate("http://127.0.0.1:" + server.port() + "/blank.html");
      return page.evaluate(function, argument);
    }
  }

  private static List<String> texts(KnowledgeBase knowledge) {
    return knowledge.incidents().stream()
        .flatMap(incident ->
            incident.sections().stream().map(section -> section.heading() + "\n" + section.text()))
        .toList();
  }

  /// Queries as people make them: some words of a report that stand together, words of different
  /// reports, ids, and now and then a word that stands nowhere.
  static List<String> queries(KnowledgeBase knowledge, long seed, int count) {
    Random random = new Random(seed);
    List<Incident> incidents = knowledge.incidents();
    List<String> queries = new ArrayList<>();
    while (queries.size() < count) {
      List<String> words = new ArrayList<>();
      int length = 1 + random.nextInt(6);
      String[] text = randomText(incidents, random);
      int at = random.nextInt(text.length);
      for (int i = 0; i < length; i++) {
        switch (random.nextInt(12)) {
          case 0 -> words.add(incidents.get(random.nextInt(incidents.size())).id().value());
          case 1 -> words.add("xyzzy" + random.nextInt(9));
          case 2, 3, 4 -> {
            String[] other = randomText(incidents, random);
            words.add(other[random.nextInt(other.length)]);
          }
          default -> words.add(text[Math.min(at + i, text.length - 1)]);
        }
      }
      queries.add(asPeopleType(words, random));
    }
    return queries;
  }

  /// The words as they are; or the last of them still in typing, one with a slip, some as a phrase,
  /// one that is not wanted, or with a filter.
  private static String asPeopleType(List<String> words, Random random) {
    int some = random.nextInt(words.size());
    String word = words.get(some);
    switch (random.nextInt(10)) {
      case 0 -> words.set(some, word.substring(0, (word.length() + 1) / 2));
      case 1 -> words.set(some, word.length() < 4 ? word : word.charAt(1) + word.substring(2));
      case 2 -> words.set(some, "x" + word);
      case 3 -> {
        return '"' + String.join(" ", words) + '"';
      }
      case 4 -> {
        return '"'
            + String.join(" ", words.subList(0, some + 1))
            + "\" "
            + String.join(" ", words.subList(some, words.size()));
      }
      case 5 -> words.add("-" + word);
      case 6 -> words.add("after:20" + (20 + random.nextInt(7)));
      case 7 -> words.add(0, "severity:SEV" + (1 + random.nextInt(4)));
      case 8 -> words.add(" ");
      default -> {}
    }
    return String.join(" ", words);
  }

  private static String[] randomText(List<Incident> incidents, Random random) {
    Incident incident = incidents.get(random.nextInt(incidents.size()));
    var sections = incident.sections();
    String text = sections.get(random.nextInt(sections.size())).text();
    return (text.isBlank() ? incident.title() : text).split("\\s+");
  }

  /// Texts that hold one of everything that a tokenizer can stumble over.
  private static List<String> strangeTexts(long seed) {
    Random random = new Random(seed);
    String pieces =
        "aZéOOMKilled fooBar9_-./:@+'’s S\n"
            + "\t ﬁΣςİıŸ東京がガ한국ไทย\u0301\u200b\u00a0٣🔥𝔘𠀀(){}[]\"#$%&*=~`|\\<>?!,;";
    int[] signs = pieces.codePoints().toArray();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n >= 0; n--) {
        int sign = random.nextInt(5) == 0 ? anySign(random) : signs[random.nextInt(signs.length)];
        text.appendCodePoint(sign);
      }
      texts.add(text.toString());
    }
    texts.add("a-".repeat(80) + "b");
    texts.add("x".repeat(300) + "/" + "y".repeat(70));
    texts.add("𝔘".repeat(60));
    return texts;
  }

  /// Any assigned character that is not one half of a pair.
  private static int anySign(Random random) {
    while (true) {
      int sign = random.nextInt(0x20000);
      if (Character.isDefined(sign) && (sign < 0xD800 || sign > 0xDFFF)) {
        return sign;
      }
    }
  }

  /// What the analyzer makes of a text: term, start, end and whether it is a compound, one after
  /// the other.
  private static List<Object> terms(String text) throws IOException {
    List<Object> terms = new ArrayList<>();
    List<WordTokenizer.Word> words = WordTokenizer.of(text);
    try (ReportAnalyzer analyzer = new ReportAnalyzer();
        TokenStream stream = analyzer.tokenStream("text", new StringReader(text))) {
      var term = stream.getAttribute(CharTermAttribute.class);
      var offset = stream.getAttribute(OffsetAttribute.class);
      var step = stream.getAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int place = 0;
      for (int i = 0, plain = 0; stream.incrementToken(); i++) {
        WordTokenizer.Word word = words.get(i);
        plain += word.isPlain() ? 1 : 0;
        place += step.getPositionIncrement();
        assertEquals(word.kind() == WordTokenizer.Kind.COMPOUND ? plain + 1 : plain, place, text);
        terms.addAll(
            List.of(
                term.toString(),
                offset.startOffset(),
                offset.endOffset(),
                word.kind() == WordTokenizer.Kind.COMPOUND,
                word.isPlain()));
      }
    }
    return terms;
  }

  /// English words and words that look like English: stems with one to three endings.
  private static List<String> words(long seed) throws IOException {
    Random random = new Random(seed);
    TreeSet<String> words = new TreeSet<>();
    for (String text : texts(Sites.knowledge(Path.of(".")))) {
      for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
        words.add(word);
      }
    }
    List<String> stems = new ArrayList<>(words);
    String[] endings =
        ("s ed ing ies y e er ers al ally ance ence able ible ant ement ment ent ion ions sion tion"
                + " ou ism ate iti ous ive ize izer ization ational tional enci anci bli alli entli"
                + " eli ousli ation ator alism iveness fulness ousness aliti iviti biliti logi icate"
                + " ative alize iciti ical ful ness eed ss sses ll tt zz yy yed ying")
            .split(" ");
    while (words.size() < 20_000) {
      StringBuilder word = new StringBuilder(stems.get(random.nextInt(stems.size())));
      for (int n = random.nextInt(3); n >= 0; n--) {
        word.append(endings[random.nextInt(endings.length)]);
      }
      words.add(word.toString());
    }
    words.addAll(Map.of("y", 0, "yy", 0, "ayy", 0, "sky", 0, "ion", 0, "ss", 0).keySet());
    words.removeIf(word -> word.isEmpty() || word.length() > WordTokenizer.LONGEST_WORD);
    return List.copyOf(words);
  }
}
