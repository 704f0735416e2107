package dev.hindsight.page.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hindsight.site.config.SiteWords;
import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped language has every message of the English one, with the same arguments and markup.
class TranslationTest {
  private static final Path FOLDER = Path.of("templates/messages");
  private static final int LONGEST_LINE = 120;

  /// An argument, or a tag with its attributes.
  private static final Pattern FIXED = Pattern.compile("\\{\\d}|</?[a-z][^>]*>");

  static List<Path> languages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  static List<Path> translations() throws IOException {
    List<Path> found = languages().stream().filter(file -> !file.endsWith("en.yml")).toList();
    assertFalse(found.isEmpty());
    return found;
  }

  /// Messages by key. One that depends on a number has a key for each of its forms.
  private static Map<String, String> messages(Path file) throws Exception {
    Map<String, String> messages = new TreeMap<>();
    collect("", Yaml.read(Files.readString(file)), messages);
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

  private static Map<String, String> english() throws Exception {
    return messages(FOLDER.resolve("en.yml"));
  }

  private static List<String> fixedPartsOf(String message) {
    return FIXED.matcher(message).results().map(MatchResult::group).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("translations")
  void hasTheSameKeysAndForms(Path file) throws Exception {
    assertEquals(String.join("\n", english().keySet()), String.join("\n", messages(file).keySet()));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void hasTheSameArgumentsAndMarkup(Path file) throws Exception {
    Map<String, String> translated = messages(file);
    List<String> problems = new ArrayList<>();
    english()
        .forEach((key, message) -> {
          String other = translated.getOrDefault(key, message);
          if (!fixedPartsOf(message).equals(fixedPartsOf(other))) {
            problems.add(key + ": " + message + " / " + other);
          }
        });
    assertEquals(List.of(), problems);
  }

  /// Templates and scripts put space around messages, so that translators cannot forget it.
  @ParameterizedTest
  @MethodSource("languages")
  void messagesNeitherBeginNorEndWithSpace(Path file) throws Exception {
    assertEquals(
        List.of(),
        messages(file).entrySet().stream()
            .filter(message -> !message.getValue().equals(message.getValue().strip()))
            .map(Map.Entry::getKey)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("translations")
  void namesTwelveMonths(Path file) throws Exception {
    Map<String, String> translated = messages(file);
    for (String key : List.of("months.names", "script.search.months")) {
      assertEquals(12, translated.get(key).split(" ").length, key);
    }
  }

  @Test
  void linesAreShort() throws IOException {
    for (Path file : languages()) {
      assertEquals(
          List.of(),
          Files.readAllLines(file).stream().filter(line -> line.length() > LONGEST_LINE).toList(),
          file.toString());
    }
  }

  @Test
  void readingUsesTheWordsOfTheMessages() throws Exception {
    Map<String, String> english = english();
    assertEquals(
        new SiteWords(
            english.get("base.title"), english.get("block.footnotes"), english.get("block.table")),
        SiteWords.ENGLISH);
  }
}
