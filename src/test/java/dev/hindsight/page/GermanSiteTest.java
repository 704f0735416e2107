package dev.hindsight.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site whose configuration and reports are in German has no English word: any that it had would
/// be ours.
class GermanSiteTest {
  private static final Path MESSAGES = Path.of("templates/messages");

  private static final String CONFIG =
      """
      language: de
      url: https://example.com/
      edit: https://example.com/bearbeiten/
      offline: true
      runbooks: [handbuch]
      systems:
        - name: Datenbank
          owner: Plattform-Team
          tier: 1
          runbook: handbuch/datenbank.md
        - name: Warteschlange
      severities: [Kritisch, Hoch, Mittel, Niedrig]
      priorities:
        - name: hoch
          days: 14
        - name: niedrig
      sections:
        summary: [Zusammenfassung]
        affected-systems: [Betroffene Systeme]
        timeline: [Zeitverlauf]
        impact: [Auswirkung]
        root-cause: [Ursache]
        resolution: [Behebung]
        action-items: [Maßnahmen]
        related: [Verwandte Vorfälle]
      """;

  /// A report with all that a page can show. The arguments are numbers of incidents.
  private static final String RICH =
      """
      ---
      date: 2024-%02d-03
      started: 2024-%1$02d-03T14:45Z
      detected: 2024-%1$02d-03T14:50Z
      mitigated: 2024-%1$02d-03T15:20Z
      resolved: 2024-%1$02d-03T16:%1$d0Z
      severity: %2$s
      status: Abgeschlossen
      tags: [Speicherplatz]
      authors: [Anna Berg]
      aliases: [ALT-%1$d]
      Kosten: 1000 EUR
      %3$s
      ---
      # Platte der Datenbank voll

      ## Zusammenfassung
      Die Protokolle der Datenbank füllten die Platte[^1]. Siehe INC-2023-0007.

      ## Betroffene Systeme
      - Datenbank
      - Warteschlange

      ## Auswirkung
      - **Bestellungen:** 1.204 verspätet

      ## Zeitverlauf
      - 14:45 - Erste Fehler beim Schreiben
      - 14:50 - Alarm
      - 16:10 - Bestellungen laufen wieder

      ## Ursache
      Das Aufräumen der Protokolle war abgeschaltet.

      | Platte | Belegt |
      |---|---|
      | /daten | 100 %% |

      ## Behebung
      1. Alte Protokolle gelöscht
      2. Aufräumen eingeschaltet

      ## Maßnahmen
      | Maßnahme | Priorität | Owner | Due |
      |---|---|---|---|
      | Größere Platte einbauen | hoch | Anna Berg | |
      | Alarm bei 80 %% | niedrig | | 2024-12-15 |

      ## Verwandte Vorfälle
      - INC-2024-0009

      [^1]: Damals fehlte der Alarm.
      """;

  private static Map<String, String> german;

  /// What English messages say between their arguments, where German ones do not say it.
  private static List<String> english;

  private static MemoryOutput small;
  private static MemoryOutput large;

  @BeforeAll
  static void build(@TempDir Path folder) throws Exception {
    german = messages("de.yml");
    String allGerman = String.join("\n", german.values());
    english =
        messages("en.yml").entrySet().stream()
            .filter(message -> !message.getValue().equals(german.get(message.getKey())))
            .flatMap(message -> Arrays.stream(message.getValue().split("\\{\\d}|<[^>]*>")))
            .map(GermanSiteTest::onOneLine)
            .filter(piece -> piece.matches(".*\\p{L}{4}.*") && !allGerman.contains(piece))
            .distinct()
            .toList();
    assertTrue(english.size() > 400, english.size() + " pieces");
    small = Sites.built(Sites.write(folder.resolve("small"), rich()));
    large = Sites.built(Sites.write(folder.resolve("large"), many()));
  }

  private static Map<String, String> messages(String file) throws Exception {
    Map<String, String> messages = new TreeMap<>();
    collect("", Yaml.read(Files.readString(MESSAGES.resolve(file))), messages);
    return messages;
  }

  private static void collect(String prefix, YamlValue.Entries group, Map<String, String> found) {
    for (YamlValue.Entry entry : group.entries()) {
      String key = prefix + entry.key();
      if (entry.value() instanceof YamlValue.Entries below) {
        collect(key + ".", below, found);
      } else {
        found.put(key, entry.value().asText());
      }
    }
  }

  private static Map<String, String> rich() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("site-config.yml", CONFIG);
    files.put("handbuch/datenbank.md", "# Handbuch der Datenbank\n\nSiehe INC-2024-0001.\n");
    List<String> severities = List.of("Kritisch", "Hoch", "Hoch", "Mittel", "Niedrig");
    for (int i = 1; i <= 5; i++) {
      String recurs = i > 1 ? "recurrence-of: [INC-2024-000" + (i - 1) + "]" : "";
      files.put(
          "incidents/INC-2024-000" + i + ".md", RICH.formatted(i, severities.get(i - 1), recurs));
    }
    files.put("incidents/INC-2024-0009.md", "# Index der Suche beschädigt\n\nOhne Näheres.\n");
    files.put(
        "incidents/INC-2024-0010.md",
        "---\ndate: 2024-05\nid: INC-2024-0010\nsame-as: INC-2024-0009\n---\n# Suche leer\n\n"
            + "Wie INC-2024-0001 und [jener](INC-2024-0009.md).\n");
    return files;
  }

  /// So many incidents that lists have several pages and charts leave some out.
  private static Map<String, String> many() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("site-config.yml", CONFIG.replace("runbooks: [handbuch]\n", ""));
    for (int i = 0; i < 230; i++) {
      String id = String.format(Locale.ROOT, "INC-%d-%04d", 2016 + i % 8, i);
      files.put(
          "incidents/" + id + ".md",
          """
          ---
          date: %d-%02d-%02d
          duration: %d min
          systems: [System%d, System%d]
          ---
          # Störung %s

          ## Ursache
          Ursache %d.

          ## Maßnahmen
          - [ ] Prüfen %d
          """
              .formatted(
                  2016 + i % 8,
                  1 + i % 12,
                  1 + i % 28,
                  5 + i * 7,
                  i % 60,
                  (i + 1) % 60,
                  id,
                  i % 20,
                  i));
    }
    return files;
  }

  private static String onOneLine(String text) {
    return Parser.unescapeEntities(text, false).replaceAll("\\s+", " ").strip();
  }

  /// All that a reader sees of a page, or hears. Code, and tags of the timeline, are as their
  /// author wrote them; German messages name some of them.
  private static String seen(String html) {
    Document page = Jsoup.parse(html);
    page.select("code, cite, kbd, .tag, script").remove();
    Stream<String> attributes =
        page.getAllElements().stream()
            .flatMap(element ->
                Stream.of("title", "aria-label", "placeholder", "alt", "content", "data-label")
                    .filter(name -> !isForMachines(element))
                    .map(element::attr));
    return Stream.of(Stream.of(page.text()), page.select("title").eachText().stream(), attributes)
        .flatMap(Function.identity())
        .map(GermanSiteTest::onOneLine)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static boolean isForMachines(Element element) {
    return element.hasAttr("http-equiv")
        || element.attr("name").matches("viewport|color-scheme|robots|referrer")
        || element.attr("property").matches("og:(url|type)");
  }

  private static void findEnglish(String path, String text, TreeSet<String> found) {
    for (String piece : english) {
      // A search for the text is much faster than one for whole words.
      if (text.contains(piece) && hasWords(text, piece)) {
        found.add(path + ": " + piece);
      }
    }
  }

  private static boolean hasWords(String text, String words) {
    return Pattern.compile("(?<![\\p{L}-])" + Pattern.quote(words) + "(?![\\p{L}-])")
        .matcher(text)
        .find();
  }

  private static String englishOn(MemoryOutput site, Predicate<String> pages) {
    TreeSet<String> found = new TreeSet<>();
    site.files().keySet().stream()
        .filter(path -> path.endsWith(".html") && pages.test(path))
        .forEach(path -> findEnglish(path, seen(Sites.text(site, path)), found));
    return String.join("\n", found);
  }

  @Test
  void pagesHaveNoEnglishWord() {
    assertEquals("", englishOn(small, _ -> true));
  }

  @Test
  void pagesOfALargeSiteHaveNoEnglishWord() {
    assertTrue(large.get("actions/2.html") != null, "pages of the list");
    assertEquals("", englishOn(large, path -> !path.matches(".*/(?:INC|system\\d).*")));
  }

  @Test
  void feedsAndFilesForOtherProgramsHaveNoEnglishWord() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (String path : List.of("feed.xml", "systems/datenbank.xml", "llms.txt", "opensearch.xml")) {
      String text = Sites.text(small, path);
      findEnglish(
          path, seen(path.endsWith(".xml") ? Parser.unescapeEntities(text, false) : text), found);
    }
    byte[] inventory = small.get("objects.inv");
    int start = 0;
    for (int line = 0; line < 4; start++) {
      line += inventory[start] == '\n' ? 1 : 0;
    }
    try (var lines =
        new InflaterInputStream(
            new ByteArrayInputStream(inventory, start, inventory.length - start))) {
      String names = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
      findEnglish("objects.inv", names.replaceAll("(?m)^.*? -1 \\S+ ", ""), found);
    }
    assertEquals("", String.join("\n", found));
  }

  @Test
  void dataOfScriptsHasNoEnglishWord() {
    TreeSet<String> found = new TreeSet<>();
    String script = Sites.text(small, "assets/site.js");
    String messages = script.substring(0, script.indexOf("};"));
    findEnglish("assets/site.js", messages.replaceAll("\"[\\w.-]+\":", ""), found);
    for (String list : List.of("incidents", "systems", "actions")) {
      // Scripts have a word for each state of an action.
      String rows =
          Sites.text(small, "lists/" + list + ".js")
              .replaceAll("\"(?:open|done|lists/\\w+\\.json|[^\"]*\\.html[^\"]*)\"", "");
      findEnglish(list, rows, found);
    }
    assertEquals("", String.join("\n", found));
  }

  @Test
  void theTitleOfASiteWithoutOneIsGerman() {
    assertTrue(Sites.text(small, "index.html").contains("<title>Vorfälle</title>"));
  }
}
