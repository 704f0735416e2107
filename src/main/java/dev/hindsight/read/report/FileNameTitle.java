package dev.hindsight.read.report;

import dev.hindsight.read.convention.TitleWords;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a report's file as a title: `2017-11-06-kiosk-logins` is `kiosk logins`.
final class FileNameTitle {
  /// A date, an id or a number in front.
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:\\d{4}[-_.]?\\d{2}[-_.]?\\d{2}|\\d{1,2}[-_.]\\d{1,2}[-_.]\\d{4}|\\d{4}[-_.]\\d{2}"
              + "|[A-Za-z]{1,12}[-_]?\\d+(?:-\\d+)*|\\d{1,8})(?:[-_. ]+|$))+");

  private static final Pattern ENDING = Pattern.compile("(?i)\\.(?:html|md|markdown)$");
  private static final Pattern JOINTS = Pattern.compile("[-_]+");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

  private FileNameTitle() {}

  /// The words of a file's name without its ending; empty where they tell nothing.
  static Optional<String> of(String stem) {
    String name = LEAD.matcher(ENDING.matcher(stem).replaceFirst("")).replaceFirst("");
    String words = JOINTS.matcher(name).replaceAll(" ").strip();
    int end = words.length();
    for (int space = words.lastIndexOf(' ');
        space > 0 && TitleWords.isReportWords(words.substring(space + 1, end));
        space = words.lastIndexOf(' ', space - 1)) {
      end = space;
    }
    String title = words.substring(0, end);
    boolean isTelling = WORD.matcher(title).find() && !TitleWords.isGeneric(title);
    return isTelling ? Optional.of(title) : Optional.empty();
  }
}
