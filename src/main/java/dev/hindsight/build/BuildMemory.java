package dev.hindsight.build;

import dev.hindsight.read.ReportCache;
import dev.hindsight.site.Binary;
import dev.hindsight.site.Digest;
import dev.hindsight.site.Problem;
import dev.hindsight.site.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Remembers in `.hindsight/` what the published site was made of, so that a build of the same is
/// over before it has begun. The folder can be deleted at any time, and what is in it is never
/// trusted: where anything does not fit, the site is made anew.
public final class BuildMemory {
  private final SiteSource source;
  private final Options options;
  private final Path site;
  private final Path file;
  private Inputs inputs;

  /// @param site the folder of the published site
  public BuildMemory(SiteSource source, Options options, Path site) {
    this.source = source;
    this.options = options;
    this.site = site.toAbsolutePath().normalize();
    this.file =
        folder(source)
            .resolve(
                Digest.of(this.site.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16)
                    + ".build");
  }

  /// Where a source's memory is.
  private static Path folder(SiteSource source) {
    return source.folder().resolve(".hindsight");
  }

  /// What reading made of each report when the site was built last, as far as that still holds.
  static ReportCache reports(SiteSource source, ReportCache.Keeping keeping, Progress progress) {
    return new ReportCache(folder(source), Inputs.version(), keeping, progress::note);
  }

  /// What a build left behind.
  ///
  /// @param inputs all that it read
  /// @param size of the site
  private record Remembered(
      Inputs inputs, Size size, BuildResult.Summary summary, List<Problem.Remembered> problems) {}

  /// The result of the last build, if a build now would make the site that is there. Is asked
  /// before a build begins, so that what changes meanwhile is not taken for built.
  ///
  /// @throws IOException when the configuration cannot be read
  public Optional<BuildResult.Built> unchanged() throws IOException {
    Optional<Remembered> remembered = read();
    inputs = Inputs.of(source, options, site, remembered.map(Remembered::inputs));
    return remembered
        .filter(last -> last.inputs().equals(inputs))
        .filter(last -> Size.of(site).equals(last.size()))
        .map(last -> new BuildResult.Built(List.copyOf(last.problems()), last.summary()));
  }

  /// Keeps the result of a build whose site was published. Where nothing can be kept, the next
  /// build is made in any case.
  public void keep(BuildResult.Built built) {
    List<Problem.Remembered> problems =
        built.problems().stream().map(Problem.Remembered::of).toList();
    byte[] bytes =
        Binary.write(
            Remembered.class, new Remembered(inputs, Size.of(site), built.summary(), problems));
    try {
      Path folder = Files.createDirectories(file.getParent());
      Files.writeString(folder.resolve(".gitignore"), "*\n");
      Path next = Files.createTempFile(folder, "next", ".build");
      Files.write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notWritable) {
      // A folder that somebody else owns, or a full disk: the site is published all the same.
    }
  }

  private Optional<Remembered> read() {
    try {
      return Optional.of(Binary.read(Remembered.class, Files.readAllBytes(file)));
    } catch (IOException | Binary.Unfit none) {
      return Optional.empty();
    }
  }

  /// How large a site is, to see whether somebody took a file out of it or put one in.
  private record Size(long files, long bytes) {
    private static final Size NONE = new Size(0, 0);

    static Size of(Path folder) {
      List<Path> folders = new ArrayList<>();
      Size own = NONE;
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          BasicFileAttributes attributes =
              Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          if (attributes.isDirectory()) {
            folders.add(entry);
          } else {
            own = own.plus(new Size(1, attributes.size()));
          }
        }
      } catch (IOException unreadable) {
        return NONE;
      }
      return own.plus(folders.parallelStream().map(Size::of).reduce(NONE, Size::plus));
    }

    private Size plus(Size more) {
      return new Size(files + more.files, bytes + more.bytes);
    }
  }
}
