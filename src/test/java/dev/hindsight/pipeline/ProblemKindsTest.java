package dev.hindsight.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import dev.hindsight.site.problem.ProblemKind;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The registry has every kind that is declared anywhere, and all that is published about kinds
/// agrees with it.
class ProblemKindsTest {
  private static final Path DOCUMENT = Path.of("docs/problems.md");
  private static final Path DEFAULTS =
      Path.of("src/main/resources/dev/hindsight/site/config/defaults.yml");
  private static final Path CLASSES = Path.of("target/classes");

  /// What is above it in the document is written by hand.
  private static final String MARK =
      "<!-- Generated from the declarations of the kinds: run ProblemKindsTest with"
          + " -Dgolden.update=true. -->\n";

  private static final Pattern LINE = Pattern.compile("(.{1,120})(?: |$)");

  @Test
  void everyDeclaredKindIsRegistered() throws Exception {
    assertEquals(declared(), codes(ProblemKinds.all()));
  }

  @Test
  void theDocumentListsEveryKind() throws IOException {
    String text = Files.readString(DOCUMENT);
    String written = text.substring(0, text.indexOf(MARK) + MARK.length());
    String expected = written + generated();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, expected);
    }
    assertEquals(expected, Files.readString(DOCUMENT));
  }

  @Test
  void theDefaultConfigurationHasTheLevelOfEveryAdjustableKind() throws Exception {
    Map<String, String> levels = new TreeMap<>();
    ProblemKinds.adjustable()
        .forEach(kind ->
            levels.put(
                kind.code(), kind.isOff() ? "off" : kind.level().name().toLowerCase(Locale.ROOT)));
    Map<String, String> configured = new TreeMap<>();
    YamlValue.Entries checks =
        (YamlValue.Entries) Yaml.read(Files.readString(DEFAULTS)).get("checks").orElseThrow();
    checks.entries().forEach(entry -> configured.put(entry.key(), entry.value().asText()));
    assertEquals(levels, configured);
  }

  private static String generated() {
    StringBuilder text = new StringBuilder();
    for (ProblemKind.Topic topic : ProblemKind.Topic.values()) {
      text.append("\n## ").append(topic.heading()).append('\n');
      ProblemKinds.all().stream()
          .filter(kind -> kind.topic() == topic)
          .forEach(kind ->
              text.append("\n### ")
                  .append(kind.code())
                  .append("\n\n")
                  .append(wrapped(level(kind) + ". " + kind.explanation()))
                  .append('\n'));
    }
    return text.toString();
  }

  private static String level(ProblemKind kind) {
    return switch (kind.level()) {
      case ERROR -> "Error";
      case WARNING -> kind.isOff() ? "Off by default" : "Warning";
    };
  }

  /// Breaks a paragraph into lines of up to 120 characters.
  private static String wrapped(String paragraph) {
    return LINE.matcher(paragraph.replace('\n', ' ')).replaceAll("$1\n").strip();
  }

  private static List<String> codes(List<ProblemKind> kinds) {
    return kinds.stream().map(ProblemKind::code).sorted().toList();
  }

  /// The codes of all constants of the type that the compiled program has.
  private static List<String> declared() throws Exception {
    List<String> codes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace(".class", "");
        if (!name.endsWith("package-info") && hasKind(file)) {
          Class<?> type = Class.forName(name.replace('/', '.').replace('\\', '.'));
          for (Field field : type.getDeclaredFields()) {
            if (field.getType() == ProblemKind.class && Modifier.isStatic(field.getModifiers())) {
              field.setAccessible(true);
              codes.add(((ProblemKind) field.get(null)).code());
            }
          }
        }
      }
    }
    codes.sort(null);
    return codes;
  }

  /// Whether a class names the type at all: most need not be loaded.
  private static boolean hasKind(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        .contains("dev/hindsight/site/problem/ProblemKind");
  }
}
