package dev.hindsight.read.source;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds lines that name `private` or `draft` the way a key is named, however they are spelled.
/// Authors use both keys to keep something from being published, so a line that may be meant as one
/// counts as one.
final class HidingKeys {
  private static final String WORD = "(private|draft)(?![\\p{L}\\p{N}])";
  private static final String BEFORE = "[^\\p{L}\\p{N}]*+";

  /// What people and input methods type for a colon or an equals sign.
  private static final String SEPARATOR = "[:=\u02D0\uA789\u2236\u0589\u05C3]";

  private static final String CLOSING = "[^\\p{L}\\p{N}:=\u02D0\uA789\u2236\u0589\u05C3]*+";

  /// `private:`, `"private" :`, `- private=`
  private static final Pattern KEY = compile("^" + BEFORE + WORD + CLOSING + SEPARATOR + ".*");

  /// `private`, `private notes: x`, `[private.x]`, `private@x`, but not `Private networks failed.`
  private static final Pattern START =
      compile(
          "^"
              + BEFORE
              + WORD
              + "(?:\\s*+$|[^\\p{L}\\p{N}\\s,.;!?)-].*"
              + "|\\s++[^\\p{L}\\p{N}\\s(\\p{Pd}].*|[\\s._-]*[\\p{L}\\p{N}]++"
              + CLOSING
              + SEPARATOR
              + ".*)");

  /// `title: x, private: y`
  private static final Pattern WITHIN =
      compile(".*?(?<![\\p{L}\\p{N}])" + WORD + "[\"'\u201D\u2019\\])*_`\\s]*+" + SEPARATOR + ".*");

  /// `private notes`, above the first blank line or heading
  private static final Pattern FIRST_WORD = compile("^" + BEFORE + WORD + ".*");

  /// `[a.private]`
  private static final Pattern TABLE =
      compile("\\s*\\[[^\\],]*(?<![\\p{L}\\p{N}])" + WORD + "[^\\],]*\\].*");

  /// `private {a: x}`, where a colon in the value makes it a key
  private static final Pattern WITH_VALUE =
      compile("^" + BEFORE + WORD + "\\s*+[\\[{<>|\"'`&*!%@#].*");

  private static final Pattern STATE =
      compile(
          "^" + BEFORE + "(?:status|state)(?![\\p{L}\\p{N}]).*?(?<![\\p{L}\\p{N}])" + WORD + ".*");

  private static final Pattern PUBLISHED =
      compile("^" + BEFORE + "(published)[^\\p{L}\\p{N}]++(?:false|no|off|0)(?![\\p{L}\\p{N}]).*");

  private static final Pattern VISIBILITY =
      compile("^" + BEFORE + "(published|redact)(?![\\p{L}\\p{N}]).*");

  private static final Pattern COMMENT = Pattern.compile("\\s*#.*");

  /// `# private:`, above a value that was not commented out with it
  private static final Pattern OPEN_COMMENT =
      compile("\\s*#[\\s#]*[\"']?(private)[\"']?\\s*" + SEPARATOR + "\\s*");

  private static final Pattern PRIVATE_COMMENT =
      compile(".*#.*?(?<![\\p{L}\\p{N}])private" + CLOSING + SEPARATOR + ".*");

  private static final Pattern PLAIN_ASCII = Pattern.compile("[\\t\\x20-\\x7e]*+");

  private HidingKeys() {}

  /// A line that names one of the keys.
  ///
  /// @param word the key
  /// @param line counted from 1
  /// @param column of the word, counted from 1
  record Mention(String word, int line, int column) {}

  private static Pattern compile(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /// The first line of unreadable front matter that names one of the keys. Prose is not expected
  /// there, so all forms count.
  static Optional<Mention> firstIn(String matter) {
    List<String> lines = lines(matter);
    boolean isHead = true;
    boolean hasBegun = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = plain(lines.get(i));
      boolean isComment = COMMENT.matcher(line).matches();
      isHead &= !hasBegun || !(line.isBlank() || line.startsWith("# "));
      hasBegun |= !line.isBlank();
      for (Pattern form : List.of(KEY, START, WITHIN, TABLE, FIRST_WORD, STATE, PUBLISHED)) {
        Matcher found = form.matcher(line);
        if ((form != FIRST_WORD || isHead) && found.matches()) {
          String word = found.group(1).toLowerCase(Locale.ROOT);
          if (word.equals("private") || !isComment) {
            return Optional.of(new Mention(word, i + 1, column(lines.get(i), word)));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// The first line of unreadable front matter that says whether or how the report is shown.
  static Optional<Mention> visibilityIn(String matter) {
    List<String> lines = lines(matter);
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(i -> {
          Matcher found = VISIBILITY.matcher(plain(lines.get(i)));
          String word = found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : "";
          return word.isEmpty()
              ? Stream.empty()
              : Stream.of(new Mention(word, i + 1, column(lines.get(i), word)));
        })
        .findFirst();
  }

  /// The lines of readable YAML that begin with one of the keys, except comments with a value.
  static List<Mention> keysIn(String matter) {
    List<String> lines = lines(matter);
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(i -> key(lines.get(i), i + 1).stream())
        .toList();
  }

  private static Optional<Mention> key(String written, int number) {
    String line = plain(written);
    Matcher key = (COMMENT.matcher(line).matches() ? OPEN_COMMENT : KEY).matcher(line);
    if (!key.matches()) {
      return Optional.empty();
    }
    String word = key.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(new Mention(word, number, column(written, word)));
  }

  /// Whether a line begins with one of the keys.
  ///
  /// @param plain the line as [#plain] returns it
  static boolean isKey(String plain) {
    return KEY.matcher(plain).matches() || START.matcher(plain).matches();
  }

  /// Whether a comment contains a private field.
  static boolean isInComment(String matter) {
    return lines(matter).stream().anyMatch(line -> PRIVATE_COMMENT.matcher(plain(line)).matches());
  }

  /// The key that a name of parsed front matter stands for: `private` for `"Private "`.
  static String name(String key) {
    String plain = plain(key).toLowerCase(Locale.ROOT);
    int from = 0;
    int to = plain.length();
    while (from < to && !Character.isLetterOrDigit(plain.charAt(from))) {
      from++;
    }
    while (from < to && !Character.isLetterOrDigit(plain.charAt(to - 1))) {
      to--;
    }
    return plain.substring(from, to);
  }

  /// Whether a name of parsed front matter also contains its intended value: `private:x`.
  static boolean isWithValue(String key) {
    String plain = plain(key);
    return KEY.matcher(plain).matches() || WITH_VALUE.matcher(plain).matches();
  }

  /// A line without differences that nobody sees: variants of letters, accents, invisible
  /// characters.
  static String plain(String line) {
    if (PLAIN_ASCII.matcher(line).matches()) {
      return line;
    }
    // One letter can become 18 here, so this is one pass instead of two patterns.
    StringBuilder plain = new StringBuilder(line.length());
    Normalizer.normalize(line, Normalizer.Form.NFKD)
        .codePoints()
        .forEach(sign -> appendPlain(sign, plain));
    return plain.toString();
  }

  private static void appendPlain(int sign, StringBuilder plain) {
    switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT -> {}
      case Character.CONTROL -> {
        if (sign == '\t') {
          plain.append('\t');
        }
      }
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          plain.append(' ');
      default -> plain.appendCodePoint(sign);
    }
  }

  /// The lines of a text, split at every character that some program treats as the end of a line.
  static List<String> lines(String text) {
    return List.of(text.split("\\R", -1));
  }

  private static int column(String line, String word) {
    return 1 + Math.max(0, line.toLowerCase(Locale.ROOT).indexOf(word));
  }
}
