package dev.hindsight.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Templates contain no words of the interface. All of those are messages, so that a site can be in
/// another language.
class TemplateWordsTest {
  /// Names of formats and files, a value of Open Graph, and an example of a query.
  private static final Set<String> NAMES =
      Set.of("JSON", "Markdown", "incidents.json", "article", "system:gateway");

  private static final Pattern COMMENT = Pattern.compile("(?s)\\{#.*?#}");
  private static final Pattern CODE = Pattern.compile("(?s)\\{\\{.*?}}|\\{%.*?%}");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
  private static final Pattern SPOKEN =
      Pattern.compile("\\b(?:aria-[a-z]+|title|placeholder|alt|label)=\"([^\"]*)\"");
  private static final Pattern SCRIPT = Pattern.compile("(?s)<(script|style)\\b.*?</\\1>");
  private static final Pattern TAG = Pattern.compile("(?s)<[^<>]*>");
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2}[^\\n]*");

  /// What can only be prose in a string of code: two words, or a capitalized one.
  private static final Pattern PROSE =
      Pattern.compile("\\p{L}{2,} \\p{L}{2,}.*|\\p{Lu}\\p{Ll}+[.:]?");

  /// Values of attributes that are names: classes of CSS, and states of ARIA.
  private static final Set<String> VALUES = Set.of("true", "false", "page", "polite", "tick year");

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      return files.filter(file -> file.toString().endsWith(".peb")).sorted().toList();
    }
  }

  /// Line and words of all that is written in a template itself.
  private static List<String> words(String template) {
    List<String> found = new ArrayList<>();
    String text = blank(COMMENT, template, _ -> {});
    String markup =
        blank(
            CODE,
            text,
            code -> {
              Matcher quoted = QUOTED.matcher(code.group());
              while (quoted.find()) {
                String string = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
                if (PROSE.matcher(string).lookingAt() && !VALUES.contains(string)) {
                  found.add(line(text, code.start()) + ": " + string);
                }
              }
            });
    blank(
        SPOKEN,
        markup,
        value -> {
          String spoken = value.group(1).strip();
          boolean isReference = value.group().matches("aria-(?:labelledby|describedby|controls).*");
          if (WORDS.matcher(spoken).find() && !isReference && !VALUES.contains(spoken)) {
            found.add(line(markup, value.start()) + ": " + spoken);
          }
        });
    String shown = blank(TAG, blank(SCRIPT, markup, _ -> {}), _ -> {});
    blank(
        WORDS,
        shown,
        word -> {
          for (String part : word.group().split("[\\s·]+")) {
            boolean isAttribute = part.contains("=\"");
            if (WORDS.matcher(part).find() && !isAttribute && !NAMES.contains(part)) {
              found.add(line(shown, word.start()) + ": " + part);
            }
          }
        });
    return found;
  }

  private static String blank(Pattern pattern, String text, Consumer<Matcher> seen) {
    return pattern
        .matcher(text)
        .replaceAll(match -> {
          seen.accept((Matcher) match);
          return match.group().replaceAll("[^\n]", " ");
        });
  }

  private static long line(String text, int position) {
    return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  @TestFactory
  Stream<DynamicTest> aTemplateContainsNoWordsOfTheInterface() throws IOException {
    return templates().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.toString(), () -> assertEquals(List.of(), words(Files.readString(file)))));
  }

  @Test
  void wordsAreFoundInTextAttributesAndStrings() {
    assertEquals(
        List.of("3: No report", "2: Link to", "1: Open", "1: actions"),
        words(
            """
            <p>Open actions {{ count }} {# a comment #}</p>
            <a aria-label="Link to {{ x }}" aria-controls="list" href="index.html">{{ x }}</a>
            {{ x is null ? "No report" : x }}{% if x == "some-key" %}{% endif %}
            <script src="x.js">let words = "in a script";</script>
            """));
  }

  @Test
  void allTemplatesAreRead() throws IOException {
    assertTrue(templates().size() > 20);
  }
}
