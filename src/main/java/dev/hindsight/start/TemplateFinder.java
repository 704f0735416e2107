package dev.hindsight.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the template that a team keeps among its reports: `_template.md`, `template.md`,
/// `incident-template.md`, `_templates/outage.md`.
final class TemplateFinder {
  private static final Pattern MARKDOWN = Pattern.compile("(?i).*\\.(?:md|markdown)");
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?=.*(?<![a-z])templates?(?![a-z]))[^\\d]*");
  private static final Pattern FOLDER = Pattern.compile("(?i)[_.]?templates?");
  private static final int DEEPEST = 3;

  private TemplateFinder() {}

  /// All templates, the most likely first: by depth, then by name.
  ///
  /// @throws IOException if the folder cannot be listed
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.find(folder, DEEPEST, (path, about) -> about.isRegularFile())) {
      return files
          .filter(file -> isTemplate(folder.relativize(file)))
          .sorted(
              Comparator.comparingInt(Path::getNameCount)
                  .thenComparing(file -> !isPlain(file))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  private static boolean isTemplate(Path file) {
    String name = file.getFileName().toString();
    boolean isBelow =
        file.getNameCount() > 1
            && FOLDER.matcher(file.getName(file.getNameCount() - 2).toString()).matches();
    return MARKDOWN.matcher(name).matches()
        && (isBelow
            ? !name.toLowerCase(Locale.ROOT).startsWith("readme")
            : NAMED.matcher(name).matches());
  }

  /// `template.md`, `_template.md`
  private static boolean isPlain(Path file) {
    return file.getFileName().toString().matches("(?i)[_.]?template\\.(?:md|markdown)");
  }
}
