package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.Sites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packages, unpacked into an empty folder, make the site that the checkout makes. Runs once
/// the jar is made.
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackagesTest {
  private static final Path DIST = Path.of("target/dist").toAbsolutePath();

  /// All of Unix that the launcher may ask for: no Java is among it.
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cp",
          "dirname",
          "find",
          "head",
          "mkdir",
          "mv",
          "nice",
          "readlink",
          "rm",
          "sed",
          "wc",
          "uname");

  private static final byte[] BROKEN = "no cache".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @BeforeAll
  void makeThePackages() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of(System.getProperty("java.home"), "bin", "jlink")),
        "this JDK has no jlink, which makes the runtime of a package");
    run(Path.of("."), Map.of(), "script/package");
  }

  private static Path only(String ending) throws IOException {
    try (Stream<Path> files = Files.list(DIST)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  @Test
  void theSelfContainedOneNeedsNoJava() throws Exception {
    Path archive = only(".tar.gz");
    assertTrue(Files.size(archive) < 90_000_000, Files.size(archive) + " bytes");
    Path place = Files.createDirectories(folder.resolve("own runtime"));
    run(place, Map.of(), "tar", "-xzf", archive.toString());
    makesTheSampleSite(place, Map.of(), true);
  }

  @Test
  void thePortableOneNeedsAJdk() throws Exception {
    Path place = Files.createDirectories(folder.resolve("portable"));
    run(place, Map.of(), "unzip", "-q", only(".zip").toString());
    // The same script makes the cache as in the other package, which takes as long as all the rest.
    makesTheSampleSite(place, Map.of("JAVA25_HOME", System.getProperty("java.home")), false);
  }

  @Test
  void everyPartHasItsLicense() throws Exception {
    String name =
        "hindsight-"
            + JsonMapper.shared().readTree(sbom()).at("/metadata/component/version").asString();
    try (ZipFile zip = new ZipFile(only(".zip").toFile())) {
      String table =
          new String(
              zip.getInputStream(zip.getEntry(name + "/licenses/README.md")).readAllBytes(),
              StandardCharsets.UTF_8);
      for (JsonNode part : JsonMapper.shared().readTree(sbom()).get("components")) {
        String group = part.get("group").asString();
        assertTrue(table.contains("`" + group + "`"), group);
      }
    }
  }

  private static byte[] sbom() throws IOException {
    return Files.readAllBytes(only(".sbom.json"));
  }

  /// Names in one order, one time and nobody's name: what else would differ from machine to
  /// machine.
  @Test
  void packagesDoNotRevealWhereAndWhenTheyWereBuilt() throws Exception {
    List<String> lines =
        output(
                DIST,
                Map.of(),
                "tar",
                "--full-time",
                "--numeric-owner",
                "--utc",
                "-tvzf",
                only(".tar.gz").toString())
            .lines()
            .toList();
    assertTrue(lines.size() > 100, lines.toString());
    for (String line : lines) {
      assertTrue(line.matches("[-dl]\\S{9} 0/0 +\\d+ 2026-01-01 00:00:00 .*"), line);
      assertTrue(line.matches("(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--|l.{9}) .*"), line);
    }
    try (ZipFile zip = new ZipFile(only(".zip").toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      assertEquals(names.stream().sorted().toList(), names);
      for (ZipEntry entry : zip.stream().toList()) {
        assertEquals(LocalDateTime.of(2026, 1, 1, 0, 0), entry.getTimeLocal(), entry.getName());
      }
    }
  }

  @Test
  void theContentsAreListed() throws Exception {
    JsonNode bom = JsonMapper.shared().readTree(Files.readString(only(".sbom.json")));
    assertEquals("CycloneDX", bom.get("bomFormat").asString());
    List<String> names =
        bom.get("components").valueStream().map(one -> one.get("name").asString()).toList();
    assertTrue(names.containsAll(List.of("lucene-core", "pebble", "commonmark")), names.toString());
    assertTrue(names.stream().noneMatch(name -> name.contains("junit")), names.toString());
  }

  @Test
  void theChecksumsAreCorrect() throws Exception {
    try (Stream<Path> files = Files.list(DIST)) {
      for (Path sum : files.filter(file -> file.toString().endsWith(".sha256")).toList()) {
        run(DIST, Map.of(), "sha256sum", "--quiet", "-c", sum.toString());
      }
    }
  }

  private void makesTheSampleSite(Path place, Map<String, String> more, boolean isCacheMade)
      throws Exception {
    Path home;
    try (Stream<Path> unpacked = Files.list(place)) {
      home = unpacked.findFirst().orElseThrow();
    }
    Path bin = Files.createDirectories(place.resolve("bin"));
    for (String tool : TOOLS) {
      for (Path there : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
        if (Files.exists(there.resolve(tool)) && !Files.exists(bin.resolve(tool))) {
          Files.createSymbolicLink(bin.resolve(tool), there.resolve(tool));
        }
      }
    }
    Path source = place.resolve("reports");
    try (Stream<Path> files = Files.walk(Path.of("incidents"))) {
      for (Path file : files.toList()) {
        Path target = source.resolve(file.toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Files.copy(Path.of("site-config.yml"), source.resolve("site-config.yml"));
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("PATH", bin.toString());
    environment.put("HOME", place.toString());
    String program = home.resolve("bin/hindsight").toString();
    if (!isCacheMade) {
      Files.write(home.resolve("lib/hindsight.aot"), BROKEN);
    }
    run(source, environment, program, "build", "--quiet");
    Map<String, byte[]> expected = Sites.sample().files();
    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      assertArrayEquals(
          file.getValue(),
          Files.readAllBytes(source.resolve("site").resolve(file.getKey())),
          file.getKey());
    }
    // The first run has the cache made; a broken one does no harm.
    Path cache = home.resolve("lib/hindsight.aot");
    while (!Files.exists(cache)) {
      Thread.sleep(100);
    }
    assertTrue(!isCacheMade || Files.size(cache) > 10_000_000);
    // Moved to another place, the program is there with all it has.
    Path moved = Files.move(home, place.resolve("moved"));
    home = moved;
    cache = home.resolve("lib/hindsight.aot");
    program = home.resolve("bin/hindsight").toString();
    String first = output(source, environment, program, "--version");
    Files.write(cache, BROKEN);
    assertEquals(first, output(source, environment, program, "--version"));
  }

  private void run(Path in, Map<String, String> environment, String... command) throws Exception {
    output(in, environment, command);
  }

  private String output(Path in, Map<String, String> environment, String... command)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    if (!environment.isEmpty()) {
      builder.environment().clear();
      builder.environment().putAll(environment);
    }
    Path said = Files.createTempFile("said", ".txt");
    Process process = builder.redirectOutput(said.toFile()).start();
    assertTrue(process.waitFor(20, TimeUnit.MINUTES), String.join(" ", command));
    String output = Files.readString(said);
    Files.delete(said);
    assertEquals(0, process.exitValue(), String.join(" ", command) + "\n" + output);
    return output;
  }
}
