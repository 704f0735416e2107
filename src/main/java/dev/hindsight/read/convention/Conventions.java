package dev.hindsight.read.convention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the reports of a collection have in common, which settles what one of them leaves open.
/// Every report is read with the same conventions, and is read again when they change.
///
/// @param isDayFirst whether `06/11/2023` is in November, where the reports tell
/// @param titlePrefixes what most titles begin with, see [TitleWords]
/// @param titleSuffixes what most titles end with
/// @param idLetters the letters before the numbers that titles begin with, in upper case
/// @param sharedIds numbers that more than one title begins with, in lower case
/// @param templateLines lines that most reports repeat below the same heading
/// @param reasons a sentence for each decision; they change more often than what is decided
public record Conventions(
    Optional<Boolean> isDayFirst,
    Set<String> titlePrefixes,
    Set<String> titleSuffixes,
    Set<String> idLetters,
    Set<String> sharedIds,
    Set<String> templateLines,
    List<String> reasons) {

  /// Those of a collection that tells nothing.
  public static final Conventions NONE =
      new Conventions(
          Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), List.of());

  public Conventions {
    titlePrefixes = Set.copyOf(titlePrefixes);
    titleSuffixes = Set.copyOf(titleSuffixes);
    idLetters = Set.copyOf(idLetters);
    sharedIds = Set.copyOf(sharedIds);
    templateLines = Set.copyOf(templateLines);
    reasons = List.copyOf(reasons);
  }

  /// Whether words are what most titles begin with.
  public boolean isTitlePrefix(String words) {
    return titlePrefixes.contains(TitleWords.key(words));
  }

  /// Whether a word begins with letters that ids have in titles: `PM` of `PM-0010`.
  public boolean isIdLetters(String word) {
    return idLetters.contains(letters(word));
  }

  static String letters(String word) {
    return word.replaceFirst("[^A-Za-z].*", "").toUpperCase(Locale.ROOT);
  }

  /// Whether several titles begin with this number.
  public boolean isShared(String id) {
    return sharedIds.contains(id.toLowerCase(Locale.ROOT));
  }

  /// What was decided as one text.
  public String key() {
    return isDayFirst.map(String::valueOf).orElse("")
        + List.of(titlePrefixes, titleSuffixes, idLetters, sharedIds, templateLines).stream()
            .map(words -> String.join("\n", new TreeSet<>(words)))
            .collect(Collectors.joining("\f", "\f", ""));
  }
}
