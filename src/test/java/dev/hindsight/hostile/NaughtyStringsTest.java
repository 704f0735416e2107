package dev.hindsight.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.site.MemoryOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The strings that break programs go through every field, and come out as they went in: on the
/// page, in its data and in what is searched.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyStringsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private List<String> strings;
  private final MemoryOutput site = new MemoryOutput();

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    strings = strings();
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < strings.size(); i++) {
      files.put("incidents/" + id(i) + ".md", report(strings.get(i)));
    }
    Sites.write(folder, files);
    BuildResult result = Sites.build(folder, site);
    assertTrue(result instanceof BuildResult.Built, () -> result.problems().toString());
  }

  /// All of the list but what is empty or stands in it before.
  private static List<String> strings() throws IOException {
    try (InputStream in = NaughtyStringsTest.class.getResourceAsStream("/naughty/blns.json")) {
      List<String> strings = new ArrayList<>();
      JSON.readTree(in).forEach(string -> strings.add(string.asString()));
      Set<String> seen = new HashSet<>();
      return strings.stream()
          .filter(string -> !text(string).isEmpty() && seen.add(text(string)))
          .toList();
    }
  }

  private static String id(int number) {
    return "INC-2024-%04d".formatted(number + 1);
  }

  private static String report(String string) {
    String quoted = Vectors.quoted(string);
    String prose = escaped(string);
    return """
    ---
    title: @
    systems: [@]
    tags: [@]
    authors: [@]
    owner: @
    ---

    ## Summary

    Prose PROSE here.

    ## Timeline

    - 14:45 - Entry PROSE here [critical]

    ## Action Items

    1. Action PROSE here (Owner: PROSE)

    ## Related Incidents

    - INC-2024-0001 - Reason PROSE here
    """
        .replace("PROSE", prose)
        .replace(": @", ": " + quoted)
        .replace("[@]", "[" + quoted + "]");
  }

  /// As an author writes text that is to be nothing but text.
  private static String escaped(String string) {
    StringBuilder out = new StringBuilder();
    text(string)
        .codePoints()
        .forEach(c -> {
          boolean isPlain = Character.isLetterOrDigit(c) || c == ' ' || c > 0x7f;
          out.append(isPlain ? Character.toString(c) : "&#" + c + ";");
        });
    return out.toString();
  }

  /// A string as one line, as HTML shows it: white space is one space, and what no page may have is
  /// not there.
  private static String text(String string) {
    return string
        .replaceAll("[\\p{Cc}&&[^\t\n\f\r]]", "\uFFFD")
        .replaceAll("[\uD800-\uDFFF&&[^\\p{Cs}]]", "\uFFFD")
        .replaceAll("\\p{Z}|\\s", " ")
        .replaceAll("[\uFFFD\uFEFF\u200B\u00ad]", "")
        .replaceAll(" +", " ")
        .strip();
  }

  @Test
  void theListIsComplete() {
    assertTrue(strings.size() > 440, strings.size() + " strings");
  }

  @Test
  void thePageShowsThemAsText() {
    assertNone(i -> {
      Document page = Jsoup.parse(read("incidents/" + id(i) + ".html"));
      String shown = text(page.wholeText());
      String string = text(strings.get(i));
      List<String> missing = new ArrayList<>();
      for (String expected :
          List.of(
              string,
              "Prose " + string + " here",
              "Entry " + string + " here",
              "Action " + string + " here",
              "Reason " + string + " here")) {
        if (!shown.contains(expected)) {
          missing.add(expected);
        }
      }
      missing.addAll(Judge.unsafe(page.outerHtml()));
      return missing;
    });
  }

  @Test
  void theDataContainsThemUnchanged() {
    assertNone(i -> {
      JsonNode data = JSON.readTree(site.get("incidents/" + id(i) + ".json"));
      String string = text(strings.get(i));
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("title", data.path("title").asString());
      fields.put("system", data.path("systems").path(0).path("name").asString());
      fields.put("tag", data.path("tags").path(0).asString());
      fields.put("summary", data.path("summary").asString());
      fields.put("timeline", data.path("timeline").path(0).path("text").asString());
      fields.put("action", data.path("actionItems").path(0).path("text").asString());
      return fields.entrySet().stream()
          .filter(field -> !isIn(string, field))
          .map(field -> field.getKey() + " is '" + field.getValue() + "' of '" + string + "'")
          .toList();
    });
  }

  /// Prose stays as it is. A name may have lost signs around it, and of two systems that differ by
  /// case one name is shown; what means nothing, such as `None`, is no tag.
  private static boolean isIn(String string, Map.Entry<String, String> field) {
    String value = text(field.getValue());
    return switch (field.getKey()) {
      case "summary", "timeline", "action" -> value.contains(string);
      default -> value.isEmpty() || letters(string).startsWith(letters(value));
    };
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  @Test
  void everyDataFileIsWellFormed() {
    List<String> broken = new ArrayList<>();
    for (String path : new TreeSet<>(site.files().keySet())) {
      if (path.endsWith(".json")) {
        JSON.readTree(site.get(path));
      } else if (path.endsWith(".xml")) {
        String problem = xml(site.get(path));
        if (!problem.isEmpty()) {
          broken.add(path + ": " + problem);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void searchFindsEveryTitle() {
    String all =
        site.files().keySet().stream()
            .filter(path -> path.startsWith("search/") || path.equals("search.json"))
            .sorted()
            .map(this::read)
            .collect(Collectors.joining("\n"));
    String whole =
        text(all.replaceAll("\\\\n|\\\\t|\\\\r", " ").replace("\\\"", "\"").replace("\\\\", "\\"));
    assertNone(i ->
        whole.contains(text(strings.get(i)))
                || strings.get(i).chars().anyMatch(c -> c == '\\' || c < ' ')
            ? List.of()
            : List.of(strings.get(i)));
  }

  @Test
  void aFileWithEachNameHasAPageOrAProblem(@TempDir Path other) {
    int written = 0;
    for (int i = 0; i < strings.size(); i++) {
      try {
        String name = strings.get(i).replace("/", "_").replace("\0", "_");
        Sites.write(other, Map.of("incidents/" + name + ".md", "# T " + i + "\n\nText.\n"));
        written++;
      } catch (InvalidPathException | UncheckedIOException impossible) {
        // This file system has no such name.
      }
    }
    assertTrue(written > 400, written + " files");
    MemoryOutput pages = new MemoryOutput();
    BuildResult result = Sites.build(other, pages);
    assertTrue(
        result.problems().stream()
            .filter(problem -> problem.isError())
            .allMatch(problem -> problem.code().equals("duplicate-id")),
        () -> result.problems().toString());
  }

  private static String xml(byte[] bytes) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      builder.parse(new ByteArrayInputStream(bytes));
      return "";
    } catch (Exception broken) {
      return broken.getMessage();
    }
  }

  private interface Look {
    List<String> at(int number);
  }

  private void assertNone(Look look) {
    List<String> wrong =
        IntStream.range(0, strings.size())
            .boxed()
            .flatMap(i -> look.at(i).stream().map(found -> id(i) + ": " + found))
            .limit(30)
            .toList();
    assertEquals(List.of(), wrong);
  }

  private String read(String path) {
    return new String(site.get(path), StandardCharsets.UTF_8);
  }
}
