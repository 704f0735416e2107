package dev.hindsight.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.model.Incident;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentLimitTest {
  @TempDir Path folder;

  /// A file that two reports show counts once.
  @Test
  void namesTheReportWithOneFileTooMany() throws IOException {
    Sites.write(
        folder,
        Map.of(
            "incidents/a.txt", "a",
            "incidents/b.txt", "b",
            "incidents/c.txt", "c",
            "incidents/INC-2024-0001.md", "# X\n\n[a](a.txt) [b](b.txt)\n",
            "incidents/INC-2024-0002.md", "# Y\n\n[b](b.txt) [c](c.txt)\n"));
    List<Incident> incidents = incidents();
    assertEquals(Optional.empty(), AttachmentLimit.check(incidents, 3));
    assertEquals(
        Optional.of(
            "incidents/INC-2024-0002.md:1:1 all reports together show or link to 3 files; the limit"
                + " is 2"),
        AttachmentLimit.check(incidents, 2).map(problem -> problem.at() + " " + problem.message()));
  }

  private List<Incident> incidents() throws IOException {
    return new FolderReader(
            ConfigReader.read("site-config.yml", "").config().orElseThrow(),
            ReportFolder.list(folder.resolve("incidents"), "incidents"),
            false)
        .readAll().stream().flatMap(report -> report.incident().stream()).toList();
  }
}
