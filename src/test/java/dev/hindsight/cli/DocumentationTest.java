package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What the documentation tells people to type works: commands run, configurations are read, and
/// links lead somewhere.
class DocumentationTest {
  private static final Pattern FENCE = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^\\1```$");
  private static final Pattern INLINE = Pattern.compile("`(?:\\./)?hindsight ([^`]+)`");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern CALL = Pattern.compile("hindsight ([a-z]+)((?: +[^\\s&|;<>]+)*)");
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern CLASS =
      Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)(?:\\.\\w+)?`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

  /// A piece of code of a document.
  private record Example(Path file, String language, String code) {
    @Override
    public String toString() {
      return file + ": " + code.lines().findFirst().orElse("");
    }
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              docs.filter(file -> file.toString().endsWith(".md")),
              Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                  .map(Path::of))
          .sorted()
          .toList();
    }
  }

  private static List<Example> examples(String language) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path file : documents()) {
      FENCE
          .matcher(Files.readString(file))
          .results()
          .filter(fence -> fence.group(2).equals(language))
          .forEach(
              fence -> examples.add(new Example(file, language, fence.group(3).stripIndent())));
    }
    assertTrue(examples.size() > 1, "no example in " + language);
    return examples;
  }

  @Test
  void everyTestThatTheSecurityPageNamesExists() throws IOException {
    List<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests = files.map(file -> file.getFileName().toString().replace(".java", "")).toList();
    }
    List<String> named =
        Pattern.compile("`(\\w+Test)`")
            .matcher(Files.readString(Path.of("SECURITY.md")))
            .results()
            .map(test -> test.group(1))
            .toList();
    assertTrue(named.size() > 20, named.toString());
    assertEquals(List.of(), named.stream().filter(test -> !tests.contains(test)).toList());
  }

  static List<Example> configurations() throws IOException {
    return examples("yaml").stream().filter(example -> !example.code().startsWith("---")).toList();
  }

  static List<Example> scripts() throws IOException {
    return examples("sh");
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void configurationsInDocumentsAreValid(Example example) {
    List<Problem> problems = ConfigReader.read("site-config.yml", example.code()).problems();
    assertEquals(List.of(), problems.stream().map(Problem::message).toList());
  }

  /// Runs each command of the program in a copy of the sample, with runbooks and a published
  /// inventory where the documents have them.
  @ParameterizedTest
  @MethodSource("scripts")
  void scriptsInDocumentsRun(Example example, @TempDir Path folder) throws Exception {
    assertEquals(0, run(folder, "sh", "-n", "-c", example.code()), "sh cannot read it");
    Path site = Files.createDirectories(folder.resolve("site"));
    Sites.copy(Path.of("incidents"), site.resolve("incidents"));
    Files.copy(Path.of("site-config.yml"), site.resolve("site-config.yml"));
    for (String folders :
        List.of("runbooks", "wiki/oncall", "site/runbooks", "postmortems/incidents")) {
      Files.createDirectories(folder.resolve(folders));
    }
    Files.writeString(
        folder.resolve("runbooks/database.md"), "# Database\n\nAs in INC-2024-0112.\n");
    Files.write(site.resolve("published.json"), Sites.sample().get("incidents.json"));
    Program.write(site.resolve("hindsight"));
    for (String line : example.code().lines().toList()) {
      String command = line.strip().replaceFirst("\\s+#.*", "");
      // Nobody is asked over the network, and a server does not end.
      if (command.matches("(\\./)?hindsight (?!serve)(?!.*--url).*")) {
        int code = run(site, "sh", "-c", "PATH=$PWD:$PATH; " + command);
        assertTrue(code == ExitCode.DONE || code == ExitCode.PROBLEMS, code + " of " + command);
      } else if (command.startsWith("script/")) {
        assertTrue(Files.isExecutable(Path.of(command.split(" ")[0])), command);
      }
      assertKnown(command);
    }
  }

  /// Every option that a line gives to a command of the program.
  private static void assertKnown(String line) {
    CommandLine program = HindsightCommand.line();
    CALL.matcher(line)
        .results()
        .forEach(call -> {
          CommandLine command = program.getSubcommands().get(call.group(1));
          assertTrue(command != null, line);
          OPTION
              .matcher(call.group(2))
              .results()
              .map(MatchResult::group)
              .forEach(option ->
                  assertTrue(
                      command.getCommandSpec().optionsMap().containsKey(option),
                      option + " in " + line));
        });
  }

  private static int run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), String.join(" ", command));
    return process.exitValue();
  }

  @Test
  void everyMentionedOptionExists() throws IOException {
    CommandLine program = HindsightCommand.line();
    List<String> wrong = new ArrayList<>();
    for (Path file : documents()) {
      INLINE
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .forEach(words -> {
            CommandLine command = program.getSubcommands().get(words.split("[ `]")[0]);
            Set<String> known = new HashSet<>(Set.of("--version", "--help"));
            if (command != null) {
              known.addAll(command.getCommandSpec().optionsMap().keySet());
            } else if (!words.startsWith("-") && !words.startsWith("<")) {
              wrong.add(file + ": hindsight " + words);
            }
            OPTION
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .filter(option -> !known.contains(option))
                .forEach(option -> wrong.add(file + ": " + option + " in " + words));
          });
    }
    assertEquals(List.of(), wrong);
  }

  /// The map of the code and the table of what to touch would otherwise go stale with each rename.
  @Test
  void everyMentionedClassExists() throws IOException {
    Set<String> classes = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> classes.add(name.replace(".java", "")));
    }
    List<String> missing = new ArrayList<>();
    for (String document : List.of("docs/architecture.md", "CONTRIBUTING.md")) {
      CLASS
          .matcher(Files.readString(Path.of(document)))
          .results()
          .map(name -> name.group(1))
          .filter(name -> !classes.contains(name))
          .forEach(name -> missing.add(document + ": " + name));
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : documents()) {
      String text = Files.readString(file).replaceAll("(?ms)^ *```.*?^ *```$", "");
      for (MatchResult link : LINK.matcher(text).results().toList()) {
        String[] parts = link.group(1).split("#", 2);
        if (parts[0].contains(":")) {
          continue;
        }
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target) || (parts.length > 1 && !headings(target).contains(parts[1]))) {
          wrong.add(file + ": " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /// The addresses that a code host gives to headings.
  private static List<String> headings(Path file) throws IOException {
    return HEADING
        .matcher(Files.readString(file))
        .results()
        .map(heading ->
            heading
                .group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'))
        .toList();
  }
}
