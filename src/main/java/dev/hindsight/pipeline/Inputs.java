package dev.hindsight.pipeline;

import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.RunbookFolder;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.ThemeConfig;
import dev.hindsight.site.store.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Hashes of everything that a site depends on. They are computed from content, because tools set
/// file times arbitrarily.
///
/// @param usual a hash of the inputs of every site: the program and its options, the configuration,
///   reports, templates, the Git history
/// @param names other files that the configuration names, relative to the source folder
/// @param named a hash of these files
record Inputs(String usual, List<String> names, String named) {
  Inputs {
    names = List.copyOf(names);
  }

  /// @param site the folder of the published site
  /// @param last the inputs of the last build, if known: the same configuration names the same
  ///   files
  static Inputs of(SiteSource source, BuildOptions options, Path site, Optional<Inputs> last)
      throws IOException {
    String usual = usual(source, options, site);
    Optional<Inputs> same = last.filter(before -> before.usual().equals(usual));
    List<String> names = same.isPresent() ? same.get().names() : names(source);
    return new Inputs(usual, names, digest(names.stream().map(source.folder()::resolve), source));
  }

  private static String usual(SiteSource source, BuildOptions options, Path site)
      throws IOException {
    List<Path> roots = new ArrayList<>();
    roots.add(program());
    roots.add(source.folder().resolve(SiteSource.CONFIG));
    roots.add(source.incidents());
    roots.add(source.templates());
    // The site's own inventory is one of its files.
    if (!source.published().toAbsolutePath().normalize().startsWith(site)) {
      roots.add(source.published());
    }
    String history = options.history() ? GitDates.newest(source.folder()) : "";
    return digest(roots.stream(), source) + " " + options + " " + history;
  }

  /// A hash of the inputs of every page except reports.
  static String look(SiteSource source, SiteConfig config) {
    return digest(
        Stream.concat(
            Stream.of(program(), source.folder().resolve(SiteSource.CONFIG), source.templates()),
            named(config).map(source.folder()::resolve)),
        source);
  }

  private static String digest(Stream<Path> roots, SiteSource source) {
    String all =
        roots
            .flatMap(root -> files(root, root.equals(source.incidents())).stream())
            .toList()
            .parallelStream()
            .map(file -> file + " " + content(file))
            .collect(Collectors.joining("\n"));
    return Digest.of(all.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(SiteSource source) throws IOException {
    return ConfigReader.read(SiteSource.CONFIG, source.config()).config().stream()
        .flatMap(Inputs::named)
        .toList();
  }

  /// Other files that the configuration names.
  private static Stream<String> named(SiteConfig config) {
    return Stream.concat(
        Stream.of(config.theme().logo(), config.theme().favicon())
            .flatMap(Optional::stream)
            .map(ThemeConfig.OwnFile::file),
        config.runbooks().stream().map(RunbookFolder::folder));
  }

  /// The jar, or during development the folder of classes.
  private static Path program() {
    try {
      return Path.of(Inputs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Identifies this version of the program.
  static String version() {
    return Version.RUNNING;
  }

  private static final class Version {
    static final String RUNNING =
        files(program(), false).stream()
            .map(file -> file + " " + content(file))
            .collect(Collectors.joining("\n"));
  }

  /// @param isReports whether to ignore symbolic links, as in the folder of reports, because they
  ///   may lead anywhere
  private static List<Path> files(Path root, boolean isReports) {
    List<Path> files = new ArrayList<>();
    try {
      // Real paths, so that a site is the same however its folder was named.
      Files.walkFileTree(
          root.toAbsolutePath().normalize(),
          isReports ? Set.of() : EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              // Reading something that is not a file, such as a pipe, may never end.
              if (attributes.isRegularFile()) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException broken) {
      throw new UncheckedIOException(root.toString(), broken);
    }
    files.sort(null);
    return files;
  }

  /// The program reads its whole jar at every start, so its size and time must do here.
  private static String content(Path file) {
    try {
      if (file.toString().endsWith(".jar")) {
        return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
      }
      return Digest.quick(file);
    } catch (IOException unreadable) {
      return unreadable.getClass().getSimpleName();
    }
  }
}
