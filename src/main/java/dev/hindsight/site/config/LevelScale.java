package dev.hindsight.site.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An ordered list of levels with aliases: severities or priorities, the worst first.
public final class LevelScale {
  private final List<Level> levels;

  /// The level for each name and alias, in normal form.
  private final Map<String, String> names = new HashMap<>();

  /// One level with its aliases.
  ///
  /// @param days how long something of this level may stay open; empty for no limit
  public record Level(String name, List<String> aliases, OptionalInt days) {
    public Level {
      aliases = List.copyOf(aliases);
    }
  }

  public LevelScale(List<Level> levels) {
    this.levels = List.copyOf(levels);
    for (Level level : levels) {
      names.putIfAbsent(normal(level.name()), level.name());
      level.aliases().forEach(alias -> names.putIfAbsent(normal(alias), level.name()));
    }
  }

  public List<Level> levels() {
    return levels;
  }

  /// The name of the level that a text means, ignoring case, spaces and hyphens.
  public Optional<String> find(String text) {
    return Optional.ofNullable(names.get(normal(text)));
  }

  /// The level at the start of a text: `SEV-2` of `SEV-2 — one host down`, `Critical` of
  /// `**Critical** – due to an outage`.
  public Optional<String> findFirst(String text) {
    String words = SIGNS.matcher(text.strip()).replaceAll("");
    String[] parts = LEADS.split(words, MOST_PARTS);
    return wordBesideCode(parts)
        .or(() -> find(parts[0]))
        .or(() -> find(NAMED, words))
        .or(() -> find(FIRST, words));
  }

  /// The level of a word beside a code that means one thing here and another there: `P1 –
  /// Critical`, `P2 (High)`.
  private Optional<String> wordBesideCode(String[] parts) {
    return CODE.matcher(parts[0]).matches()
        ? Arrays.stream(parts)
            .skip(1)
            .map(part -> part.replaceAll("[)\\]）]+$", "").strip())
            .filter(part -> WORD.matcher(part).matches())
            .flatMap(part -> find(part).stream())
            .findFirst()
        : Optional.empty();
  }

  private Optional<String> find(Pattern pattern, String words) {
    Matcher found = pattern.matcher(words);
    return found.find() ? find(found.group()) : Optional.empty();
  }

  private static final Pattern SIGNS = Pattern.compile("[*_`]");
  private static final Pattern CODE = Pattern.compile("(?i)(?:P|Prio(?:rity)?)[- ]?\\d");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final int MOST_PARTS = 4;
  private static final Pattern LEADS = Pattern.compile("\\s*[—–(（\\[·:;,/|]\\s*|\\s+-\\s+");

  /// The `1` of `Severity 1`.
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?<=^(?:severity|sev|level|priority) )\\d\\b");

  /// The first word, with a number after it.
  private static final Pattern FIRST = Pattern.compile("[\\p{L}\\d]+(?:[- ]?\\d)?\\b");

  /// 1 for the first level; after the last level for an unknown name.
  public int rank(String name) {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).name().equals(name)) {
        return i + 1;
      }
    }
    return levels.size() + 1;
  }

  /// The number of days that something of a level may stay open.
  public OptionalInt days(String name) {
    return levels.stream()
        .filter(level -> level.name().equals(name))
        .map(Level::days)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /// The names, the worst first.
  public List<String> names() {
    return levels.stream().map(Level::name).toList();
  }

  private static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '_' && c != '-' && c != ' ' && (c < '\t' || c > '\r')) {
        normal.append(c);
      }
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }
}
