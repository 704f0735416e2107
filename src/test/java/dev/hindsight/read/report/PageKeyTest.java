package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.source.PageKey;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key that Notion appends to the name of a page is not part of its ID or its title.
class PageKeyTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "f123456789abcdef0123456789abcdef";

  @TempDir private Path folder;

  /// The IDs of reports with these names, each with its aliases.
  private List<String> ids(String... names) throws IOException {
    Sites.write(
        folder,
        Stream.of(names)
            .collect(Collectors.toMap(name -> name + ".md", name -> "## Summary\n\n" + name)));
    return incidents().map(PageKeyTest::shown).toList();
  }

  private Stream<Incident> incidents() throws IOException {
    return new FolderReader(
            ConfigReader.read("c", "").config().orElseThrow(),
            ReportFolder.list(folder, "incidents"),
            false)
        .readAll().stream().flatMap(report -> report.incident().stream());
  }

  private static String shown(Incident incident) {
    return Stream.concat(Stream.of(incident.id()), incident.aliases().stream())
        .map(IncidentId::value)
        .collect(Collectors.joining(" / "));
  }

  @Test
  void itIsAnAliasOnly() throws IOException {
    assertEquals(List.of("Mail late / Mail late " + KEY), ids("Mail late " + KEY));
  }

  @Test
  void namesThatNeedItKeepIt() throws IOException {
    assertEquals(
        List.of("A " + KEY, "B " + KEY, "a " + OTHER, "b c / b c " + KEY, "b"),
        ids("A " + KEY, "a " + OTHER, "B " + KEY, "b", "b c " + KEY));
  }

  @Test
  void idsInNamesStay() throws IOException {
    assertEquals(List.of("INC-2024-0001"), ids("INC-2024-0001 Mail late " + KEY));
  }

  @Test
  void titlesFromTheFileNameLoseIt() throws IOException {
    Sites.write(
        folder,
        Map.of(
            "disk-full " + KEY + ".md", "## Summary\n\na\n",
            "mail-late " + OTHER + ".md", "# Postmortem\n\n## Summary\n\nb\n"));
    assertEquals(List.of("disk full", "mail late"), incidents().map(Incident::title).toList());
  }

  @Test
  void onlyTheKeyIsRemoved() {
    String upper = "A " + KEY.toUpperCase(Locale.ROOT);
    Map.of(
            "A " + KEY,
            "A",
            "A-" + KEY,
            "A",
            KEY,
            KEY,
            " " + KEY,
            " " + KEY,
            "A" + KEY,
            "A" + KEY,
            "A 1" + KEY,
            "A 1" + KEY,
            upper,
            upper)
        .forEach((stem, name) -> assertEquals(name, PageKey.removed(stem)));
  }
}
