package dev.hindsight.read.convention;

import dev.hindsight.read.words.DateOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one report contributes to the conventions of its collection, from a quick look at its
/// lines.
///
/// @param order how its numeric dates are to be read, as far as it tells
/// @param title its first heading, or the title of its front matter
/// @param firstLines the lines that stand directly below its headings
record ReportSketch(DateOrder.Votes order, Optional<String> title, List<String> firstLines) {
  private static final Pattern TITLE_KEY = Pattern.compile("^title\\s*:\\s*(.+)$");
  private static final String MARKS = "*_`\"#";

  /// A shorter line may recur by chance: `None.`
  private static final int SHORTEST = 25;

  private static final int LONGEST = 400;

  /// No report has more headings worth a look.
  private static final int MOST = 60;

  /// @param path of the file below the folder of reports
  static ReportSketch of(String path, String text) {
    Optional<String> title = Optional.empty();
    Optional<String> named = Optional.empty();
    List<String> firstLines = new ArrayList<>();
    boolean isFrontMatter = false;
    boolean isCode = false;
    boolean isBelowHeading = false;
    int number = 0;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      boolean isOfInterest = isFrontMatter || isBelowHeading || mayMatter(text.charAt(start));
      String line =
          isOfInterest ? text.substring(start, Math.min(end, start + LONGEST)).strip() : "";
      start = end + 1;
      if (line.equals("---") && (number == 0 || isFrontMatter)) {
        isFrontMatter = number == 0;
      } else if (isFrontMatter) {
        Matcher key = TITLE_KEY.matcher(line);
        named = key.matches() ? Optional.of(plain(key.group(1).replaceAll("^'|'$", ""))) : named;
      } else if (line.startsWith("```") || line.startsWith("~~~")) {
        isCode = !isCode;
        isBelowHeading = false;
      } else if (!isCode && line.startsWith("#")) {
        int level = level(line);
        isBelowHeading = level > 0;
        if (level == 1 && title.isEmpty()) {
          title = Optional.of(plain(line.substring(1)));
        }
      } else if (isBelowHeading && !line.isEmpty()) {
        isBelowHeading = false;
        // The head of a table recurs without being template text.
        if (!line.startsWith("|")
            && line.length() >= SHORTEST
            && line.length() < LONGEST
            && firstLines.size() < MOST) {
          firstLines.add(plain(line));
        }
      }
    }
    return new ReportSketch(
        DateOrder.votes(path, text), title.isPresent() ? title : named, List.copyOf(firstLines));
  }

  /// The level of a heading; 0 if a line is none.
  private static int level(String line) {
    int level = 0;
    while (level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    return level <= 6 && level < line.length() && line.charAt(level) == ' ' ? level : 0;
  }

  /// Whether a line that begins with a character may be a heading or the edge of a block.
  private static boolean mayMatter(char first) {
    return first == '#' || first == '-' || first == '`' || first == '~';
  }

  /// A text without the signs of Markdown and quotes.
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (MARKS.indexOf(text.charAt(i)) < 0) {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString().strip();
  }
}
