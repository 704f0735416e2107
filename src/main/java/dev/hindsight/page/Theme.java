package dev.hindsight.page;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Templates and assets: a file of the site's own `templates/` where it has one, else the default
/// theme's, which is packed in the program.
public final class Theme {
  private final Path own;

  /// @param own the site's `templates/`, which need not exist
  public Theme(Path own) {
    this.own = own;
  }

  /// One file of the theme.
  ///
  /// @throws IllegalArgumentException when there is none of that name
  byte[] read(String name) {
    return own(name)
        .or(() -> packed("/templates/" + name))
        .orElseThrow(() -> new IllegalArgumentException("the theme has no file '" + name + "'"));
  }

  /// One script: the site's own as it is, or the default theme's made smaller. Where the site's own
  /// is the default theme's, as in the program's own source, it is that.
  byte[] script(String name) {
    Optional<byte[]> original = packed("/templates/" + name);
    return own(name)
        .filter(bytes -> original.isEmpty() || !Arrays.equals(bytes, original.get()))
        .or(() -> packed("/small/" + name))
        .orElseThrow();
  }

  private Optional<byte[]> own(String name) {
    Path file = own.resolve(name);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(file.toString(), broken);
    }
  }

  private static Optional<byte[]> packed(String path) {
    try (InputStream packed = Theme.class.getResourceAsStream(path)) {
      return packed == null ? Optional.empty() : Optional.of(packed.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(path, broken);
    }
  }

  /// Gives Pebble the templates. Names are those of the folder; none is relative to another.
  Loader<String> loader() {
    return new Loader<>() {
      @Override
      public Reader getReader(String name) {
        try {
          return new InputStreamReader(
              new ByteArrayInputStream(read(name)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException missing) {
          throw new LoaderException(missing, missing.getMessage());
        }
      }

      @Override
      public void setCharset(String charset) {}

      @Override
      public void setPrefix(String prefix) {}

      @Override
      public void setSuffix(String suffix) {}

      @Override
      public String resolveRelativePath(String path, String anchor) {
        return path;
      }

      @Override
      public String createCacheKey(String name) {
        return name;
      }

      @Override
      public boolean resourceExists(String name) {
        try {
          return read(name).length > 0;
        } catch (IllegalArgumentException missing) {
          return false;
        }
      }
    };
  }
}
