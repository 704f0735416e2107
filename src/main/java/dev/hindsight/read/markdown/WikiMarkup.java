package dev.hindsight.read.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Converts the parts of Confluence's markup that copied or converted pages still have: `h2.
/// Heading`, `{code}` around lines, and `[words|address]`. The number of lines stays the same: a
/// title of code moves to the blank line before it. Other macros, such as `{toc}`, stay unchanged.
public final class WikiMarkup {
  private static final Pattern HEADING = Pattern.compile("h([1-6])\\. +(?=\\S)");

  /// Begins or ends preformatted lines.
  private static final Pattern CODE = Pattern.compile("\\{(?:code|noformat)(?::([^{}]*))?}\\s*");

  private static final Pattern LANGUAGE =
      Pattern.compile("(?:^|\\|)(?:language=)?([A-Za-z+#]{1,20})(?=\\||$)");
  private static final Pattern TITLE = Pattern.compile("(?:^|\\|)title=([^|]+)");

  private static final Pattern LINK =
      Pattern.compile(
          "\\[([^\\[\\]|`\\n]{1,500})\\|((?:https?://|mailto:)[^\\s\\[\\]|<>]{1,2000})]");

  private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```|~~~).*");

  private WikiMarkup() {}

  /// The text in Markdown. It is unchanged unless a line begins with a heading or a code macro of
  /// Confluence.
  public static String asMarkdown(String text) {
    if (text.lines().noneMatch(line -> HEADING.matcher(line).lookingAt() || isCode(line))) {
      return text;
    }
    String[] lines = text.split("\n", -1);
    int[] ends = ends(lines);
    boolean isFenced = false;
    int codeEnd = -1;
    for (int i = 0; i < lines.length; i++) {
      if (i == codeEnd) {
        lines[i] = "~~~~";
      } else if (i > codeEnd && FENCE.matcher(lines[i]).matches()) {
        isFenced = !isFenced;
      } else if (i > codeEnd && !isFenced) {
        String title = parameter(TITLE, lines[i]);
        if (ends[i] > i && isCode(lines[i]) && (title.isEmpty() || isBlank(lines, i - 1))) {
          codeEnd = ends[i];
          if (!title.isEmpty()) {
            lines[i - 1] = title;
          }
          lines[i] = "~~~~" + parameter(LANGUAGE, lines[i]);
        } else {
          lines[i] = line(lines[i]);
        }
      }
    }
    return String.join("\n", lines);
  }

  /// For each line, the line that ends code that begins there: the next one with only the macro.
  private static int[] ends(String[] lines) {
    int[] ends = new int[lines.length];
    int code = -1;
    int noformat = -1;
    for (int i = lines.length - 1; i >= 0; i--) {
      ends[i] = lines[i].startsWith("{code") ? code : noformat;
      switch (lines[i].stripTrailing()) {
        case "{code}" -> code = i;
        case "{noformat}" -> noformat = i;
        default -> {}
      }
    }
    return ends;
  }

  private static boolean isCode(String line) {
    return line.startsWith("{") && CODE.matcher(line).matches();
  }

  private static boolean isBlank(String[] lines, int i) {
    return i >= 0 && lines[i].isBlank();
  }

  /// A parameter of the code macro in a line, or empty.
  private static String parameter(Pattern parameter, String line) {
    Matcher code = CODE.matcher(line);
    if (!line.startsWith("{") || !code.matches() || code.group(1) == null) {
      return "";
    }
    Matcher found = parameter.matcher(code.group(1));
    return found.find() ? found.group(1).strip() : "";
  }

  private static String line(String line) {
    Matcher heading = HEADING.matcher(line);
    String marked =
        heading.lookingAt()
            ? "#".repeat(Integer.parseInt(heading.group(1))) + " " + line.substring(heading.end())
            : line;
    return marked.indexOf('|') < 0 || marked.indexOf('`') >= 0
        ? marked
        : LINK.matcher(marked).replaceAll("[$1](<$2>)");
  }
}
