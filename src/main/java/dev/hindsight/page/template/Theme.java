package dev.hindsight.page.template;

import dev.hindsight.page.message.Messages;
import dev.hindsight.site.config.SiteWords;
import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Templates and assets. A file in the site's own `templates/` replaces one of the default theme,
/// which is packed in the program.
public final class Theme {
  /// Types of files that a site may add in `templates/assets/`.
  private static final Set<String> PUBLISHED =
      Set.of("css", "js", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff2");

  /// The names of the default theme's templates.
  static final List<String> TEMPLATES =
      List.of(
          "404.peb",
          "actions.peb",
          "base.peb",
          "embed/base.peb",
          "embed/incident.peb",
          "embed/moved.peb",
          "embed/system.peb",
          "gone.peb",
          "graph.peb",
          "home.peb",
          "incident.peb",
          "incidents.peb",
          "insights.peb",
          "moved.peb",
          "offline.peb",
          "partials/action-short.peb",
          "partials/bars.peb",
          "partials/block.peb",
          "partials/by-time.peb",
          "partials/card.peb",
          "partials/date.peb",
          "partials/days.peb",
          "partials/fix-from.peb",
          "partials/graph-systems.peb",
          "partials/graph.peb",
          "partials/hero-search.peb",
          "partials/list-choice.peb",
          "partials/list-end.peb",
          "partials/months.peb",
          "partials/neighbourhood.peb",
          "partials/pages.peb",
          "partials/phases.peb",
          "partials/recurrence.peb",
          "partials/relation.peb",
          "partials/runbook.peb",
          "partials/severity.peb",
          "partials/strip.peb",
          "partials/system-graph.peb",
          "partials/times.peb",
          "search.peb",
          "system.peb",
          "systems.peb",
          "timeline-year.peb",
          "timeline.peb",
          "unwritten-list.peb",
          "unwritten.peb");

  private final Path own;
  private final Path site;

  /// @param own the site's `templates/`, which need not exist
  /// @param site the folder that paths in the configuration are relative to
  public Theme(Path own, Path site) {
    this.own = own;
    this.site = site;
  }

  /// Whether a site has its own version of a file of the default theme, or an additional file.
  boolean hasOwn(String name) {
    return Files.isRegularFile(own.resolve(name));
  }

  /// The names of a site's own templates, in alphabetical order.
  List<String> ownTemplates() {
    return ownFiles("").stream().filter(name -> name.endsWith(".peb")).toList();
  }

  /// Whether a site has templates that the default theme does not have.
  public boolean hasOtherTemplates() {
    return ownTemplates().stream()
        .anyMatch(name ->
            !Arrays.equals(own(name).orElseThrow(), packed("/templates/" + name).orElse(null)));
  }

  /// A site's own files in `templates/assets/` that the default theme does not have, in
  /// alphabetical order.
  List<String> ownAssets() {
    return ownFiles("assets").stream()
        .filter(name ->
            PUBLISHED.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)))
        .filter(name -> !name.startsWith("assets/search/"))
        .filter(
            name -> packed("/templates/" + name).isEmpty() && packed("/small/" + name).isEmpty())
        .toList();
  }

  /// The messages of a language: English first, then the language, then its region. At each step,
  /// the site's own messages replace those of the default theme.
  ///
  /// @throws BadMessages if a file of the site is not YAML
  public Messages messages(Locale language) throws BadMessages {
    List<YamlValue.Entries> files = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(List.of("messages/en.yml"));
    names.addAll(files(language));
    for (String name : names) {
      for (Optional<byte[]> file : List.of(packed("/templates/" + name), own(name))) {
        if (file.isPresent()) {
          try {
            files.add(Yaml.read(new String(file.get(), StandardCharsets.UTF_8)));
          } catch (Yaml.MalformedYaml broken) {
            throw new BadMessages(
                TemplateErrors.BAD_TEMPLATE.at(
                    new SourcePosition("templates/" + name, broken.line(), broken.column()),
                    broken.getMessage(),
                    "fix the YAML syntax; docs/theming.md shows what messages look like"));
          }
        }
      }
    }
    return Messages.of(language, files);
  }

  /// A file of messages cannot be used.
  public static final class BadMessages extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    BadMessages(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  /// The words of a language that reading needs; empty if there are no messages in it. Errors in a
  /// file of messages are left for the build to report.
  public Optional<SiteWords> words(Locale language) {
    List<String> files = files(language);
    boolean isOwn = files.stream().anyMatch(this::hasOwn);
    if (!isOwn && files.stream().allMatch(name -> packed("/templates/" + name).isEmpty())) {
      return Optional.empty();
    }
    try {
      Messages messages = messages(language);
      return Optional.of(
          new SiteWords(
              messages.text("base.title"),
              messages.text("block.footnotes"),
              messages.text("block.table")));
    } catch (BadMessages broken) {
      return Optional.of(SiteWords.ENGLISH);
    }
  }

  /// The files with the messages of a language: for `de-AT`, `de.yml` and then `de-AT.yml`.
  private static List<String> files(Locale language) {
    List<String> files = new ArrayList<>();
    String tag = language.toLanguageTag();
    for (int end = tag.indexOf('-'); end >= 0; end = tag.indexOf('-', end + 1)) {
      files.add("messages/" + tag.substring(0, end) + ".yml");
    }
    files.add("messages/" + tag + ".yml");
    return files;
  }

  private List<String> ownFiles(String folder) {
    Path start = own.resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> own.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.matches("(.*/)?\\..*"))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(start.toString(), broken);
    }
  }

  /// A file that the configuration names.
  byte[] beside(String file) {
    try {
      return Files.readAllBytes(site.resolve(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    }
  }

  /// One file of the theme.
  ///
  /// @throws IllegalArgumentException if there is none with that name
  byte[] read(String name) {
    return own(name)
        .or(() -> packed("/templates/" + name))
        .orElseThrow(() -> new IllegalArgumentException("the theme has no file '" + name + "'"));
  }

  /// One script: the site's own as it is, or the default theme's in minified form. In Hindsight's
  /// own source, the site's own scripts are the default theme's.
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

  /// Loads templates for Pebble. Names are relative to the folder, not to other templates.
  public Loader<String> loader() {
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
