package dev.hindsight.site.config;

import dev.hindsight.site.text.TypoIndex;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/// Finds the name in a table of headings or keys that somebody probably meant.
public final class NameTypos {
  /// One typo makes another word of a shorter one.
  private static final int SHORTEST = 6;

  private static final int SHORTEST_REPLACED = 9;

  /// Longer names are sentences.
  private static final int LONGEST = 60;

  private final TypoIndex index;

  /// @param names in normal form; those with a star are ignored
  NameTypos(Collection<String> names) {
    this.index =
        new TypoIndex(
            names.stream()
                .filter(name -> name.length() >= SHORTEST && !name.endsWith("*"))
                .sorted()
                .toList());
  }

  /// The name that differs from what was written by one typo.
  Optional<String> nearest(String written) {
    String name = HeadingNormalizer.normal(written);
    return name.length() < SHORTEST || name.length() > LONGEST
        ? Optional.empty()
        : index.nearest(name).filter(known -> !isAnotherWord(name, known));
  }

  /// A replaced letter often makes another short word: `Content` does not mean `Context`.
  private static boolean isAnotherWord(String name, String known) {
    return name.length() < SHORTEST_REPLACED
        && name.length() == known.length()
        && !Arrays.equals(name.chars().sorted().toArray(), known.chars().sorted().toArray());
  }
}
