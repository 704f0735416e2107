package dev.hindsight.runbook;

import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A runbook on disk.
///
/// @param file its path
/// @param shown its path in messages
/// @param below its path below its folder, with `/`
/// @param text all of it, including the byte order mark and line ends
record RunbookFile(Path file, String shown, String below, String text) {
  static final ProblemKind UNREADABLE =
      ProblemKind.warning(
          "unreadable-runbook",
          ProblemKind.Topic.RUNBOOKS,
          """
          A runbook that is not UTF-8 or larger than 5 MB.
          """);

  private static final Pattern READABLE =
      Pattern.compile("(?i).*\\.(?:md|markdown|mdx|adoc|asciidoc|rst|html?|txt)");

  /// People do not write longer runbooks.
  private static final long LONGEST = 5_000_000;

  /// Reads every runbook of a folder and its subfolders, in the order of their paths. Hidden files,
  /// `node_modules`, symbolic links, reports and published sites are skipped.
  ///
  /// @param shown the folder's name in messages
  /// @param problems receives the files that cannot be read
  /// @throws IOException if the folder cannot be listed
  static List<RunbookFile> read(Path folder, String shown, List<Problem> problems)
      throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(folder, new Collector(folder, files));
    files.sort(null);
    List<Problem> unreadable = Collections.synchronizedList(new ArrayList<>());
    List<RunbookFile> read =
        files.parallelStream()
            .flatMap(file -> read(folder, file, shown, unreadable).stream())
            .toList();
    problems.addAll(unreadable);
    return read;
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final List<Path> files;

    Collector(Path folder, List<Path> files) {
      this.folder = folder;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
      boolean isLeftOut =
          isSite(visited)
              || (!visited.equals(folder) && (isLeftOut(visited) || isReports(visited)));
      return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean isRunbook = READABLE.matcher(file.getFileName().toString()).matches();
      if (isRunbook && attributes.isRegularFile() && !isLeftOut(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
      if (file.equals(folder)) {
        throw why;
      }
      return FileVisitResult.CONTINUE;
    }

    /// A published site contains a marker file.
    private static boolean isSite(Path visited) {
      return Files.exists(visited.resolve(".hindsight-site"));
    }

    private static boolean isReports(Path visited) {
      return visited.getFileName().toString().equals("incidents")
          && Files.exists(visited.resolveSibling("site-config.yml"));
    }

    private static boolean isLeftOut(Path path) {
      String name = path.getFileName().toString();
      return name.startsWith(".") || name.equals("node_modules");
    }
  }

  private static Optional<RunbookFile> read(
      Path folder, Path file, String shown, List<Problem> unreadable) {
    String below = folder.relativize(file).toString().replace('\\', '/');
    String path = shown + "/" + below;
    try {
      if (Files.size(file) > LONGEST) {
        unreadable.add(problem(path, "it is longer than 5 MB"));
        return Optional.empty();
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return Optional.of(new RunbookFile(file, path, below, text));
    } catch (CharacterCodingException notUtf8) {
      unreadable.add(problem(path, "it is not UTF-8"));
    } catch (IOException broken) {
      unreadable.add(problem(path, broken.getClass().getSimpleName()));
    }
    return Optional.empty();
  }

  private static Problem problem(String path, String why) {
    return UNREADABLE.at(
        SourcePosition.start(path),
        "the runbook was not read: " + why,
        "save it as UTF-8 or move it out of the folder");
  }
}
