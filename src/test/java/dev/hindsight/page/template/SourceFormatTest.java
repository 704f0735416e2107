package dev.hindsight.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Templates, scripts, styles and documents can be read and compared line by line.
class SourceFormatTest {
  private static final int LONGEST_LINE = 120;

  /// What a script does, who loads or calls it, and what it must not know.
  private static final Pattern HEAD =
      Pattern.compile("// \\S.*\\.\n// (?:Loaded|Called|Used) .*\\.\n// Must not .*\\.\n(?!//)");

  private static final List<Path> FOLDERS =
      List.of(Path.of("templates"), Path.of("src/main/resources"));

  /// Libraries that are committed as one minified script.
  private static final Path MINIFIED = Path.of("src/main/resources/small");

  private static List<Path> sources(String... endings) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> !file.startsWith(MINIFIED))
            .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  @Test
  void linesAreShort() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path file : sources(".peb", ".js", ".css")) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        String place = file + ":" + (i + 1);
        if (line.length() > LONGEST_LINE) {
          problems.add(place + " has " + line.length() + " characters");
        }
        if (line.contains("\t") || !line.equals(line.stripTrailing())) {
          problems.add(place + " has tabs, or spaces at its end");
        }
      }
    }
    assertEquals(List.of(), problems);
  }

  /// Rows of tables, images and what a terminal prints cannot be broken.
  @Test
  void linesOfDocumentsAreShort() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path file : documents()) {
      boolean isCode = false;
      for (String line : Files.readAllLines(file)) {
        isCode ^= line.startsWith("```");
        boolean isWhole = isCode || line.startsWith("|") || line.startsWith("![");
        if (line.length() > LONGEST_LINE && !isWhole) {
          problems.add(file + ": " + line);
        }
      }
    }
    assertEquals(List.of(), problems);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs"));
        Stream<Path> others = Files.list(Path.of(""))) {
      return Stream.concat(pages, others)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyScriptStartsWithADescription() throws IOException {
    List<Path> scripts = sources(".js");
    assertTrue(scripts.size() > 15, scripts::toString);
    List<Path> problems = new ArrayList<>();
    for (Path script : scripts) {
      if (!HEAD.matcher(Files.readString(script)).lookingAt()) {
        problems.add(script);
      }
    }
    assertEquals(List.of(), problems);
  }
}
