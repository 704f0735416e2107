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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names, ids and links that want to lead somewhere else: each becomes a page or a problem, and
/// nothing is written outside of the site or comes into it from outside of the reports.
class PathsTest {
  private static final String CANARY = "zanzibarcanary";
  private static final String REPORT = "\n# Queue stuck\n\n## Summary\n\nOrders stopped.\n";

  @TempDir Path folder;
  private Path source;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void surround() {
    source = folder.resolve("source");
    Sites.write(
        folder,
        Map.of(
            "outside.md",
            "# " + CANARY + "\n",
            "outside.png",
            CANARY,
            "outside/INC-2024-0099.md",
            "# " + CANARY + "\n",
            "source/secret.png",
            CANARY,
            "source/site-config.yml",
            "title: T\n",
            "source/incidents/INC-2024-0001.md",
            REPORT));
  }

  static List<String> names() {
    return List.of(
        "../../../outside",
        "..",
        ".",
        "/",
        "/etc/passwd",
        "\\\\..\\\\..\\\\outside",
        "C:\\\\Windows\\\\x",
        "CON",
        "nul",
        "aux.md",
        "COM1",
        "lpt9.txt",
        "index",
        "x".repeat(300),
        "\u00e4".repeat(300),
        "\ud83d\udd25".repeat(120),
        "%2e%2e%2f%2e%2e%2foutside",
        "..%5c..%5coutside",
        "a\\u0000b",
        "a\\nb",
        "-rf",
        "~",
        "$(touch outside)",
        "INC-2024-0001/../../../outside",
        "\u202egpj.exe",
        "...",
        "trailing. ",
        "a:b",
        "file:///etc/passwd",
        "CLOCK$",
        "\u2025/\u2025/x",
        "con.",
        "<script>alert(1)</script>");
  }

  @ParameterizedTest
  @MethodSource("names")
  void anIdNeverLeadsOutOfTheSite(String name) {
    write("incidents/INC-2024-0002.md", "---\nid: \"" + name + "\"\n---\n" + REPORT + "2\n");
    assertHarmless();
  }

  @ParameterizedTest
  @MethodSource("names")
  void anAliasASystemAndATagNeverLeadOutOfTheSite(String name) {
    write(
        "incidents/INC-2024-0002.md",
        "---\naliases: [\"NAME\"]\nsystems: [\"NAME\"]\ntags: [\"NAME\"]\nrelated: [\"NAME\"]\n---\n"
                .replace("NAME", name)
            + REPORT
            + "\n[[NAME]]\n".replace("NAME", name));
    assertHarmless();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aLinkNeverLeadsOutOfTheReports(String name) {
    write(
        "incidents/INC-2024-0002.md",
        REPORT + "![a](<NAME>) [b](NAME) <img src=\"NAME\">\n".replace("NAME", name));
    assertHarmless();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.png",
        "../../outside.png",
        "..%2f..%2foutside.png",
        "%2e%2e/%2e%2e/outside.png",
        "/../../outside.png",
        "a/../../secret.png",
        "..\\secret.png",
        "./.././secret.png",
        "file:../secret.png",
        "//../secret.png"
      })
  void aFileOutsideIsNotPublished(String path) {
    write("incidents/INC-2024-0002.md", REPORT + "![a](" + path + ") [b](" + path + ")\n");
    assertEquals(0, build());
    assertContained();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON.md",
        "nul.md",
        "aux.txt.md",
        "-rf.md",
        "a\nb.md",
        "a\tb.md",
        "a\"b.md",
        "a'b.md",
        "a<b>.md",
        "a&b;c.md",
        "a?b#c.md",
        "a%2f..%2fb.md",
        "a\\b.md",
        "a:b.md",
        "\u202egpj.md",
        "\ud83d\udd25.md",
        "{{ x }}{% y %}.md",
        "$(id).md",
        "a b .md",
        "search.md",
        "404.md",
        "CON/a.md",
        "a..b/c.md"
      })
  void aFileOfAnyNameHasAPage(String name) throws IOException {
    tryToWrite("incidents/" + name, REPORT + "Again.\n");
    assertHarmless();
    assertEquals(2, pages().size(), pages().toString());
  }

  @Test
  void theLongestPossibleFileNameHasAPage() {
    tryToWrite("incidents/" + "x".repeat(252) + ".md", REPORT + "2\n");
    tryToWrite("incidents/" + "\u00e4".repeat(126) + ".md", REPORT + "3\n");
    assertEquals(0, build(), out.toString());
    assertContained();
  }

  @Test
  void namesThatDifferOnlyInCaseAreAProblem() throws IOException {
    tryToWrite("incidents/inc-2024-0001.md", REPORT + "2\n");
    assumeTrue(count("incidents") == 2);
    assertEquals(1, build());
    assertTrue(out.toString().contains("[duplicate-id]"), out.toString());
  }

  @Test
  void namesThatDifferOnlyInUnicodeFormAreAProblem() throws IOException {
    tryToWrite("incidents/\u00e9.md", REPORT + "2\n");
    tryToWrite("incidents/e\u0301.md", REPORT + "3\n");
    assumeTrue(count("incidents") == 3);
    assertEquals(1, build());
    assertTrue(out.toString().contains("[duplicate-id]"), out.toString());
  }

  @Test
  void anAttachmentIsNeverReplacedByOneWithASimilarName() throws IOException {
    tryToWrite("incidents/graph.png", "lower");
    tryToWrite("incidents/Graph.png", "upper");
    assumeTrue(count("incidents") == 3);
    write("incidents/INC-2024-0002.md", REPORT + "![a](graph.png) ![b](Graph.png)\n");
    assertEquals(0, build());
    assertTrue(
        out.toString().contains("'graph.png' has the same address as 'Graph.png'"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "svg",
        "SVG",
        "svgz",
        "html",
        "htm",
        "xhtml",
        "shtml",
        "xml",
        "xsl",
        "xht",
        "js",
        "mjs",
        "css",
        "php",
        "swf",
        "mht",
        "hta",
        "wasm",
        "htaccess",
        "png.svg",
        "png ",
        "png."
      })
  void whatABrowserCouldRunIsNotPublished(String ending) {
    tryToWrite("incidents/x." + ending, "<svg onload=\"" + CANARY + "\"/>");
    write(
        "incidents/INC-2024-0002.md",
        REPORT + "![a](<x.@>) [b](<x.@>) <img src=\"x.@\">\n".replace("@", ending));
    assertEquals(0, build());
    assertTrue(files(source.resolve("site/attachments")).isEmpty());
    assertTrue(out.toString().contains("[broken-link]"), out.toString());
  }

  @Test
  void linksOutOfTheReportsAreNotFollowed() {
    link("incidents/outside.md", folder.resolve("outside.md"));
    link("incidents/outside.png", folder.resolve("outside.png"));
    link("incidents/outside", folder.resolve("outside"));
    link("incidents/root", Path.of("/"));
    link("incidents/up", Path.of(".."));
    link("incidents/self", Path.of("."));
    link("incidents/loop", Path.of("loop"));
    link("incidents/gone.md", Path.of("no-such-file"));
    write(
        "incidents/INC-2024-0002.md",
        REPORT + "![a](outside.png) ![b](up/secret.png) [c](outside/INC-2024-0099.md)\n");
    assertEquals(0, build(), out.toString());
    assertContained();
  }

  @Test
  void aLinkIntoTheReportsIsNotFollowedEither() throws IOException {
    link("incidents/INC-2024-0003.md", Path.of("INC-2024-0001.md"));
    assertEquals(0, build(), out.toString());
    assertEquals(1, pages().size());
  }

  @Test
  void aFolderOfReportsThatIsALinkIsRefused() throws IOException {
    Files.move(source.resolve("incidents"), source.resolve("elsewhere"));
    link("incidents", folder.resolve("outside"));
    assertEquals(2, build());
    assertTrue(out.toString().contains("symbolic link"), out.toString());
    assertContained();
  }

  @Test
  void aSiteIsNotWrittenThroughALinkInIt() throws IOException {
    assertEquals(0, build());
    Path inside = source.resolve("site/incidents");
    Files.move(inside, folder.resolve("moved"));
    Path victim = Files.createDirectory(folder.resolve("victim"));
    link("site/incidents", victim);
    write("incidents/INC-2024-0002.md", REPORT + "2\n");
    assertEquals(0, build(), out.toString());
    assertEquals(Set.of(), files(victim));
    assertEquals(2, pages().size());
  }

  @Test
  void anUnreadableFileIsAProblem() throws IOException {
    Path report = write("incidents/INC-2024-0002.md", REPORT + "2\n");
    Path hidden = write("incidents/closed/INC-2024-0003.md", REPORT + "3\n").getParent();
    assumeTrue(report.toFile().setReadable(false) && !Files.isReadable(report), "as root");
    assumeTrue(hidden.toFile().setReadable(false));
    assertEquals(1, build());
    hidden.toFile().setReadable(true);
    assertTrue(out.toString().contains("incidents/INC-2024-0002.md"), out.toString());
    assertTrue(out.toString().contains("incidents/closed"), out.toString());
  }

  @Test
  void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    for (String name : List.of("pipe.md", "pipe.png")) {
      new ProcessBuilder("/usr/bin/mkfifo", source.resolve("incidents").resolve(name).toString())
          .start()
          .waitFor();
    }
    write("incidents/INC-2024-0002.md", REPORT + "![a](pipe.png)\n");
    assertEquals(1, build(), out.toString());
    assertTrue(
        out.toString().contains("incidents/pipe.md:1:1: error: a pipe, socket or device"),
        out.toString());
    assertTrue(out.toString().contains("incidents/pipe.png:1:1: error: "), out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"site-config.yml", "published.json"})
  void aPipeInsteadOfAFileIsRefused(String name) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    Files.deleteIfExists(source.resolve(name));
    Path pipe = source.resolve(name);
    new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
    assertEquals(
        2, name.equals("published.json") ? build("--published", pipe.toString()) : build());
    assertTrue(out.toString().contains(name + " is not a regular file"), out.toString());
  }

  @Test
  void aNameThatIsNotUtf8IsAProblem() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    new ProcessBuilder("/bin/sh", "-c", "printf '# X\\n' > \"$(printf 'a\\377b.md')\"")
        .directory(source.resolve("incidents").toFile())
        .start()
        .waitFor();
    assumeTrue(count("incidents") == 2);
    assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"));
    assertEquals(1, build());
    assertTrue(
        out.toString().contains("incidents/a\ufffdb.md:1:1: error: the name is not UTF-8"),
        out.toString());
    assertContained();
  }

  @Test
  void noFileContainsThePathOfTheSource() throws IOException {
    assertEquals(0, build());
    String path = folder.toString();
    for (String file : files(source.resolve("site"))) {
      String text =
          new String(
              Files.readAllBytes(source.resolve("site").resolve(file)),
              StandardCharsets.ISO_8859_1);
      assertFalse(text.contains(path), file);
    }
  }

  private Path write(String path, String text) {
    Sites.write(source, Map.of(path, text));
    return source.resolve(path);
  }

  /// Skips what this file system has no name for.
  private void tryToWrite(String path, String text) {
    try {
      write(path, text);
    } catch (UncheckedIOException | java.nio.file.InvalidPathException impossible) {
      assumeTrue(false, "no such name here: " + impossible.getMessage());
    }
  }

  private void link(String path, Path target) {
    try {
      Files.createSymbolicLink(source.resolve(path), target);
    } catch (IOException | UnsupportedOperationException impossible) {
      assumeTrue(false, "no symbolic links here");
    }
  }

  private long count(String path) throws IOException {
    try (Stream<Path> files = Files.list(source.resolve(path))) {
      return files.count();
    } catch (FileSystemException unreadable) {
      return 0;
    }
  }

  private int build(String... more) {
    PrintWriter writer = new PrintWriter(out, true);
    return Main.run(
        writer,
        writer,
        Stream.concat(Stream.of("build", "--source", source.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private void assertHarmless() {
    int code = build();
    assertTrue(code == 0 || code == 1, code + ": " + out);
    assertContained();
  }

  /// Nothing came in, and nothing went out.
  private void assertContained() {
    assertFalse(out.toString().contains("\tat "), out.toString());
    assertEquals(Set.of("outside", "outside.md", "outside.png", "source"), above());
    for (String file : files(source.resolve("site"))) {
      try {
        String text =
            Files.readString(source.resolve("site").resolve(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(CANARY), file);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  private Set<String> above() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The pages of reports; those of aliases and of what is not written are not among them.
  private Set<String> pages() {
    return files(source.resolve("site")).stream()
        .filter(file -> file.matches("incidents/.*\\.md"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> files(Path root) {
    if (!Files.exists(root)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
