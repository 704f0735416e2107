package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Sites;
import dev.hindsight.model.Attachment;
import dev.hindsight.read.ReportContexts;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.source.RecordedFolder;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.problem.SourcePosition;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each kind of destination leads to its place in the site, or is a problem.
class LinkResolverTest {
  private static final SourcePosition AT = new SourcePosition("incidents/a.md", 3, 5);

  @TempDir private static Path root;
  private static ReportFolder folder;

  private final ReportContext context = ReportContexts.of(folder, "2024/INC-2024-0001.md");
  private final LinkResolver links = new LinkResolver(context);

  @BeforeAll
  static void writeFiles() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String path :
        List.of(
            "2024/INC-2024-0001.md",
            "2024/INC-2024-0002.md",
            "2024/with space.md",
            "INC-2024-0003.md",
            "2024/a b.txt",
            "2024/a-b.txt",
            "2024/c+d.txt",
            "2024/100%.txt",
            "2024/graph.PNG",
            "top.pdf",
            "README.md")) {
      files.put(path, "x");
    }
    for (String type :
        ("png jpg jpeg gif webp avif pdf txt log csv tsv json yml yaml zip gz mp4 webm"
                + " svg html js css xml exe")
            .split(" ")) {
      files.put("2024/file." + type, "x");
    }
    Sites.write(root, files);
    try (RandomAccessFile large = new RandomAccessFile(root.resolve("large.zip").toFile(), "rw");
        RandomAccessFile largest = new RandomAccessFile(root.resolve("most.zip").toFile(), "rw")) {
      large.setLength(RecordedFolder.LARGEST + 1);
      largest.setLength(RecordedFolder.LARGEST);
    }
    folder = ReportFolder.list(root, "incidents");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ''                            => ''
          '#'                           => '#'
          '#fn-1'                       => '#fn-1'
          '#impact'                     => ../@/2024/INC-2024-0001.md#impact
          INC-2024-0002.md              => ../@/2024/INC-2024-0002.md
          ./INC-2024-0002.md            => ../@/2024/INC-2024-0002.md
          .//INC-2024-0002.md           => ../@/2024/INC-2024-0002.md
          ../2024/INC-2024-0002.md      => ../@/2024/INC-2024-0002.md
          ../INC-2024-0003.md           => ../@/INC-2024-0003.md
          /INC-2024-0003.md             => ../@/INC-2024-0003.md
          /incidents/INC-2024-0003.md   => ../@/INC-2024-0003.md
          /docs/incidents/INC-2024-0003.md => ../@/INC-2024-0003.md
          ../../incidents/INC-2024-0003.md => ../@/INC-2024-0003.md
          INC-2024-0002.md#impact       => ../@/2024/INC-2024-0002.md#impact
          INC-2024-0002.md?plain=1#x    => ../@/2024/INC-2024-0002.md?plain=1#x
          with%20space.md               => ../@/2024/with%20space.md
          with space.md                 => ../@/2024/with%20space.md
          """)
  void leadsToReports(String destination, String address) {
    assertEquals(address, resolve(destination));
    assertEquals(List.of(), ReportContexts.codes(context));
    assertEquals(List.of(), context.attachments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          '#impact'                  => 2024/INC-2024-0001.md impact
          '#two%20words'             => 2024/INC-2024-0001.md two words
          INC-2024-0002.md#impact    => 2024/INC-2024-0002.md impact
          INC-2024-0002.md#          => ''
          INC-2024-0002.md           => ''
          '#fn-1'                    => ''
          file.pdf#page=2            => ''
          http://a.example/#x        => ''
          """)
  void notesLinksToPlacesInReports(String destination, String noted) {
    links.resolve(destination, AT);
    assertEquals(
        noted,
        context.links().stream()
            .map(link -> link.path() + " " + link.fragment())
            .collect(Collectors.joining()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/x",
        "https://a.example",
        "HTTPS://a.example",
        "mailto:a@b.example"
      })
  void leavesAddressesOutsideAlone(String destination) {
    assertEquals(destination, resolve(destination));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "ftp://a.example/",
        "vbscript:x",
        "file:///etc/passwd",
        "x+y.z-1:a",
        "//a.example/x"
      })
  void leadsNowhereByAnotherScheme(String destination) {
    assertEquals("none", resolve(destination));
    assertEquals(List.of(), ReportContexts.codes(context));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          graph.PNG             => ../attachments/2024/graph.PNG
          ../top.pdf            => ../attachments/top.pdf
          file.pdf#page=2       => ../attachments/2024/file.pdf#page=2
          file.pdf?x=1          => ../attachments/2024/file.pdf?x=1
          a%20b.txt             => ../attachments/2024/a-b.txt
          c+d.txt               => ../attachments/2024/c-d.txt
          100%.txt              => ../attachments/2024/100-.txt
          ../most.zip           => ../attachments/most.zip
          """)
  void leadsToFilesBesideTheReport(String destination, String address) {
    assertEquals(address, resolve(destination));
    assertEquals(List.of(), ReportContexts.codes(context));
    assertEquals(1, context.attachments().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "png", "jpg", "jpeg", "gif", "webp", "avif", "pdf", "txt", "log", "csv", "tsv", "json",
        "yml", "yaml", "zip", "gz", "mp4", "webm"
      })
  void publishesOnlyTypesThatRunNoScript(String type) {
    assertEquals("../attachments/2024/file." + type, resolve("file." + type));
    assertEquals(
        List.of(new Attachment("2024/file." + type, "attachments/2024/file." + type)),
        context.attachments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file.svg",
        "file.html",
        "file.js",
        "file.css",
        "file.xml",
        "file.exe",
        "missing.png",
        "missing.md",
        "FILE.png",
        "../README.md",
        "../../top.pdf",
        "/../top.pdf",
        "..",
        "a-b.txt",
        "../large.zip"
      })
  void reportsALinkThatLeadsNowhere(String destination) {
    assertEquals("none", resolve(destination));
    assertEquals(List.of("broken-link"), ReportContexts.codes(context));
    assertEquals(AT, context.problems().getFirst().at());
    assertEquals(List.of(), context.attachments());
  }

  @Test
  void findsTheReportOfAnAddress() {
    assertEquals("@/2024/with space.md", LinkResolver.path("../@/2024/with%20space.md?a#b"));
  }

  private String resolve(String destination) {
    return links.resolve(destination, AT).orElse("none");
  }
}
