package dev.hindsight.read;

import dev.hindsight.read.convention.ConventionFinder;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.html.HtmlSanitizer;
import dev.hindsight.read.html.LinkResolver;
import dev.hindsight.read.metadata.Metadata;
import dev.hindsight.read.metadata.MetadataValues;
import dev.hindsight.read.report.LikelyTypos;
import dev.hindsight.read.report.ReportReader;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.report.TemplateLeftovers;
import dev.hindsight.read.report.UnreadTimes;
import dev.hindsight.read.source.Limits;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.read.source.ReportText;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.secret.Secrets;
import dev.hindsight.site.store.Digest;
import dev.hindsight.site.store.FileErrorText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads all reports of a folder in parallel, unchanged ones from the cache, and detects files that
/// are copies of others.
public final class FolderReader {
  static final ProblemKind EMPTY_REPORT =
      ProblemKind.warning(
          "empty-report",
          ProblemKind.Topic.FILES,
          """
          A report without any text. It has no page.
          """);

  static final ProblemKind DUPLICATE_FILE =
      ProblemKind.warning(
          "duplicate-file",
          ProblemKind.Topic.FILES,
          """
          A file that is identical to another. Its address leads to the page of the other.
          """);

  /// Every kind of problem that reading finds.
  public static final List<ProblemKind> KINDS =
      List.of(
          ReportFolder.UNREADABLE,
          EMPTY_REPORT,
          DUPLICATE_FILE,
          ReportText.FOREIGN_ENCODING,
          ReportReader.LOOSE_FRONT_MATTER,
          ReportReader.UNREADABLE_FRONT_MATTER,
          ReportReader.TOO_MANY_BRACKETS,
          MetadataValues.BAD_FRONT_MATTER,
          Metadata.UNCLEAR_VALUE,
          Metadata.UNKNOWN_SEVERITY,
          Secrets.LIKELY_SECRET,
          TemplateLeftovers.TEMPLATE_TEXT,
          UnreadTimes.UNREAD_TIMELINE,
          LikelyTypos.LIKELY_TYPO,
          LinkResolver.BROKEN_LINK,
          HtmlSanitizer.REMOVED_HTML);

  private final ReportFolder folder;
  private final ReportCache cache;
  private final Limits limits;
  private final ReportReader reader;

  /// @param drafts whether to read drafts too
  public FolderReader(SiteConfig config, ReportFolder folder, boolean drafts) {
    this(config, conventions(folder), folder, drafts, new ReportCache());
  }

  /// @param conventions of the folder's reports
  /// @param cache where earlier results come from and new ones go
  public FolderReader(
      SiteConfig config,
      Conventions conventions,
      ReportFolder folder,
      boolean drafts,
      ReportCache cache) {
    this(config, conventions, folder, drafts, cache, Limits.USUAL);
  }

  FolderReader(
      SiteConfig config,
      Conventions conventions,
      ReportFolder folder,
      boolean drafts,
      ReportCache cache,
      Limits limits) {
    this.folder = folder;
    this.cache = cache;
    this.limits = limits;
    this.reader = new ReportReader(config, conventions, folder, drafts, limits);
  }

  /// Looks through all reports of a folder for what they have in common. A file that cannot be read
  /// adds nothing here, and is a problem when it is read.
  public static Conventions conventions(ReportFolder folder) {
    ConventionFinder finder = new ConventionFinder();
    folder.reports().parallelStream()
        .forEach(file -> {
          try {
            Path path = folder.root().resolve(file.path());
            if (Limits.USUAL.tooLarge(Files.size(path)).isEmpty()) {
              // Whatever the encoding, dates and the marks of Markdown are ASCII.
              finder.add(file.path(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
          } catch (IOException unreadable) {
            // Reading says so.
          }
        });
    return finder.decide();
  }

  /// The result for one file, before copies are detected.
  ///
  /// @param digest a hash of the file's bytes; empty if the file has no incident to copy
  private record FileResult(
      ReportFolder.ReportFile file, String source, String digest, ReportResult result) {}

  /// Reads every report. The results are in the order of the reports' paths.
  public List<ReportResult> readAll() {
    return readAll(Progress.NONE);
  }

  /// Reads every report and reports progress.
  public List<ReportResult> readAll(Progress progress) {
    List<FileResult> files =
        folder.reports().parallelStream()
            .map(file -> {
              FileResult read = read(file);
              progress.step(Stage.READ);
              return read;
            })
            .toList();
    Map<String, FileResult> first = new HashMap<>();
    files.stream()
        .filter(file -> !file.digest().isEmpty())
        .forEach(file -> first.putIfAbsent(file.digest(), file));
    return LikelyTypos.once(
        files.stream()
            .map(file -> withoutCopy(file, first.getOrDefault(file.digest(), file)))
            .toList());
  }

  /// Reads one report without looking for copies of it.
  ///
  /// @param path below the folder
  public ReportResult read(String path) {
    return read(new ReportFolder.ReportFile(path)).result();
  }

  private ReportResult withoutCopy(FileResult file, FileResult original) {
    if (file == original || !areSame(file, original)) {
      return file.result();
    }
    return file.result()
        .asCopyOf(
            original.source(),
            DUPLICATE_FILE.at(
                SourcePosition.start(file.source()),
                "copy of " + original.source() + "; its address leads to that report",
                "delete one of the two"));
  }

  /// Compares all bytes, because an author can craft a file that has the digest of another.
  private boolean areSame(FileResult one, FileResult other) {
    try {
      return Files.mismatch(path(one.file()), path(other.file())) < 0;
    } catch (IOException gone) {
      return false;
    }
  }

  private FileResult read(ReportFolder.ReportFile file) {
    String source = folder.source(file.path());
    try {
      Optional<Limits.Exceeded> tooLarge = limits.tooLarge(Files.size(path(file)));
      if (tooLarge.isPresent()) {
        return failed(file, ReportReader.tooCostly(source, tooLarge.get()));
      }
      byte[] bytes = Files.readAllBytes(path(file));
      ReportText text = ReportText.decode(bytes, source);
      if (text.text().isBlank()) {
        return failed(
            file,
            EMPTY_REPORT.at(
                SourcePosition.start(source),
                "the report is empty and has no page",
                "write the report or delete the file"));
      }
      String digest = Digest.quick(bytes);
      return new FileResult(
          file, source, digest, cache.get(source, digest, () -> reader.read(file, text)));
    } catch (IOException unreadable) {
      return failed(
          file,
          ReportFolder.UNREADABLE.at(
              SourcePosition.start(source),
              "the file cannot be read (" + FileErrorText.reason(unreadable) + ")",
              "check that it exists, and its permissions"));
    }
  }

  private FileResult failed(ReportFolder.ReportFile file, Problem problem) {
    return new FileResult(file, folder.source(file.path()), "", ReportResult.failed(problem));
  }

  private Path path(ReportFolder.ReportFile file) {
    return folder.root().resolve(file.path());
  }
}
