package dev.hindsight.pipeline;

import dev.hindsight.pipeline.publish.SiteSize;
import dev.hindsight.read.ReportCache;
import dev.hindsight.search.index.ShardStore;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.store.CacheFiles;
import dev.hindsight.site.store.Digest;
import dev.hindsight.site.store.RecordCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Remembers in `.hindsight/` what the published site was made of, so that a build of the same is
/// over before it has begun. The folder can be deleted at any time, and what is in it is never
/// trusted: where anything does not fit, the site is made anew.
public final class BuildMemory {
  private static final String NEXT = "next-";

  private final SiteSource source;
  private final BuildOptions options;
  private final Path site;
  private final Path file;
  private final Path pages;
  private Inputs inputs;
  private SiteSize found = SiteSize.NONE;

  /// @param site the folder of the published site
  public BuildMemory(SiteSource source, BuildOptions options, Path site) {
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
  static ReportCache reports(SiteSource source, ReportCache.Retention keeping, Progress progress) {
    return new ReportCache(folder(source), Inputs.version(), keeping, progress::note);
  }

  /// The shards of the index that was made last, as far as they still hold.
  static ShardStore shards(SiteSource source, ReportCache.Retention keeping, Progress progress) {
    return new ShardStore(folder(source), Inputs.version(), keeping.isWritten(), progress::note);
  }

  /// What a build left behind.
  ///
  /// @param inputs all that it read
  /// @param size of the site
  private record Remembered(
      Inputs inputs, SiteSize size, BuildResult.Summary summary, List<Problem> problems) {}

  /// What the pages of a site were made of.
  ///
  /// @param site tells this site from one that another build has put in its place
  /// @param size of the site
  /// @param keys of pages, by their addresses
  private record RememberedPages(String site, SiteSize size, Map<String, String> keys) {}

  /// The result of the last build, if a build now would make the site that is there. Is asked
  /// before a build begins, so that what changes meanwhile is not taken for built.
  ///
  /// @throws IOException when the configuration cannot be read
  public Optional<BuildResult.Built> unchanged() throws IOException {
    Optional<Remembered> remembered = read();
    var size = Parallel.begin(() -> SiteSize.of(site));
    inputs = Inputs.of(source, options, site, remembered.map(Remembered::inputs));
    found = size.get();
    return remembered
        .filter(last -> last.inputs().equals(inputs))
        .filter(last -> found.equals(last.size()))
        .map(last -> new BuildResult.Built(last.problems(), last.summary()));
  }

  /// What the pages of the published site were made of, as far as it is the site that was made
  /// last; is asked by whoever lets nobody else publish meanwhile.
  public Map<String, String> pages() {
    try {
      RememberedPages last = RecordCodec.read(RememberedPages.class, Files.readAllBytes(pages));
      return last.site().equals(identity()) && last.size().equals(found) ? last.keys() : Map.of();
    } catch (IOException | RecordCodec.UnreadableRecord none) {
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
  /// @param size of the site
  /// @param keys of its pages
  public void keep(BuildResult.Built built, SiteSize size, Map<String, String> keys) {
    try {
      CacheFiles.makeFolder(file.getParent());
      CacheFiles.replace(
          file,
          NEXT,
          RecordCodec.write(
              Remembered.class, new Remembered(inputs, size, built.summary(), built.problems())));
      if (!keys.isEmpty()) {
        CacheFiles.replace(
            pages,
            NEXT,
            RecordCodec.write(RememberedPages.class, new RememberedPages(identity(), size, keys)));
      }
    } catch (IOException notWritable) {
      // A folder that somebody else owns, or a full disk: the site is published all the same.
    }
  }

  private Optional<Remembered> read() {
    try {
      return Optional.of(RecordCodec.read(Remembered.class, Files.readAllBytes(file)));
    } catch (IOException | RecordCodec.UnreadableRecord none) {
      return Optional.empty();
    }
  }
}
