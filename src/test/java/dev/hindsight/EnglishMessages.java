package dev.hindsight;

import dev.hindsight.page.message.Messages;
import dev.hindsight.site.config.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The messages of the default theme, for tests of single classes.
public final class EnglishMessages {
  private static final Messages ALL = translated(Locale.ENGLISH, "");

  private EnglishMessages() {}

  public static Messages all() {
    return ALL;
  }

  /// The same in another language.
  ///
  /// @param messages YAML with those that are translated
  public static Messages translated(Locale language, String messages) {
    try {
      String english = Files.readString(Path.of("templates/messages/en.yml"));
      return Messages.of(language, List.of(Yaml.read(english), Yaml.read(messages)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (Yaml.MalformedYaml broken) {
      throw new AssertionError(broken);
    }
  }
}
