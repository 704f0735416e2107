package dev.hindsight.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.Limits;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
  private static final Limits SHORT = new Limits(100, Duration.ofMillis(50));

  @TempDir Path folder;

  @Test
  void returnsTheResult() throws Limits.Exceeded {
    assertEquals("made", Limits.USUAL.within(() -> "made"));
  }

  @Test
  void interruptsWorkThatTakesTooLong() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    var late = assertThrows(Limits.Exceeded.class, () -> SHORT.within(() -> workForever(ended)));
    assertTrue(late.getMessage().startsWith("reading the report takes more than"));
    ended.await();
  }

  @Test
  void deepNestingDoesNotCrash() {
    var deep = assertThrows(Limits.Exceeded.class, () -> Limits.USUAL.within(() -> deeper(1)));
    assertEquals("the report is nested too deeply to be read", deep.getMessage());
  }

  @Test
  void aBugIsStillReportedAsABug() {
    RuntimeException fault = new IllegalStateException("a fault");
    assertEquals(
        fault,
        assertThrows(
            IllegalStateException.class,
            () ->
                Limits.USUAL.within(() -> {
                  throw fault;
                })));
  }

  @Test
  void aFileThatIsTooLargeIsAProblemAndTheOthersAreRead() throws IOException {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md",
            "# Large\n\n" + "x".repeat(200),
            "incidents/INC-2024-0002.md",
            "# Small\n\n## Summary\n\nText.\n"));
    List<ReportResult> reports = reader(new Limits(100, Duration.ofSeconds(30))).readAll();
    Problem problem = reports.getFirst().problems().getFirst();
    assertEquals("incidents/INC-2024-0001.md:1:1", problem.at().toString());
    assertEquals(Problem.Level.ERROR, problem.level());
    assertTrue(reports.get(1).incident().isPresent());
  }

  @Test
  void aReportOfTooManySystemsIsAProblem() throws IOException {
    StringBuilder systems = new StringBuilder("# T\n\n## Affected Systems\n\n");
    for (int i = 0; i < 501; i++) {
      systems.append("- System ").append(i).append('\n');
    }
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", systems.toString()));
    var report = reader(Limits.USUAL).read("INC-2024-0001.md");
    assertTrue(report.incident().isEmpty());
    assertEquals(
        "the report names 501 affected systems; the limit is 500",
        report.problems().getFirst().message());
  }

  @Test
  void aReportOfTooManyAliasesIsAProblem() throws IOException {
    String aliases = "---\naliases: [" + "X-2024-%03d, ".repeat(101) + "]\n---\n# T\n";
    Object[] numbers = IntStream.range(0, 101).boxed().toArray();
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", aliases.formatted(numbers)));
    var report = reader(Limits.USUAL).read("INC-2024-0001.md");
    assertTrue(report.incident().isEmpty());
    assertEquals(
        "the report has 101 aliases; the limit is 100", report.problems().getFirst().message());
  }

  @Test
  void aReportOfTooManyFootnotesIsAProblem() throws IOException {
    String notes =
        IntStream.rangeClosed(1, 2_001)
            .mapToObj(note -> "[^" + note + "]: x\n")
            .collect(Collectors.joining());
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", "# T\n\n" + notes));
    var report = reader(Limits.USUAL).read("INC-2024-0001.md");
    assertTrue(report.incident().isEmpty());
    assertEquals(
        "the report has 2,001 footnotes; the limit is 2,000",
        report.problems().getFirst().message());
  }

  @Test
  void aReportOfTooManyMarkdownNodesIsAProblem() throws IOException {
    // Each item has three nodes. The document and the list are one each, and the title two.
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", "# T\n\n" + "- x\n".repeat(33_333)));
    var report = reader(Limits.USUAL).read("INC-2024-0001.md");
    assertTrue(report.incident().isEmpty());
    assertEquals(
        "the report has 100,003 Markdown nodes (paragraphs, lines, items, cells, links …); the"
            + " limit is 100,000",
        report.problems().getFirst().message());
  }

  @Test
  void aParagraphOfTooManyBracketsIsAWarning() throws IOException {
    Sites.write(folder, Map.of("incidents/INC-2024-0001.md", "# T\n\n" + "[".repeat(5_001)));
    var report = reader(Limits.USUAL).read("INC-2024-0001.md");
    assertTrue(report.incident().isPresent());
    assertEquals(
        "incidents/INC-2024-0001.md:3:1: too-many-brackets",
        report.problems().getFirst().at() + ": " + report.problems().getFirst().code());
  }

  @Test
  void reportsTheSizeAndTheLimit() {
    assertEquals(
        "the file is 20.5 MB; the limit is 5 MB",
        Limits.USUAL.tooLarge(20_500_000).orElseThrow().getMessage());
    assertTrue(Limits.USUAL.tooLarge(5_000_000).isEmpty());
  }

  private FolderReader reader(Limits limits) throws IOException {
    return new FolderReader(
        ConfigReader.read("site-config.yml", "").config().orElseThrow(),
        Conventions.NONE,
        ReportFolder.list(folder.resolve("incidents"), "incidents"),
        false,
        new ReportCache(),
        limits);
  }

  private static String workForever(CountDownLatch ended) {
    try {
      while (true) {
        Limits.stopIfInterrupted();
      }
    } finally {
      ended.countDown();
    }
  }

  private static int deeper(int depth) {
    return deeper(depth + 1) + depth;
  }
}
