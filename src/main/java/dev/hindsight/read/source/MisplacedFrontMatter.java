package dev.hindsight.read.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that is probably meant as front matter, although its fences are missing, of another kind or
/// in the wrong place.
final class MisplacedFrontMatter {
  private static final String LINE = "[\\p{Pd}\u2212+;*_=]";

  /// `----`, `--- yaml`, `;;;`, `***`
  private static final Pattern OPENING = Pattern.compile(LINE + "{2,}.{0,40}");

  private static final Pattern CLOSING = Pattern.compile(LINE + "{3,}.{0,40}|\\.{3}");

  private static final Pattern CODE =
      Pattern.compile("(?i)(`{3,}|~{3,})\\s*\\{?\\.?(?:ya?ml|toml|json|front-?matter)\\b.*");

  private static final Pattern JSON = Pattern.compile("\\{\\s*(?:[\"'\u201C\u2018\\p{L}].*)?");

  private static final Pattern JSON_END = Pattern.compile("}.*");

  private static final Pattern LINE_END = Pattern.compile("\\R");

  private MisplacedFrontMatter() {}

  /// The lines that are probably meant as front matter, in a report without any. Blank lines
  /// replace what comes before them.
  static Optional<String> in(String text) {
    int start = start(text);
    int before = HidingKeys.lines(text.substring(0, start)).size() - 1;
    String rest = text.substring(start);
    return end(firstLine(rest))
        .map(end -> until(end, HidingKeys.lines(rest)))
        .or(() -> keysOnly(rest))
        .map(block -> "\n".repeat(before) + block);
  }

  /// What ends a block with this first line; empty if no kind of front matter begins like this.
  private static Optional<Pattern> end(String line) {
    String first = HidingKeys.plain(line).strip();
    if (OPENING.matcher(first).matches()) {
      return Optional.of(CLOSING);
    }
    Matcher code = CODE.matcher(first);
    if (code.matches()) {
      return Optional.of(Pattern.compile(Pattern.quote(code.group(1)) + ".*"));
    }
    return Optional.of(JSON_END).filter(_ -> JSON.matcher(first).matches());
  }

  /// Lines of keys at the start of the Markdown with a fence below but none above. After a blank
  /// line it would be a thematic break.
  static Optional<String> keysOnly(String markdown) {
    String first = HidingKeys.plain(firstLine(markdown));
    if (!HidingKeys.isKey(first) && !LooseFrontMatter.KEY.matcher(first.strip()).matches()) {
      return Optional.empty();
    }
    List<String> lines = HidingKeys.lines(markdown);
    for (int i = 1; i < lines.size(); i++) {
      if (CLOSING.matcher(HidingKeys.plain(lines.get(i)).strip()).matches()) {
        return Optional.of(String.join("\n", lines.subList(0, i)));
      }
      if (lines.get(i).isBlank() && !isIndented(lines, i + 1)) {
        break;
      }
    }
    return Optional.empty();
  }

  /// A value of several lines can contain blank ones.
  private static boolean isIndented(List<String> lines, int line) {
    return line < lines.size() && lines.get(line).matches("\\s+\\S.*");
  }

  private static String firstLine(String text) {
    Matcher end = LINE_END.matcher(text);
    return end.find() ? text.substring(0, end.start()) : text;
  }

  /// The lines to the end of the block, and further keys up to another fence. All lines if nothing
  /// ends the block, because nobody can know where it ends.
  private static String until(Pattern end, List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (end.matcher(HidingKeys.plain(lines.get(i)).strip()).matches()) {
        String block = String.join("\n", lines.subList(0, i + 1)) + "\n";
        return block + keysOnly(String.join("\n", lines.subList(i + 1, lines.size()))).orElse("");
      }
    }
    return String.join("\n", lines);
  }

  /// Where the text begins after spaces, invisible characters and HTML comments.
  private static int start(String text) {
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("<!--", at) && text.indexOf("-->", at) > 0) {
        at = text.indexOf("-->", at) + 3;
      } else if (isInvisible(text.charAt(at))) {
        at++;
      } else {
        break;
      }
    }
    return Math.min(at, text.length());
  }

  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
