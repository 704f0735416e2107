package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each folder of `src/test/sites/` is a tiny site that shows one behavior, with what should become
/// of it in `expected/`: `problems.txt`, and any files of the site, of a page its `main` only.
///
/// `-Dgolden.update=true` writes the expected files anew; a person reads the difference.
class GoldenSitesTest {
  private static final Path CASES = Path.of("src/test/sites");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> sites() throws IOException {
    List<Path> cases;
    try (Stream<Path> folders = Files.list(CASES)) {
      cases = folders.filter(Files::isDirectory).sorted().toList();
    }
    assertTrue(cases.size() >= 20, cases.size() + " cases");
    return cases.stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private static void check(Path folder) throws IOException {
    MemoryOutput site = new MemoryOutput();
    BuildResult result = Sites.build(folder, site);
    Path expected = folder.resolve("expected");
    compare(expected.resolve("problems.txt"), problems(result));
    if (!(result instanceof BuildResult.Built)) {
      assertEquals(List.of(), List.copyOf(site.files().keySet()), "nothing may be written");
    }
    for (Path file : files(expected)) {
      String path = expected.relativize(file).toString().replace('\\', '/');
      if (!path.equals("problems.txt")) {
        compare(file, shown(path, Sites.text(site, path)));
      }
    }
  }

  private static List<Path> files(Path expected) throws IOException {
    try (Stream<Path> files = Files.walk(expected)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void compare(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, file.toString());
  }

  private static String problems(BuildResult result) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : result.problems()) {
      text.append(problem.at()).append(": ");
      text.append(problem.isError() ? "error: " : "warning: ");
      text.append(problem.message()).append(" [").append(problem.code()).append("]\n");
      problem.hint().ifPresent(hint -> text.append("    ").append(hint).append('\n'));
    }
    return text.append(
            switch (result) {
              case BuildResult.Built _ -> "built\n";
              case BuildResult.Rejected _ -> "rejected\n";
              case BuildResult.Misconfigured _ -> "misconfigured\n";
            })
        .toString();
  }

  /// A file as a person compares it: of a page what is its own, without blank lines.
  private static String shown(String path, String text) {
    if (!path.endsWith(".html")) {
      return text;
    }
    Document page = Jsoup.parse(text);
    page.outputSettings().prettyPrint(false);
    StringBuilder lines = new StringBuilder();
    page.selectFirst("main")
        .html()
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }
}
