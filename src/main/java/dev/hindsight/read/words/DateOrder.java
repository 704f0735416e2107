package dev.hindsight.read.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Decides whether `06/11/2023` is in November from the report itself: from a date of that form
/// with a number above twelve, or from the same date in an unambiguous form. If that settles
/// nothing, the configuration decides.
public final class DateOrder {
  private static final Pattern NUMERIC =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/-])");
  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");

  private final List<String> dated = new ArrayList<>();
  private final Set<List<Integer>> unclear = new HashSet<>();
  private int dayFirst;
  private int monthFirst;

  private DateOrder() {}

  /// The order that a report uses.
  ///
  /// @param texts outside of the document: values of front matter, the file's path
  /// @param configured the order if the report does not settle it
  public static boolean isDayFirst(Node document, List<String> texts, boolean configured) {
    DateOrder order = new DateOrder();
    texts.forEach(order::look);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            order.look(text.getLiteral());
          }
        });
    return order.isDayFirst(configured);
  }

  /// The position of the first separator between two digits that may belong to a date; -1 if there
  /// is none. Most texts have none, and this check is faster than searching for dates.
  private static int separator(String text) {
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if ((c == '-' || c == '/')
          && Character.isDigit(text.charAt(i - 1))
          && Character.isDigit(text.charAt(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  private void look(String text) {
    int separator = separator(text);
    if (separator < 0) {
      return;
    }
    dated.add(text);
    Matcher numeric = NUMERIC.matcher(text);
    // At most two digits come before it.
    boolean found = numeric.find(Math.max(0, separator - 2));
    for (; found; found = numeric.find()) {
      int first = Integer.parseInt(numeric.group(1));
      int second = Integer.parseInt(numeric.group(3));
      if (first > 12 && first <= 31 && second <= 12) {
        dayFirst++;
      } else if (second > 12 && second <= 31 && first <= 12) {
        monthFirst++;
      } else if (first != second) {
        unclear.add(List.of(first, second));
      }
    }
  }

  private boolean isDayFirst(boolean configured) {
    if (dayFirst == 0 && monthFirst == 0 && !unclear.isEmpty()) {
      Set<List<Integer>> clear = clear();
      for (List<Integer> date : unclear) {
        dayFirst += clear.contains(date.reversed()) ? 1 : 0;
        monthFirst += clear.contains(date) ? 1 : 0;
      }
    }
    return dayFirst == monthFirst ? configured : dayFirst > monthFirst;
  }

  /// Month and day of all unambiguous dates.
  private Set<List<Integer>> clear() {
    Set<List<Integer>> clear = new HashSet<>();
    for (String text : dated) {
      Matcher iso = ISO.matcher(text);
      while (iso.find()) {
        clear.add(List.of(Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3))));
      }
    }
    return clear;
  }
}
