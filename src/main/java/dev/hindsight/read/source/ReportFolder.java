package dev.hindsight.read.source;

import dev.hindsight.site.Addresses;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The contents of the reports folder. Symbolic links are not followed, so nobody can publish
/// outside files by committing a link.
///
/// @param root the folder
/// @param name its name as messages show it
/// @param reports in the order of their paths
/// @param reportPaths the same, for look-up
/// @param files all other files, by their path below the folder
/// @param numbers how many report names begin with each number, such as `INC-001` or `002`, in
///   lower case
/// @param names the paths of reports by file name in lower case; the first if several have the same
///   name
/// @param keyless how many reports have each name without a [PageKey], in lower case
/// @param skipped Markdown files that are not reports: read-me files, indexes, templates
/// @param twins files that would be published at the address of an earlier file, and that file
/// @param problems folders and files that could not be opened
public record ReportFolder(
    Path root,
    String name,
    List<ReportFile> reports,
    Set<String> reportPaths,
    Set<String> files,
    Map<String, Integer> numbers,
    SortedMap<String, String> names,
    Map<String, Integer> keyless,
    List<String> skipped,
    Map<String, String> twins,
    List<Problem> problems) {
  public static final ProblemKind UNREADABLE =
      ProblemKind.error(
          "unreadable-report",
          ProblemKind.Topic.FILES,
          """
          A file that Hindsight may not read, that is larger than 5 MB, takes more than 30 seconds of CPU time to read, is
          nested too deeply, names more than 500 affected systems, or has more than 100 aliases, 2,000 footnotes, or 100,000
          Markdown nodes (paragraphs, lines, items, cells, links and so on). All other reports are read.
          Also: a reports folder that is a symbolic link or missing, a folder in it that cannot be read, a pipe or a device in it,
          a name that is not UTF-8, and a file that disappears before it is copied.
          """);

  /// Markdown file extensions, also with those of site generators after or before them.
  static final Pattern ENDING =
      Pattern.compile(
          "(?i)\\.(?:html\\.md\\.erb|html\\.md|md\\.erb|mdx|md|markdown|mdown|qmd|rmd)$");

  /// A date is not a number here.
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

    /// The file's name without its extension. A read-me in a folder of its own is named after the
    /// folders.
    public String stem() {
      String name = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
      return isReadMeOfFolder(path) ? folder().replaceAll("/$", "").replace('/', '-') : name;
    }

    /// The folder that contains it, with a `/` at the end; empty at the top.
    public String folder() {
      return path.substring(0, path.lastIndexOf('/') + 1);
    }
  }

  public ReportFolder {
    reports = List.copyOf(reports);
    reportPaths = Set.copyOf(reportPaths);
    files = Set.copyOf(files);
    numbers = Map.copyOf(numbers);
    names = Collections.unmodifiableSortedMap(names);
    keyless = Map.copyOf(keyless);
    skipped = List.copyOf(skipped);
    twins = Map.copyOf(twins);
    problems = List.copyOf(problems);
  }

  /// A folder without files.
  public static ReportFolder empty(Path root, String name) {
    return empty(root, name, List.of());
  }

  private static ReportFolder empty(Path root, String name, List<Problem> problems) {
    return new ReportFolder(
        root,
        name,
        List.of(),
        Set.of(),
        Set.of(),
        Map.of(),
        new TreeMap<>(),
        Map.of(),
        List.of(),
        Map.of(),
        problems);
  }

  /// A folder that is not read.
  private static ReportFolder unread(Path root, String name, String why, String hint) {
    return empty(root, name, List.of(UNREADABLE.at(SourcePosition.start(name), why, hint)));
  }

  /// Lists a folder.
  ///
  /// @throws IOException when it cannot be listed
  public static ReportFolder list(Path root, String name) throws IOException {
    if (Files.isSymbolicLink(root)) {
      return unread(
          root,
          name,
          "a symbolic link, which Hindsight does not follow",
          "move the folder here, or pass the folder that contains it with --source");
    }
    if (!Files.isDirectory(root)) {
      return unread(
          root, name, "the reports folder is missing", "restore it, or create an empty folder");
    }
    ReportFolderWalker walker = new ReportFolderWalker(root, name);
    Files.walkFileTree(root, walker);
    List<ReportFile> reports =
        walker.reports().stream().sorted(Comparator.comparing(ReportFile::path)).toList();
    return new ReportFolder(
        root,
        name,
        reports,
        reports.stream().map(ReportFile::path).collect(Collectors.toSet()),
        walker.files(),
        numbers(reports),
        names(reports),
        keyless(reports),
        walker.skipped().stream().sorted().toList(),
        twins(walker.files()),
        walker.problems());
  }

  private static Map<String, Integer> numbers(List<ReportFile> reports) {
    Map<String, Integer> numbers = new HashMap<>();
    for (ReportFile report : reports) {
      Matcher number = NUMBER.matcher(report.stem().toLowerCase(Locale.ROOT));
      if (number.lookingAt()) {
        numbers.merge(number.group(), 1, Integer::sum);
      }
    }
    return numbers;
  }

  private static Map<String, Integer> keyless(List<ReportFile> reports) {
    Map<String, Integer> keyless = new HashMap<>();
    reports.forEach(report ->
        keyless.merge(PageKey.removed(report.stem()).toLowerCase(Locale.ROOT), 1, Integer::sum));
    return keyless;
  }

  private static SortedMap<String, String> names(List<ReportFile> reports) {
    SortedMap<String, String> names = new TreeMap<>();
    reports.forEach(
        report -> names.putIfAbsent(report.stem().toLowerCase(Locale.ROOT), report.path()));
    return names;
  }

  /// For each file that would be published at the address of an earlier one, that earlier file.
  /// Their names differ only in case or special characters.
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

  /// Whether only one file name begins with this, such as `INC-001`.
  boolean isNumber(String beginning) {
    return numbers.getOrDefault(beginning.toLowerCase(Locale.ROOT), 0) == 1;
  }

  /// Whether only one report has this name without its [PageKey].
  boolean isNameWithoutKey(String name) {
    return keyless.getOrDefault(name.toLowerCase(Locale.ROOT), 0) == 1;
  }

  /// The report whose file name is, or else begins with, these words; empty if there are several.
  Optional<String> named(String words) {
    String name = words.toLowerCase(Locale.ROOT);
    if (names.containsKey(name)) {
      return Optional.of(names.get(name));
    }
    List<String> beginning =
        names.tailMap(name).entrySet().stream()
            .takeWhile(report -> report.getKey().startsWith(name))
            .filter(report -> isWhole(report.getKey(), name.length()))
            .map(Map.Entry::getValue)
            .limit(2)
            .toList();
    return beginning.stream().findFirst().filter(_ -> beginning.size() == 1);
  }

  private static boolean isWhole(String stem, int length) {
    return stem.length() == length || !Character.isLetterOrDigit(stem.charAt(length));
  }

  /// The path as messages show it: below the source folder.
  public String source(String path) {
    return name + "/" + path;
  }
}
