package dev.hindsight;

import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.pipeline.BuildOptions;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.pipeline.SiteBuilder;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes sites for tests.
public final class Sites {
  /// What tests take for today.
  static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private Sites() {}

  /// The sample site, built once for all tests of a run.
  public static MemoryOutput sample() {
    return Sample.SITE;
  }

  private static final class Sample {
    private static final MemoryOutput SITE = built(Path.of("."));
  }

  /// Builds a site that has no errors.
  public static MemoryOutput built(Path source) {
    MemoryOutput site = new MemoryOutput();
    BuildResult result = build(source, site);
    if (!(result instanceof BuildResult.Built)) {
      throw new AssertionError("not built: " + result.problems());
    }
    return site;
  }

  /// Builds a site.
  public static BuildResult build(Path source, MemoryOutput site) {
    try {
      return new SiteBuilder(new SiteSource(source), BuildOptions.on(TODAY)).build(site);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The incidents of a site, read and linked.
  public static KnowledgeBase knowledge(Path source) {
    return linked(source).knowledgeBase();
  }

  /// The problems that linking the incidents of a site finds.
  public static List<Problem> linkProblems(Path source) {
    return linked(source).problems();
  }

  private static CrossLinker.Result linked(Path source) {
    try {
      SiteConfig config =
          ConfigReader.read("site-config.yml", "").config().orElseThrow(AssertionError::new);
      ReportFolder folder = ReportFolder.list(source.resolve("incidents"), "incidents");
      List<Incident> incidents =
          new FolderReader(config, folder, false)
              .readAll().stream().flatMap(report -> report.incident().stream()).toList();
      return CrossLinker.link(incidents, config, "incidents", PublishedInventory.NOTHING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Writes files into a folder: path to text.
  public static Path write(Path folder, Map<String, String> files) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A file of a site as text.
  public static String text(MemoryOutput site, String path) {
    byte[] file = site.get(path);
    if (file == null) {
      throw new AssertionError("the site has no " + path + ", but " + site.files().keySet());
    }
    return new String(file, StandardCharsets.UTF_8);
  }

  /// Copies a folder with all that is in it.
  public static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
