package dev.hindsight.read.words;

import dev.hindsight.site.config.HeadingNormalizer;
import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that readers look for, by purpose; `vocabulary.yml` lists them.
public final class Vocabulary {
  private static final Map<String, Set<String>> WORDS = new HashMap<>();

  static {
    try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.yml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (YamlValue.Entry entry : Yaml.read(text).entries()) {
        WORDS.put(
            entry.key(),
            entry.value().asList().stream()
                .map(HeadingNormalizer::normal)
                .collect(Collectors.toUnmodifiableSet()));
      }
    } catch (IOException | Yaml.MalformedYaml broken) {
      throw new UncheckedIOException(new IOException("vocabulary.yml", broken));
    }
  }

  private Vocabulary() {}

  /// The words under a key, in normal form.
  public static Set<String> of(String key) {
    return WORDS.get(key);
  }

  /// Whether a text is one of the words under a key.
  public static boolean has(String key, String text) {
    return of(key).contains(HeadingNormalizer.normal(text));
  }

  /// Whether a text begins with one of the words under a key.
  public static boolean begins(String key, String text) {
    String words = HeadingNormalizer.normal(text) + " ";
    return of(key).stream()
        .anyMatch(word ->
            words.startsWith(word)
                && (word.codePointAt(0) > 0x2E80
                    || !Character.isLetterOrDigit(words.charAt(word.length()))));
  }
}
