package dev.hindsight.read;

import dev.hindsight.model.SystemName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes a line that lists systems apart: at commas, semicolons, `+` and `、` that stand outside of
/// parentheses and backticks.
final class SystemList {
  private static final Set<String> NONE =
      Set.of(
          "none",
          "n/a",
          "na",
          "all",
          "everything",
          "unknown",
          "tbd",
          "multiple",
          "various",
          "-",
          "なし");
  private static final Pattern UNAFFECTED =
      Pattern.compile("(?i).*\\b(?:unaffected|not affected)\\b.*");

  /// A longer name is a sentence; a reader would not take it for a list.
  private static final int MOST_WORDS = 6;

  private static final int LONGEST = 60;

  private SystemList() {}

  /// The systems of a line; none where it is a sentence.
  static List<SystemName> of(String line) {
    List<SystemName> names = new ArrayList<>();
    for (String part : parts(line)) {
      String text = part.replace("`", "").replaceAll("^(?:and|&)\\s+", "").strip();
      SystemName name = SystemsReader.name(text.replaceFirst("[.。]$", ""));
      if (UNAFFECTED.matcher(text).matches()
          || NONE.contains(name.name().toLowerCase(Locale.ROOT))) {
        continue;
      }
      if (name.name().length() > LONGEST || name.name().split("\\s+").length > MOST_WORDS) {
        return List.of();
      }
      names.add(name);
    }
    return names;
  }

  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '(', '[', '（' -> depth++;
        case ')', ']', '）' -> depth = Math.max(0, depth - 1);
        case '`' -> quoted = !quoted;
        default -> {
          if (depth == 0 && !quoted && isSeparator(line, i)) {
            parts.add(line.substring(from, i));
            from = i + 1;
          }
        }
      }
    }
    parts.add(line.substring(from));
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }

  private static boolean isSeparator(String line, int i) {
    char c = line.charAt(i);
    return ",;、，；\n".indexOf(c) >= 0
        || (c == '+'
            && i > 0
            && i + 1 < line.length()
            && line.charAt(i - 1) == ' '
            && line.charAt(i + 1) == ' ');
  }
}
