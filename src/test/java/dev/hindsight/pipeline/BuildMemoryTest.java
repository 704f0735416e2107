package dev.hindsight.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.pipeline.publish.Publisher;
import dev.hindsight.pipeline.publish.SiteSize;
import dev.hindsight.site.SiteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A build of what is published already is over before it has begun; any other is made.
class BuildMemoryTest {
  private static final BuildOptions OPTIONS = BuildOptions.on(LocalDate.of(2026, 11, 1));

  private static final Map<String, String> KEYS = Map.of("incidents/INC-2024-0001.html", "key");

  @TempDir Path folder;

  /// A site with one of everything that a build reads.
  private record Project(Path source, Path site) {
    static Project in(Path folder) {
      Path source = folder.resolve("source");
      Sites.write(
          source,
          Map.of(
              "site-config.yml",
              "title: T\ntheme:\n  logo: logo.svg\nrunbooks:\n  - folder: runbooks\n",
              "logo.svg",
              "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
              "runbooks/restart.md",
              "# Restart\n\nSee INC-2024-0001.\n",
              "templates/assets/own.css",
              "p { margin: 0 }\n",
              "incidents/INC-2024-0001.md",
              "# Queue stuck\n\n## Action Items\n1. Do it\n\n![graph](graph.png)\n",
              "incidents/INC-2024-0002.md",
              "# Disk full\n\nAs in INC-2024-0001. See [notes](gone.md).\n",
              "incidents/graph.png",
              "no real image"));
      return new Project(source, source.resolve("site"));
    }

    private SiteSource siteSource() {
      return new SiteSource(source, site.resolve(SiteSource.INVENTORY));
    }

    BuildMemory memory(BuildOptions options) {
      return new BuildMemory(siteSource(), options, site);
    }

    Optional<BuildResult.Built> unchanged() throws IOException {
      return memory(OPTIONS).unchanged();
    }

    /// What the next build is told of the pages that are published.
    Map<String, String> pages() throws IOException {
      BuildMemory memory = memory(OPTIONS);
      memory.unchanged();
      return memory.pages();
    }

    BuildResult.Built build() throws Exception {
      BuildMemory memory = memory(OPTIONS);
      memory.unchanged();
      BuildResult[] result = new BuildResult[1];
      SiteSize size =
          new Publisher(site, source)
              .publish(output -> {
                result[0] = new SiteBuilder(siteSource(), OPTIONS).build(output);
                return true;
              });
      BuildResult.Built built = (BuildResult.Built) result[0];
      memory.keep(built, size, KEYS);
      return built;
    }

    void append(String file, String text) throws IOException {
      Path path = source.resolve(file);
      Files.writeString(path, Files.readString(path) + text);
    }
  }

  @Test
  void repeatsTheProblemsOfTheLastBuild() throws Exception {
    Project project = Project.in(folder);
    assertTrue(project.unchanged().isEmpty(), "nothing was built yet");
    BuildResult.Built built = project.build();
    BuildResult.Built again = project.unchanged().orElseThrow();
    assertFalse(built.problems().isEmpty());
    assertEquals(built.problems(), again.problems());
    assertEquals(built.summary(), again.summary());
  }

  @Test
  void aSiteIsTheSameHoweverItsFolderIsNamed() throws Exception {
    Project project = Project.in(folder);
    project.build();
    Path here = Path.of("").toAbsolutePath();
    assertTrue(
        new Project(here.relativize(project.source()), here.relativize(project.site()))
            .unchanged()
            .isPresent());
  }

  @Test
  void aSecondBuildProducesTheSameBytes() throws Exception {
    Project project = Project.in(folder);
    project.build();
    Map<String, String> first = files(project.site());
    project.build();
    assertEquals(first, files(project.site()));
  }

  @Test
  void cachedPagesBelongToThisSite() throws Exception {
    Project project = Project.in(folder);
    assertEquals(Map.of(), project.pages());
    project.build();
    assertEquals(KEYS, project.pages());
    project.append("incidents/INC-2024-0002.md", "More.\n");
    assertEquals(KEYS, project.pages(), "also where another is to be built");
    new Publisher(project.site(), project.source()).publish(_ -> true);
    assertEquals(Map.of(), project.pages(), "another site");
  }

  @TestFactory
  List<DynamicTest> ignoresTheCacheOfPagesIf() {
    Map<String, Change> harms = new TreeMap<>();
    harms.put("a page is gone", project -> Files.delete(project.site().resolve("graph.html")));
    harms.put(
        "a page was added",
        project -> Files.writeString(project.site().resolve("incidents/x.html"), "x"));
    harms.put("what is known is cut off", project -> write(project, new byte[] {1, 2, 3}));
    harms.put("what is known is nothing", project -> write(project, new byte[0]));
    return harms.entrySet().stream()
        .map(harm ->
            DynamicTest.dynamicTest(
                harm.getKey(),
                () -> {
                  Project project = Project.in(folder.resolve(harm.getKey()));
                  project.build();
                  harm.getValue().make(project);
                  assertEquals(Map.of(), project.pages());
                }))
        .toList();
  }

  private static void write(Project project, byte[] pages) throws IOException {
    try (Stream<Path> files = Files.list(project.source().resolve(".hindsight"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".pages")).toList()) {
        Files.write(file, pages);
      }
    }
  }

  private static Map<String, String> files(Path site) throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            site.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  /// What somebody may do between two builds.
  @FunctionalInterface
  private interface Change {
    void make(Project project) throws Exception;
  }

  @TestFactory
  List<DynamicTest> anyChangeCausesABuild() {
    Map<String, Change> changes = new TreeMap<>();
    changes.put("a report", project -> project.append("incidents/INC-2024-0002.md", "More.\n"));
    changes.put(
        "a new report",
        project -> Sites.write(project.source(), Map.of("incidents/INC-2024-0003.md", "# New\n")));
    changes.put(
        "a report is gone",
        project -> Files.delete(project.source().resolve("incidents/INC-2024-0002.md")));
    changes.put(
        "a report has another name",
        project ->
            Files.move(
                project.source().resolve("incidents/INC-2024-0002.md"),
                project.source().resolve("incidents/INC-2024-0004.md")));
    changes.put("an attachment", project -> project.append("incidents/graph.png", "!"));
    changes.put(
        "the configuration", project -> project.append("site-config.yml", "public: true\n"));
    changes.put(
        "a template", project -> project.append("templates/assets/own.css", "a { margin: 0 }\n"));
    changes.put("the logo", project -> project.append("logo.svg", "<!-- new -->"));
    changes.put(
        "a runbook", project -> project.append("runbooks/restart.md", "And INC-2024-0002.\n"));
    changes.put("a page is gone", project -> Files.delete(project.site().resolve("index.html")));
    changes.put(
        "a page was changed",
        project -> Files.writeString(project.site().resolve("index.html"), "somebody's own"));
    changes.put(
        "the memory is broken",
        project -> {
          try (Stream<Path> files = Files.list(project.source().resolve(".hindsight"))) {
            for (Path file : files.toList()) {
              Files.writeString(file, "{\"digest\": \"");
            }
          }
        });
    return changes.entrySet().stream()
        .map(change ->
            DynamicTest.dynamicTest(
                change.getKey(),
                () -> {
                  Project project = Project.in(Files.createTempDirectory(folder, "change"));
                  project.build();
                  assertTrue(project.unchanged().isPresent(), "as it was");
                  change.getValue().make(project);
                  assertTrue(project.unchanged().isEmpty(), "as it was no more");
                }))
        .toList();
  }

  @Test
  void buildsWithoutAWritableCache() throws Exception {
    Project project = Project.in(folder);
    Files.writeString(project.source().resolve(".hindsight"), "a file, where a folder should be");
    project.build();
    assertTrue(project.unchanged().isEmpty());
  }

  @Test
  void anotherDayOrOptionCausesABuild() throws Exception {
    Project project = Project.in(folder);
    project.build();
    assertTrue(project.memory(BuildOptions.on(LocalDate.of(2026, 11, 2))).unchanged().isEmpty());
    assertTrue(
        project
            .memory(new BuildOptions(true, false, false, false, OPTIONS.today(), false))
            .unchanged()
            .isEmpty());
  }
}
