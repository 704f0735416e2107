package dev.hindsight.build;

import dev.hindsight.read.ReportCache;
import dev.hindsight.search.ShardStore;
import dev.hindsight.site.Binary;
import dev.hindsight.site.Digest;
import dev.hindsight.site.KeptFiles;
import dev.hindsight.site.Problem;
import dev.hindsight.site.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Remembers in `.hindsight/` what the published site was made of, so that a build of the same is
/// over before it has begun. The folder can be deleted at any time, and what is in it is never
/// trusted: where anything does not fit, the site is made anew.
public final class BuildMemory {
  private static final String NEXT = "next-";

  private final SiteSource source;
  private final Options options;
  private final Path site;
  private final Path file;
  private final Path pages;
  private Inputs inputs;
  private Size found = Size.NONE;

  /// @param site the folder of the published site
  public BuildMemory(SiteSource source, Options options, Path site) {
    this.source = source;
    this.options = options;
    this.site = site.toAbsolutePath().normalize();
    String name = Digest.of(this.site.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    this.file = folder(source).resolve(name + ".build");
    this.pages = folder(source).resolve(name + ".pages");
  }

  /// Where a source's memory is.
  private static Path folder(SiteSource source) {
    return source.folder().resolve(".hindsight");
  }

  /// What reading made of each report when the site was built last, as far as that still holds.
  static ReportCache reports(SiteSource source, ReportCache.Keeping keeping, Progress progress) {
    return new ReportCache(folder(source), Inputs.version(), keeping, progress::note);
  }

  /// The shards of the index that was made last, as far as they still hold.
  static ShardStore shards(SiteSource source, ReportCache.Keeping keeping, Progress progress) {
    return new ShardStore(folder(source), Inputs.version(), keeping.isWritten(), progress::note);
  }

  /// What a build left behind.
  ///
  /// @param inputs all that it read
  /// @param size of the site
  private record Remembered(
      Inputs inputs, Size size, BuildResult.Summary summary, List<Problem.Remembered> problems) {}

  /// What the pages of a site were made of.
  ///
  /// @param site tells this site from one that another build has put in its place
  /// @param size of the site
  /// @param keys of pages, by their addresses
  private record RememberedPages(String site, Size size, Map<String, String> keys) {}

  /// The result of the last build, if a build now would make the site that is there. Is asked
  /// before a build begins, so that what changes meanwhile is not taken for built.
  ///
  /// @throws IOException when the configuration cannot be read
  public Optional<BuildResult.Built> unchanged() throws IOException {
    Optional<Remembered> remembered = read();
    inputs = Inputs.of(source, options, site, remembered.map(Remembered::inputs));
    found = Size.of(site);
    return remembered
        .filter(last -> last.inputs().equals(inputs))
        .filter(last -> found.equals(last.size()))
        .map(last -> new BuildResult.Built(List.copyOf(last.problems()), last.summary()));
  }

  /// What the pages of the published site were made of, as far as it is the site that was made
  /// last; is asked by whoever lets nobody else publish meanwhile.
  public Map<String, String> pages() {
    try {
      RememberedPages last = Binary.read(RememberedPages.class, Files.readAllBytes(pages));
      return last.site().equals(identity()) && last.size().equals(found) ? last.keys() : Map.of();
    } catch (IOException | Binary.Unfit none) {
      return Map.of();
    }
  }

  /// The folder of the site is a new one after each build.
  private String identity() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(site, BasicFileAttributes.class);
    return attributes.fileKey() + " " + attributes.creationTime();
  }

  /// Keeps the result of a build whose site was published. Where nothing can be kept, the next
  /// build is made in any case.
  ///
  /// @param keys of its pages
  public void keep(BuildResult.Built built, Map<String, String> keys) {
    List<Problem.Remembered> problems =
        built.problems().stream().map(Problem.Remembered::of).toList();
    Size size = Size.of(site);
    try {
      KeptFiles.makeFolder(file.getParent());
      KeptFiles.replace(
          file,
          NEXT,
          Binary.write(Remembered.class, new Remembered(inputs, size, built.summary(), problems)));
      if (!keys.isEmpty()) {
        KeptFiles.replace(
            pages,
            NEXT,
            Binary.write(RememberedPages.class, new RememberedPages(identity(), size, keys)));
      }
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
