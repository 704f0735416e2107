package dev.hindsight.read.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns MDX into Markdown: drops imports, exports and components without content, and keeps the
/// words inside other components. Every line stays at its number. Code stays as it is.
///
/// ```
/// import { Note } from '../components'
///
/// <Note type="info">
/// Orders were late.
/// </Note>
/// <Chart id="7" />
/// ```
public final class Mdx {
  private static final Pattern FENCE = Pattern.compile("[\\s>]*+(?:```|~~~).*");

  private static final Pattern MODULE =
      Pattern.compile(
          "import\\s(?:.*\\sfrom\\s)?\\s*['\"].*|import\\s*\\{[^}]*"
              + "|export\\s+(?:const|let|var|default|function|async|class|\\{|\\*).*");

  private static final Pattern COMMENT = Pattern.compile("\\s*\\{/\\*.*\\*/\\}\\s*");

  /// A component that begins a line and continues on the next.
  private static final Pattern OPEN = Pattern.compile("\\s{0,3}<[A-Z][\\w.]*(?:\\s[^<>]*)?");

  /// Code, which is kept, or the tag of a component.
  private static final Pattern TAG =
      Pattern.compile("((?<!`)`++[^`]++`++)|</?[A-Z][\\w.]*+(?:\\s[^<>]*+)?/?>|</?>");

  /// A tag does not have more lines, so that reading stays linear.
  private static final int MOST_LINES = 50;

  private Mdx() {}

  /// Whether a file is written in MDX.
  public static boolean isMdx(String path) {
    return path.regionMatches(true, path.length() - 4, ".mdx", 0, 4);
  }

  /// The Markdown in a text.
  public static String markdown(String text) {
    String[] lines = text.split("\n", -1);
    boolean isCode = false;
    for (int i = 0; i < lines.length; i++) {
      if (FENCE.matcher(lines[i]).matches()) {
        isCode = !isCode;
      } else if (isCode) {
        continue;
      } else if (MODULE.matcher(lines[i].strip()).matches() && !lines[i].startsWith(" ")) {
        for (; i < lines.length && !lines[i].isBlank(); i++) {
          lines[i] = "";
        }
      } else if (COMMENT.matcher(lines[i]).matches()) {
        lines[i] = "";
      } else if (OPEN.matcher(lines[i]).matches()) {
        int end = end(lines, i);
        for (; i < end; i++) {
          lines[i] = "";
        }
        if (end >= 0) {
          lines[end] = lines[end].substring(lines[end].lastIndexOf('>') + 1);
        }
      } else if (lines[i].indexOf('<') >= 0) {
        lines[i] =
            TAG.matcher(lines[i])
                .replaceAll(
                    tag -> tag.group(1) == null ? "" : Matcher.quoteReplacement(tag.group(1)));
      }
    }
    return String.join("\n", lines);
  }

  /// The line on which a tag ends that began on an earlier one; -1 if its paragraph ends before.
  private static int end(String[] lines, int start) {
    int most = Math.min(lines.length, start + MOST_LINES);
    for (int i = start + 1; i < most && !lines[i].isBlank() && lines[i].indexOf('<') < 0; i++) {
      if (lines[i].stripTrailing().endsWith(">")) {
        return i;
      }
    }
    return -1;
  }
}
