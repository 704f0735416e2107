package dev.hindsight.pipeline;

import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.ThemeConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks that the images in the configuration can be published.
record ThemeImageCheck(Path folder) {
  /// The limit in bytes, because every page loads the image.
  private static final long LARGEST = 200_000;

  Stream<Problem> problems(ThemeConfig theme) {
    return Stream.of(theme.logo(), theme.favicon())
        .flatMap(Optional::stream)
        .flatMap(file -> problem(file).stream());
  }

  private Optional<Problem> problem(ThemeConfig.OwnFile own) {
    Path file = folder.resolve(own.file());
    try {
      if (!Files.isRegularFile(file)) {
        return bad(own, "file '" + own.file() + "' not found", "use a path relative to this file");
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        return bad(
            own, "'" + own.file() + "' is outside the site's folder", "copy the file into it");
      }
      long size = Files.size(file);
      return size <= LARGEST
          ? Optional.empty()
          : bad(
              own,
              "'" + own.file() + "' has " + size / 1000 + " kB",
              "every page loads it; make it smaller than " + LARGEST / 1000 + " kB");
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + own.file(), broken);
    }
  }

  private static Optional<Problem> bad(ThemeConfig.OwnFile own, String found, String cure) {
    return Optional.of(
        ConfigReader.BAD_CONFIGURATION.at(
            SourcePosition.of(SiteSource.CONFIG, own.place()), own.key() + ": " + found, cure));
  }
}
