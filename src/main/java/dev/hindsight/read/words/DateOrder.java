package dev.hindsight.read.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Decides whether `06/11/2023` is in November from the report itself: from a date of that form
/// with a number above twelve, from the same date in an unambiguous form, or from a folder
/// `2023/11`. If that settles nothing, the configuration or other reports decide.
public final class DateOrder {
  private static final Pattern NUMERIC =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/-])");
  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");

  private static final Pattern FOLDER = Pattern.compile("(?:^|/)\\d{4}[/-](\\d{1,2})/");
  private static final String MONTH = "(" + MonthNames.ENGLISH_STEMS + ")[a-z]*\\.?";
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?"
              + MONTH
              + "|"
              + MONTH
              + "\\s+(\\d{1,2})(?:st|nd|rd|th)?)\\b",
          Pattern.CASE_INSENSITIVE);

  private final List<String> texts = new ArrayList<>();
  private final Set<List<Integer>> unclear = new HashSet<>();
  private int dayFirst;
  private int monthFirst;

  private DateOrder() {}

  /// How many dates of a report are to be read in each order.
  public record Votes(int dayFirst, int monthFirst) {
    public boolean isDayFirst() {
      return dayFirst > monthFirst;
    }

    public boolean isMonthFirst() {
      return monthFirst > dayFirst;
    }
  }

  /// The order that a report uses.
  ///
  /// @param path of its file below the folder of reports
  /// @param texts values of front matter
  /// @param otherwise the order where the report does not tell
  public static boolean isDayFirst(
      String path, Node document, List<String> texts, boolean otherwise) {
    DateOrder order = new DateOrder();
    order.look(path);
    texts.forEach(order::look);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            order.look(text.getLiteral());
          }
        });
    Votes votes = order.votes(path);
    return votes.isDayFirst() || (otherwise && !votes.isMonthFirst());
  }

  /// What a report tells.
  ///
  /// @param path of its file below the folder of reports
  public static Votes votes(String path, String text) {
    DateOrder order = new DateOrder();
    order.look(path);
    order.look(text);
    return order.votes(path);
  }

  /// Counts the numeric dates of a text. Looks only where a separator stands between two digits, as
  /// most texts have none.
  private void look(String text) {
    texts.add(text);
    Matcher numeric = NUMERIC.matcher(text).useTransparentBounds(true);
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if ((c == '-' || c == '/') && isDigit(text, i - 1) && isDigit(text, i + 1)) {
        int start = isDigit(text, i - 2) ? i - 2 : i - 1;
        if (numeric.region(start, text.length()).lookingAt()) {
          count(Integer.parseInt(numeric.group(1)), Integer.parseInt(numeric.group(3)));
          i = numeric.end() - 1;
        }
      }
    }
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void count(int first, int second) {
    if (first > 12 && first <= 31 && second <= 12) {
      dayFirst++;
    } else if (second > 12 && second <= 31 && first <= 12) {
      monthFirst++;
    } else if (first != second) {
      unclear.add(List.of(first, second));
    }
  }

  private Votes votes(String path) {
    if (dayFirst == 0 && monthFirst == 0 && !unclear.isEmpty()) {
      Set<List<Integer>> clear = clear();
      Optional<Integer> month = monthOfFolder(path);
      for (List<Integer> date : unclear) {
        boolean isSecond = month.equals(Optional.of(date.getLast()));
        boolean isFirst = month.equals(Optional.of(date.getFirst()));
        dayFirst += isSecond || clear.contains(date.reversed()) ? 1 : 0;
        monthFirst += isFirst || clear.contains(date) ? 1 : 0;
      }
    }
    return new Votes(dayFirst, monthFirst);
  }

  private static Optional<Integer> monthOfFolder(String path) {
    Matcher folder = FOLDER.matcher(path);
    return folder.find() ? Optional.of(Integer.parseInt(folder.group(1))) : Optional.empty();
  }

  /// Month and day of all unambiguous dates.
  private Set<List<Integer>> clear() {
    Set<List<Integer>> clear = new HashSet<>();
    for (String text : texts) {
      Matcher iso = ISO.matcher(text);
      while (iso.find()) {
        clear.add(List.of(Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3))));
      }
      Matcher day = NAMED.matcher(text);
      while (day.find()) {
        boolean isDayBefore = day.group(1) != null;
        String month = isDayBefore ? day.group(2) : day.group(3);
        String number = isDayBefore ? day.group(1) : day.group(4);
        clear.add(List.of(MonthNames.number(month), Integer.parseInt(number)));
      }
    }
    return clear;
  }
}
