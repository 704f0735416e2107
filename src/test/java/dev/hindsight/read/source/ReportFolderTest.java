package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file's name says whether it is a report, a Markdown file that is none, or another file.
class ReportFolderTest {
  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({
    "INC-2024-0112.md, report",
    "INC-2024-0112.MD, report",
    "disk full.markdown, report",
    "disk.mdown, report",
    "disk.qmd, report",
    "disk.mdx, report",
    "disk.Rmd, report",
    "disk.html.md, report",
    "disk.html.md.erb, report",
    "disk.md.erb, report",
    "INC-2024-0112, report",
    "INC2024-011-disk, report",
    "2024-04-02-disk, report",
    "2024/deep/down/disk.md, report",
    "2024/04/02/README.md, report",
    "2024/04/readme.md, report",
    "2024-04-02-disk/index.md, report",
    "2024-04_disk/README.md, report",
    "INC-2024-0112-broken-template.md, report",
    "contemplated.md, report",
    "readme-first.md, report",
    "README.md, skipped",
    "Index.md, skipped",
    "changelog.md, skipped",
    "CONTRIBUTING.md, skipped",
    "template.md, skipped",
    "incident-template.md, skipped",
    "Template for reports.md, skipped",
    "2024/README.md, skipped",
    "disk/README.md, skipped",
    "x2024/04/README.md, skipped",
    "graph.png, file",
    "disk.txt, file",
    "disk, file",
    "INC-2024-0112.txt, file",
    "2024/graph.png, file",
    "inc-2024-0112, file",
    ".hidden.md, nothing",
    "_draft.md, nothing",
    "_index.md, nothing",
    ".git/disk.md, nothing",
    "_drafts/disk.md, nothing",
    "a/_b/graph.png, nothing"
  })
  void knowsWhatAFileIs(String path, String kind) throws IOException {
    ReportFolder folder = folder(path);
    boolean isReport = folder.reports().equals(List.of(new ReportFolder.ReportFile(path)));
    assertEquals(
        kind,
        isReport
            ? "report"
            : folder.skipped().equals(List.of(path))
                ? "skipped"
                : folder.files().equals(Set.of(path)) ? "file" : "nothing");
    assertEquals(isReport, folder.reportPaths().contains(path));
  }

  @ParameterizedTest
  @CsvSource({
    "INC-2024-0112.md, INC-2024-0112, ''",
    "2024/disk full.html.md.erb, disk full, 2024/",
    "2024/disk.html.md, disk, 2024/",
    "disk.md.erb, disk, ''",
    "v1.2.markdown, v1.2, ''",
    "INC-2024-0112, INC-2024-0112, ''",
    "2024/04/02/README.md, 2024-04-02, 2024/04/02/",
    "a/2024-04-02-disk/index.md, a-2024-04-02-disk, a/2024-04-02-disk/",
    "a/README.md, README, a/"
  })
  void knowsTheStemAndTheFolderOfAReport(String path, String stem, String folder) {
    ReportFolder.ReportFile file = new ReportFolder.ReportFile(path);
    assertEquals(stem, file.stem());
    assertEquals(folder, file.folder());
  }

  @ParameterizedTest
  @CsvSource({
    "INC-001, true",
    "inc-001, true",
    "002, true",
    "PM7, true",
    "INC-003, false",
    "INC-004, false",
    "2024-04, false",
    "2024, false",
    "INC-00, false",
    "disk, false"
  })
  void knowsTheNumbersThatOneReportAloneHas(String beginning, boolean isNumber) throws IOException {
    assertEquals(
        isNumber,
        folder(
                "INC-001-disk.md",
                "002 disk.md",
                "pm7_disk.md",
                "INC-003-disk.md",
                "2024/inc-003-cpu.md",
                "INC-004a.md",
                "2024-04-02-disk.md")
            .isNumber(beginning));
  }

  @Test
  void listsEverythingInOrder() throws IOException {
    ReportFolder folder = folder("b.md", "a/c.md", "a.md", "template.md", "a/README.md", "x.png");
    assertEquals(
        List.of("a.md", "a/c.md", "b.md"),
        folder.reports().stream().map(ReportFolder.ReportFile::path).toList());
    assertEquals(List.of("a/README.md", "template.md"), folder.skipped());
    assertEquals(Set.of("x.png"), folder.files());
    assertEquals(List.of(), folder.problems());
    assertEquals("incidents/a/c.md", folder.source("a/c.md"));
  }

  @Test
  void findsFilesWithTheSameAddress() throws IOException {
    assertEquals(
        Map.of("a-b.png", "a b.png", "a/X.txt", "A/x.txt"),
        folder("a-b.png", "a b.png", "A/x.txt", "a/X.txt", "a/b.png").twins());
  }

  @Test
  void followsNoLinks() throws IOException {
    folder("a.md");
    Path other = Files.createDirectory(root.resolve("other"));
    Files.createSymbolicLink(other.resolve("b.md"), root.resolve("a.md"));
    Files.createSymbolicLink(other.resolve("down"), root);
    assertEquals(List.of(), ReportFolder.list(other, "incidents").reports());
    Path link = Files.createSymbolicLink(root.resolve("link"), other);
    ReportFolder linked = ReportFolder.list(link, "incidents");
    assertEquals(
        List.of("unreadable-report"), linked.problems().stream().map(Problem::code).toList());
  }

  @Test
  void reportsAFolderThatIsMissing() throws IOException {
    ReportFolder missing = ReportFolder.list(root.resolve("missing"), "incidents");
    assertEquals(List.of(), missing.reports());
    assertEquals("the reports folder is missing", missing.problems().getFirst().message());
  }

  private ReportFolder folder(String... paths) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String path : paths) {
      files.put(path, "x");
    }
    return ReportFolder.list(Sites.write(root, files), "incidents");
  }
}
