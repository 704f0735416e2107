package dev.hindsight.read;

import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/// Makes contexts for tests that read one piece of a report.
public final class ReportContexts {
  private static final String NAME = "incidents";

  private ReportContexts() {}

  /// The context of a report that stands alone in its folder.
  public static ReportContext alone() {
    return configured("");
  }

  /// The same with a configuration of its own.
  public static ReportContext configured(String config) {
    return of(ReportFolder.empty(Path.of(NAME), NAME), "INC-2024-0001.md", config);
  }

  /// The context of a report in a folder of files.
  public static ReportContext of(ReportFolder folder, String path) {
    return of(folder, path, "");
  }

  private static ReportContext of(ReportFolder folder, String path, String config) {
    return new ReportContext(
        ConfigReader.read("site-config.yml", config).config().orElseThrow(AssertionError::new),
        Conventions.NONE,
        folder,
        new ReportFolder.ReportFile(path),
        0);
  }

  /// The codes of the problems so far.
  public static List<String> codes(ReportContext context) {
    return context.problems().stream().map(Problem::code).toList();
  }
}
