package dev.hindsight.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Templates and styles have no words of their own: a translation could not reach them.
class OwnWordsTest {
  private static final Path THEME = Path.of("templates");

  /// Names of formats and files, a query in the syntax of the search, and what blocks add to tags.
  private static final Set<String> NAMES =
      Set.of("JSON", "Markdown", "incidents", "json", "system", "gateway", "article", "data");

  private static final Pattern PEBBLE =
      Pattern.compile("\\{%.*?%}|\\{\\{.*?}}|\\{#.*?#}", Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile("<!?/?[a-z](?:\"[^\"]*\"|[^\">])*>", Pattern.DOTALL);
  private static final Pattern SHOWN =
      Pattern.compile(" (?:title|aria-label|alt|data-label|placeholder)=\"([^\"]*)\"");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final Pattern CONTENT = Pattern.compile("content: ([^;\n]*);");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(THEME)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<String> words(String template) {
    String bare = PEBBLE.matcher(template).replaceAll("");
    StringBuilder shown = new StringBuilder(TAG.matcher(bare).replaceAll(" "));
    SHOWN.matcher(bare).results().forEach(found -> shown.append(' ').append(found.group(1)));
    Matcher word = WORD.matcher(shown);
    return word.results().map(found -> found.group()).filter(one -> !NAMES.contains(one)).toList();
  }

  @Test
  void templatesTakeTheirWordsFromMessages() throws IOException {
    List<String> problems = new ArrayList<>();
    List<Path> templates = files(".peb");
    assertTrue(templates.size() > 40, templates::toString);
    for (Path template : templates) {
      words(Files.readString(template)).forEach(word -> problems.add(template + ": " + word));
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void wordsInATemplateAreFound() {
    assertEquals(
        List.of("All", "reports", "Next"),
        words("<p title=\"Next\">All {{ t(\"a.b\") }} <b class=\"big\">reports</b></p>"));
  }

  @Test
  void stylesheetsContainNoWords() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path style : files(".css")) {
      Matcher content = CONTENT.matcher(Files.readString(style));
      content
          .results()
          .flatMap(found -> TEXT.matcher(found.group(1)).results())
          .filter(text -> text.group(1).matches(".*\\p{L}.*"))
          .forEach(found -> problems.add(style + ": " + found.group()));
    }
    assertEquals(List.of(), problems);
  }
}
