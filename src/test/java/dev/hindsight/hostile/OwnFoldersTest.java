package dev.hindsight.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.Sites;
import dev.hindsight.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The folders that Hindsight keeps for itself are neither links nor part of a repository.
class OwnFoldersTest {
  @TempDir Path folder;
  private Path source;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void write() {
    source = folder.resolve("source");
    Sites.write(source, Map.of("incidents/INC-2024-0001.md", "# Queue stuck\n\nIt was stuck.\n"));
  }

  private int run(String... arguments) {
    said.getBuffer().setLength(0);
    PrintWriter writer = new PrintWriter(said, true);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--source", source.toString()));
    return Main.run(writer, writer, all.toArray(String[]::new));
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "no Git here");
    Process git =
        new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
            .directory(source.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, git.waitFor());
  }

  @ParameterizedTest
  @ValueSource(strings = {".hindsight", ".site.hindsight"})
  void aLinkIsNotFollowed(String name) throws IOException {
    Path victim = Files.createDirectory(folder.resolve("victim"));
    Files.writeString(victim.resolve("lock"), "");
    Files.createSymbolicLink(source.resolve(name), victim);
    assertEquals(2, run("build"), said.toString());
    assertTrue(said.toString().contains(name + " is a symbolic link"), said.toString());
    try (Stream<Path> files = Files.list(victim)) {
      assertEquals(List.of(victim.resolve("lock")), files.toList());
    }
    assertFalse(Files.exists(source.resolve("site")));
  }

  @Test
  void noCommandUsesALinkedCache() throws IOException {
    Files.createSymbolicLink(source.resolve(".hindsight"), folder);
    assertEquals(2, run("check"), said.toString());
    assertEquals(2, run("search", "queue"), said.toString());
  }

  @Test
  void aLinkInTheCacheIsNotFollowed() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "five years of work");
    Files.createDirectory(source.resolve(".hindsight"));
    Files.createSymbolicLink(source.resolve(".hindsight/.gitignore"), victim);
    assertEquals(0, run("build"), said.toString());
    assertEquals("five years of work", Files.readString(victim));
  }

  @ParameterizedTest
  @ValueSource(strings = {".hindsight", ".site.hindsight"})
  void refusesAFolderThatCameWithTheRepository(String name) throws Exception {
    Sites.write(source, Map.of(name + "/previous/index.html", "not what was published"));
    git("init", "-q");
    git("add", "-f", name);
    assertEquals(2, run("build"), said.toString());
    assertTrue(said.toString().contains(name + " is tracked by Git"), said.toString());
    assertFalse(Files.exists(source.resolve("site")));
    git("rm", "-r", "-q", "--cached", name);
    assertEquals(0, run("build"), said.toString());
  }

  @Test
  void aPipeInTheCacheIsNotRead() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertEquals(0, run("build"), said.toString());
    try (Stream<Path> files = Files.list(source.resolve(".hindsight"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
        new ProcessBuilder("/usr/bin/mkfifo", file.toString()).start().waitFor();
      }
    }
    assertEquals(0, run("build"), said.toString());
    assertTrue(said.toString().contains("Built 1 report"), said.toString());
  }

  @Test
  void aCopyOfAProjectIsBuilt() {
    assertEquals(0, run("build"), said.toString());
    assertEquals(0, run("build"), said.toString());
    assertFalse(said.toString().contains("Built 1 report"), "nothing has changed: " + said);
    Path copy = folder.resolve("copy");
    Sites.copy(source, copy);
    source = copy;
    assertEquals(0, run("build"), said.toString());
    assertTrue(said.toString().contains("Built 1 report"), said.toString());
  }

  @Test
  void aReplacedSiteIsNotMistakenForTheLastOne() throws IOException {
    assertEquals(0, run("build"), said.toString());
    Path site = source.resolve("site");
    Files.move(site, source.resolve("old"));
    Sites.copy(source.resolve("old"), site);
    String page = Files.readString(site.resolve("index.html"));
    Files.writeString(site.resolve("index.html"), page.replaceFirst("<title>.", "<title>!"));
    assertEquals(0, run("build"), said.toString());
    assertEquals(page, Files.readString(site.resolve("index.html")));
  }
}
