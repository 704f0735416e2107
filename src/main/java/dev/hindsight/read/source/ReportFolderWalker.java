package dev.hindsight.read.source;

import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Walks through the reports folder and separates reports from other files. Hidden files and
/// folders are skipped.
final class ReportFolderWalker extends SimpleFileVisitor<Path> {
  /// A template has no number, so `INC-2024-0112-broken-template` is a report.
  private static final Pattern NOT_A_REPORT =
      Pattern.compile("(?i)(readme|_?index|changelog|contributing|(?=.*\\btemplate\\b)\\D*)");

  /// A name without an extension that begins like a report's: with an ID or a date.
  private static final Pattern BARE =
      Pattern.compile("[A-Z]{2,10}-?\\d{4}-\\d{2,}[^.]*|\\d{4}-\\d{2}-\\d{2}[^.]*");

  private final Path root;
  private final String name;
  private final List<ReportFolder.ReportFile> reports = new ArrayList<>();
  private final Set<String> files = new TreeSet<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /// @param name of the folder, as messages show it
  ReportFolderWalker(Path root, String name) {
    this.root = root;
    this.name = name;
  }

  List<ReportFolder.ReportFile> reports() {
    return reports;
  }

  /// All other files, by their path below the folder.
  Set<String> files() {
    return files;
  }

  /// Markdown files that are not reports.
  List<String> skipped() {
    return skipped;
  }

  /// Folders and files that could not be opened.
  List<Problem> problems() {
    return problems;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    return isHidden(folder) || !hasName(folder)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink() || isHidden(file) || !hasName(file)) {
      return FileVisitResult.CONTINUE;
    }
    String path = path(file);
    if (attributes.isOther()) {
      problem(path, "a pipe, socket or device, which Hindsight does not read", "delete it");
      return FileVisitResult.CONTINUE;
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!ReportFolder.ENDING.matcher(name).find() && !BARE.matcher(name).matches()) {
      files.add(path);
    } else if (NOT_A_REPORT.matcher(new ReportFolder.ReportFile(path).stem()).matches()) {
      skipped.add(path);
    } else {
      reports.add(new ReportFolder.ReportFile(path));
    }
    return FileVisitResult.CONTINUE;
  }

  /// A file that has just been deleted is ignored.
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
    if (file.equals(root)) {
      throw why;
    }
    if (!(why instanceof NoSuchFileException) && !isHidden(file)) {
      problem(
          path(file),
          "cannot be read (" + why.getClass().getSimpleName() + ")",
          "check its permissions");
    }
    return FileVisitResult.CONTINUE;
  }

  /// Whether a file name can be converted to text and back.
  private boolean hasName(Path path) {
    boolean isText = root.resolve(path(path)).equals(path);
    if (!isText) {
      problem(
          path(path),
          "the name is not UTF-8, so no page or link can name it",
          "rename it in UTF-8");
    }
    return isText;
  }

  private void problem(String path, String message, String hint) {
    problems.add(
        ReportFolder.UNREADABLE.at(SourcePosition.start(name + "/" + path), message, hint));
  }

  private String path(Path file) {
    // Where `/` separates folders, a name can contain `\`.
    return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  private static boolean isHidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.startsWith("_");
  }
}
