package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.secret.Secrets;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checks that no file of a site with `redact: true` has a secret, wherever it was written.
class RedactTest {
  private static final String TAIL = "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5";
  private static final String SECRET = "gh" + "p_" + TAIL;

  @TempDir Path folder;

  @BeforeEach
  void configure() {
    Sites.write(folder, Map.of("site-config.yml", "redact: true\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32",
        "ISO-8859-1",
        "windows-1252",
        "Shift_JIS",
        "ISO-2022-JP"
      })
  void attachmentsOfAnyEncodingHaveNone(String charset) throws IOException {
    report("See [the log](a.log).");
    String text = "Gr\u00FC\u00DFe " + SECRET + " vorbei\n";
    Files.write(folder.resolve("incidents/a.log"), text.getBytes(Charset.forName(charset)));
    byte[] log = site().get("attachments/a.log");
    String expected = text.replace(SECRET, "REDACTED");
    assertEquals(
        new String(expected.getBytes(Charset.forName(charset)), Charset.forName(charset)),
        new String(log, Charset.forName(charset)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "`%`",
        "gh&#112;_~",
        "ghp\\_~",
        "gh<wbr>p_~",
        "ghp<!-- -->_~",
        "<b>gh</b>p_~",
        "gh\u200Bp_~",
        "![a](%.png)",
        "[a](gh%70_~)",
        "gh&shy;p_~"
      })
  void reportsHaveNone(String written) throws IOException {
    report(
        "Used "
            + written
                .replace("%.", SECRET + ".")
                .replaceAll("^(`?)%", "$1" + SECRET)
                .replace("~", TAIL)
            + " then.");
    assertClean(site());
  }

  @Test
  void fileNamesContainNoSecret() throws IOException {
    Sites.write(
        folder,
        Map.of(
            "incidents/" + SECRET + ".md",
            "# A report\n\nSee [b](b.md), [c](gh%70_" + TAIL + ".log).\n",
            "incidents/b.md",
            "# B\n\nSee [a](gh%70_" + TAIL + ".md).\n",
            "incidents/" + SECRET + ".log",
            "x"));
    MemoryOutput site = assertClean(site());
    assertTrue(site.files().containsKey("incidents/REDACTED.html"), site.files().toString());
    assertTrue(site.files().containsKey("incidents/REDACTED.md"));
    assertTrue(
        text(site, "incidents/b.html").contains("href=\"../incidents/REDACTED.html\"")
            || text(site, "incidents/b.html").contains("href=\"REDACTED.html\""));
  }

  @Test
  void runbooksContainNoSecret() throws IOException {
    report("Text.");
    Sites.write(
        folder,
        Map.of(
            "site-config.yml",
            "redact: true\nrunbooks:\n  - {folder: runbooks, url: 'https://wiki.test/'}\n",
            "runbooks/" + SECRET + ".md",
            "# Use " + SECRET + "\n\nSee INC-2031-001.\n"));
    MemoryOutput site = assertClean(site());
    assertTrue(text(site, "incidents/INC-2031-001.html").contains("Use REDACTED"));
  }

  @Test
  void configuredTextsContainNoSecret() throws IOException {
    report("Text.\n\n## Affected Systems\n- Pump");
    Sites.write(
        folder,
        Map.of(
            "site-config.yml",
            "redact: true\ntitle: 'Use "
                + SECRET
                + "'\nsystems:\n  - {name: Pump, owner: '"
                + SECRET
                + "'}\n"));
    MemoryOutput site = new MemoryOutput();
    BuildResult built = Sites.build(folder, site);
    assertClean(site);
    assertTrue(text(site, "index.html").contains("Use REDACTED"));
    assertEquals(
        List.of("site-config.yml:2:13", "site-config.yml:4:26"),
        built.problems().stream()
            .filter(problem -> problem.is(Secrets.LIKELY_SECRET))
            .map(Problem::at)
            .map(Object::toString)
            .toList());
  }

  private void report(String text) {
    Sites.write(
        folder,
        Map.of("incidents/INC-2031-001.md", "# INC-2031-001: T\n\n## Summary\n" + text + "\n"));
  }

  private MemoryOutput site() {
    return Sites.built(folder);
  }

  /// Also where a search folds case or cuts words.
  private static MemoryOutput assertClean(MemoryOutput site) {
    site.files()
        .forEach((path, bytes) -> {
          String all = (path + new String(bytes, StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
          assertEquals(-1, all.indexOf(TAIL.substring(0, 30).toLowerCase(Locale.ROOT)), path);
        });
    return site;
  }

  private static String text(MemoryOutput site, String path) {
    return new String(site.get(path), StandardCharsets.UTF_8);
  }
}
