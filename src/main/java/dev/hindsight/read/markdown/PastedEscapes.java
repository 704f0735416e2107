package dev.hindsight.read.markdown;

import java.util.List;
import java.util.regex.Pattern;

/// Undoes what some editors do to pasted Markdown: a backslash before every special character.
public final class PastedEscapes {
  private static final Pattern ESCAPED_LINE = Pattern.compile("\\s*\\\\[#*>_`-].*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

  private PastedEscapes() {}

  /// A text without these backslashes, if at least half of its lines begin with an escape.
  public static String undo(String text) {
    if (!text.startsWith("\\") && !text.contains("\n\\")) {
      return text;
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    long escaped = lines.stream().filter(line -> ESCAPED_LINE.matcher(line).matches()).count();
    return escaped * 2 < lines.size() ? text : ESCAPE.matcher(text).replaceAll("$1");
  }
}
