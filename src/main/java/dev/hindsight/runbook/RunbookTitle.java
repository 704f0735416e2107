package dev.hindsight.runbook;

import dev.hindsight.model.Whitespace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the title of a runbook: its first heading, in any format, else its file name.
final class RunbookTitle {
  private static final Pattern HEADING = Pattern.compile("^[#=][ \\t]+(\\S.*)$");
  private static final Pattern HTML =
      Pattern.compile("(?i)<(?:h1|title)\\b[^<>]{0,200}>([^<]{1,500})<");
  private static final Pattern KEY = Pattern.compile("(?i)^title:[ \\t]*[\"']?(.*?)[\"']?[ \\t]*$");
  private static final Pattern UNDERLINE = Pattern.compile("^(?:={3,}|-{3,}|\\*{3,})[ \\t]*$");
  private static final Pattern FENCE = Pattern.compile("^[ \\t]*(```|~~~|----[ \\t]*$)");

  private static final int LONGEST = 200;

  private RunbookTitle() {}

  static String of(RunbookFile file) {
    String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
    return heading(text.lines().toList())
        .or(() ->
            Optional.of(HTML.matcher(text)).filter(Matcher::find).map(found -> found.group(1)))
        .map(title -> Whitespace.collapse(title).replaceFirst("[ #]+$", "").strip())
        .filter(title -> !title.isEmpty())
        .orElse(file.below().replaceFirst("^.*/", "").replaceFirst("\\.[A-Za-z]+$", ""));
  }

  /// The title in front matter, else the first heading outside front matter and code blocks.
  private static Optional<String> heading(List<String> lines) {
    int i = 0;
    if (!lines.isEmpty() && lines.getFirst().strip().equals("---")) {
      for (i = 1; i < lines.size() && !lines.get(i).strip().equals("---"); i++) {
        Matcher key = KEY.matcher(cut(lines.get(i)));
        if (key.matches() && !key.group(1).isBlank()) {
          return Optional.of(key.group(1));
        }
      }
      i++;
    }
    boolean isCode = false;
    for (; i < lines.size(); i++) {
      String line = cut(lines.get(i));
      if (FENCE.matcher(line).find()) {
        isCode = !isCode;
      }
      Matcher heading = HEADING.matcher(line);
      if (!isCode && heading.matches()) {
        return Optional.of(heading.group(1));
      }
      boolean isUnderlined =
          i + 1 < lines.size() && UNDERLINE.matcher(cut(lines.get(i + 1))).matches();
      if (!isCode && isUnderlined && !line.isBlank() && !UNDERLINE.matcher(line).matches()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private static String cut(String line) {
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
