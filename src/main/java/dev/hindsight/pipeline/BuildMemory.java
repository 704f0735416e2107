package dev.hindsight.pipeline;

import dev.hindsight.pipeline.publish.SiteSize;
import dev.hindsight.read.ReportCache;
import dev.hindsight.search.index.ShardStore;
import dev.hindsight.site.Progress;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.store.CacheFiles;
import dev.hindsight.site.store.Digest;
import dev.hindsight.site.store.FileIdentity;
import dev.hindsight.site.store.RecordCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cache in `.hindsight/` of the inputs of the published site, so that a build without changes
/// ends immediately. The folder can be deleted at any time. Its content is never trusted: if
/// anything does not match, the site is rebuilt.
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
    this.file = source.cache().resolve(name + ".build");
    this.pages = source.cache().resolve(name + ".pages");
  }

  /// The cached results of reading each report, as far as they are still valid.
  static ReportCache reports(SiteSource source, ReportCache.Retention keeping, Progress progress) {
    return new ReportCache(source.cache(), Inputs.version(), keeping, progress::note);
  }

  /// The cached segments of the index, as far as they are still valid.
  static ShardStore shards(SiteSource source, ReportCache.Retention keeping, Progress progress) {
    return new ShardStore(source.cache(), Inputs.version(), keeping.isWritten(), progress::note);
  }

  /// The cached result of a build.
  ///
  /// @param site identifies this site, so that it is not mistaken for that of another build
  /// @param inputs all files and options that it depended on
  /// @param size of the site
  private record Remembered(
      String site,
      Inputs inputs,
      SiteSize size,
      BuildResult.Summary summary,
      List<Problem> problems) {}

  /// The inputs of the pages of a site.
  ///
  /// @param site identifies this site, so that it is not mistaken for that of another build
  /// @param size of the site
  /// @param keys the keys of pages, by address
  private record RememberedPages(String site, SiteSize size, Map<String, String> keys) {}

  /// The result of the last build, if a build now would produce the same site. Call this before a
  /// build starts, so that changes during the build are not missed.
  ///
  /// @throws IOException if the configuration cannot be read
  public Optional<BuildResult.Built> unchanged() throws IOException {
    Optional<Remembered> remembered = read();
    var size = Parallel.begin(() -> SiteSize.of(site));
    inputs = Inputs.of(source, options, site, remembered.map(Remembered::inputs));
    found = size.get();
    return remembered
        .filter(last -> last.inputs().equals(inputs))
        .filter(last -> isHere(last.site()))
        .filter(last -> found.equals(last.size()))
        .map(last -> new BuildResult.Built(last.problems(), last.summary()));
  }

  /// The inputs of the pages of the published site, if it is the site of the last build. Callers
  /// must hold the build lock.
  public Map<String, String> pages() {
    try {
      RememberedPages last = RecordCodec.read(RememberedPages.class, CacheFiles.read(pages));
      return isHere(last.site()) && last.size().equals(found) ? last.keys() : Map.of();
    } catch (IOException | RecordCodec.UnreadableRecord none) {
      return Map.of();
    }
  }

  /// Whether the site is a folder that a build has put there. Each build creates a new folder, and
  /// nobody can supply one that looks like it.
  private boolean isHere(String identity) {
    try {
      return identity.equals(FileIdentity.of(site));
    } catch (IOException gone) {
      return false;
    }
  }

  /// Stores the result of a build whose site was published. If that fails, the next build rebuilds
  /// everything.
  ///
  /// @param size of the site
  /// @param keys the keys of its pages
  public void keep(BuildResult.Built built, SiteSize size, Map<String, String> keys) {
    try {
      String identity = FileIdentity.of(site);
      CacheFiles.makeFolder(file.getParent());
      CacheFiles.replace(
          file,
          NEXT,
          RecordCodec.write(
              Remembered.class,
              new Remembered(identity, inputs, size, built.summary(), built.problems())));
      if (!keys.isEmpty()) {
        CacheFiles.replace(
            pages,
            NEXT,
            RecordCodec.write(RememberedPages.class, new RememberedPages(identity, size, keys)));
      }
    } catch (IOException notWritable) {
      // The folder belongs to another user, or the disk is full: the site is published anyway.
    }
  }

  private Optional<Remembered> read() {
    try {
      return Optional.of(RecordCodec.read(Remembered.class, CacheFiles.read(file)));
    } catch (IOException | RecordCodec.UnreadableRecord none) {
      return Optional.empty();
    }
  }
}
