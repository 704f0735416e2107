package dev.hindsight.read.source;

import dev.hindsight.site.Addresses;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is in the folder of reports. Symbolic links are not followed, so nothing outside can be
/// published by a link that somebody commits.
///
/// @param root the folder
/// @param name its name as messages show it
/// @param reports in the order of their paths
/// @param reportPaths the same, to look up
/// @param files all other files, by their path below the folder
/// @param numbers how many reports' names begin with letters and a number, or a number, such as
///   `INC-001` or `002`, in lower case
/// @param skipped Markdown files that are no reports: read-me files, indexes, templates
/// @param twins files that would be published at the address of another, which comes before them
/// @param problems folders and files that could not be looked into
public record ReportFolder(
    Path root,
    String name,
    List<ReportFile> reports,
    Set<String> reportPaths,
    Set<String> files,
    Map<String, Integer> numbers,
    List<String> skipped,
    Map<String, String> twins,
    List<Problem> problems) {
  public static final ProblemKind UNREADABLE =
      ProblemKind.error(
          "unreadable-report",
          ProblemKind.Topic.FILES,
          """
          A file that the program may not read, that has more than 5 MB, that takes longer than 30 seconds to read, that is
          nested too deeply, or that names more than 500 affected systems. All others are read. So is a folder of reports that is a symbolic link, or one below it
          that may not be read, and a file that is gone when it is to be copied.
          """);

  /// A template has no number of its own, so `INC-2024-0112-broken-template` is none.
  private static final Pattern NOT_A_REPORT =
      Pattern.compile("(?i)(readme|_?index|changelog|contributing|(?=.*\\btemplate\\b)\\D*)");

  /// Endings of Markdown, also where a site generator's own stand behind or before them.
  private static final Pattern ENDING =
      Pattern.compile("(?i)\\.(?:html\\.md\\.erb|html\\.md|md\\.erb|md|markdown|mdown|qmd|rmd)$");

  /// A name without an ending that begins like a report's: with an id or a date.
  private static final Pattern BARE =
      Pattern.compile("[A-Z]{2,10}-?\\d{4}-\\d{2,}[^.]*|\\d{4}-\\d{2}-\\d{2}[^.]*");

  /// A date is no number.
  private static final Pattern NUMBER =
      Pattern.compile("(?:[a-z]+-?)?(?!\\d{4}-\\d)\\d+(?=[-_ .]|$)");

  private static final Pattern READ_ME_OF_FOLDER =
      Pattern.compile(
          "(?i)(?:.*/)?\\d{4}(?:[/-]\\d{1,2}){1,2}(?:[-_/][^/]*)?/(?:readme|index)\\.md");

  private static boolean isReadMeOfFolder(String path) {
    return path.indexOf('/') >= 0 && READ_ME_OF_FOLDER.matcher(path).matches();
  }

  /// A file that should be a report.
  ///
  /// @param path below the folder, with `/`
  public record ReportFile(String path) {

    /// The file's name without its ending; a read-me in a folder of its own has the folders' names.
    public String stem() {
      String name = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
      return isReadMeOfFolder(path) ? folder().replaceAll("/$", "").replace('/', '-') : name;
    }

    /// The folder it is in, with a `/` at the end; empty at the top.
    public String folder() {
      return path.substring(0, path.lastIndexOf('/') + 1);
    }
  }

  public ReportFolder {
    reports = List.copyOf(reports);
    reportPaths = Set.copyOf(reportPaths);
    files = Set.copyOf(files);
    numbers = Map.copyOf(numbers);
    skipped = List.copyOf(skipped);
    twins = Map.copyOf(twins);
    problems = List.copyOf(problems);
  }

  /// A folder that is not there yet.
  public static ReportFolder empty(Path root, String name) {
    return empty(root, name, List.of());
  }

  private static ReportFolder empty(Path root, String name, List<Problem> problems) {
    return new ReportFolder(
        root, name, List.of(), Set.of(), Set.of(), Map.of(), List.of(), Map.of(), problems);
  }

  /// Lists a folder.
  ///
  /// @throws IOException when it cannot be listed
  public static ReportFolder list(Path root, String name) throws IOException {
    if (Files.isSymbolicLink(root)) {
      return empty(
          root,
          name,
          List.of(
              UNREADABLE.at(
                  SourcePosition.start(name),
                  "this is a symbolic link, and links are not followed",
                  "put the folder itself here, or name the folder that holds it with --source")));
    }
    List<Problem> problems = new ArrayList<>();
    List<ReportFile> reports = new ArrayList<>();
    Set<String> files = new TreeSet<>();
    List<String> skipped = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isHidden(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() || isHidden(file)) {
              return FileVisitResult.CONTINUE;
            }
            String path = path(root, file);
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (!ENDING.matcher(name).find() && !BARE.matcher(name).matches()) {
              files.add(path);
            } else if (NOT_A_REPORT.matcher(new ReportFile(path).stem()).matches()) {
              skipped.add(path);
            } else {
              reports.add(new ReportFile(path));
            }
            return FileVisitResult.CONTINUE;
          }

          /// A file that is gone again was never there.
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (file.equals(root)) {
              throw why;
            }
            if (!(why instanceof NoSuchFileException) && !isHidden(file)) {
              problems.add(
                  UNREADABLE.at(
                      SourcePosition.start(name + "/" + path(root, file)),
                      "this cannot be read (" + why.getClass().getSimpleName() + ")",
                      "check that you may read it"));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    reports.sort(Comparator.comparing(ReportFile::path));
    skipped.sort(Comparator.naturalOrder());
    Set<String> paths = reports.stream().map(ReportFile::path).collect(Collectors.toSet());
    Map<String, Integer> numbers = new HashMap<>();
    for (ReportFile report : reports) {
      Matcher number = NUMBER.matcher(report.stem().toLowerCase(Locale.ROOT));
      if (number.lookingAt()) {
        numbers.merge(number.group(), 1, Integer::sum);
      }
    }
    return new ReportFolder(
        root, name, reports, paths, files, numbers, skipped, twins(files), problems);
  }

  /// A file for each that has the same address before it: where case or signs alone tell two apart.
  private static Map<String, String> twins(Set<String> files) {
    Map<String, String> first = new HashMap<>();
    Map<String, String> twins = new HashMap<>();
    for (String file : files) {
      String other = first.putIfAbsent(Addresses.attachment(file).toLowerCase(Locale.ROOT), file);
      if (other != null) {
        twins.put(file, other);
      }
    }
    return twins;
  }

  private static String path(Path root, Path file) {
    // Where folders are parted by `/`, a name may have `\` in it.
    return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  /// Whether what one file's name begins with, such as `INC-001`, names it alone.
  boolean isNumber(String beginning) {
    return numbers.getOrDefault(beginning.toLowerCase(Locale.ROOT), 0) == 1;
  }

  private static boolean isHidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.startsWith("_");
  }

  /// The path as messages show it: below the source folder.
  public String source(String path) {
    return name + "/" + path;
  }
}
