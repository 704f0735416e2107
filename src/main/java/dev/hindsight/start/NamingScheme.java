package dev.hindsight.start;

import dev.hindsight.site.Addresses;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a team forms names from dates, numbers and titles: `INC-2024-0112`, `2024-04-02-dns-ttl`,
/// `PM2021-004 - Title with spaces`.
///
/// @param prefix the letters before, with the separator after them: `INC-`
/// @param joint the separator between the year and what follows
/// @param number of this name; 0 without one
/// @param width the minimum number of digits
/// @param gap the separator before the words; empty without words
/// @param space the separator between words
record NamingScheme(
    Kind kind, String prefix, String joint, int number, int width, String gap, String space) {

  /// The start of a name.
  enum Kind {
    /// `2024-04-02`
    DAY,
    /// `2024-04-02-01`: numbers restart each day.
    NUMBER_OF_DAY,
    /// `2024-04`
    MONTH,
    /// `2024-0112`: numbers may restart each year.
    NUMBER_OF_YEAR,
    /// `001`
    NUMBER,
    /// Only words.
    WORDS
  }

  private static final Pattern DAY =
      Pattern.compile(
          "(?<prefix>\\p{L}{1,20}[-_ ]?)?"
              + "(?:19|20)\\d{2}(?<joint>[-_.]?)(?:0[1-9]|1[0-2])\\k<joint>(?:0[1-9]|[12]\\d|3[01])"
              + "(?:(?<gap>[-_.])(?<number>\\d{1,4}))?(?!\\d)(?<rest>.*)");
  private static final Pattern NUMBER_OF_YEAR =
      Pattern.compile(
          "(?<prefix>\\p{L}[\\p{L}_ -]{0,30}?)?(?:19|20)\\d{2}(?<joint>[-_.])"
              + "(?<number>\\d{2,6})(?!\\d)(?<rest>.*)");

  /// After a word, a number only counts if the word says so. `postgres-14` has none, and neither
  /// has the day of `06-11-2023`.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<prefix>(?:\\p{Lu}{2,10}|(?i:incident|inc|post-?mortem|pm|rca|pir|report))[-_ #]?)?"
              + "(?<number>\\d{1,6})(?!\\d|-\\d{2}-\\d{4})(?<rest>.*)");

  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\p{Cntrl}\\\\/:*?\"<>|]+");
  private static final int LONGEST_WORDS = 60;

  /// Splits a name.
  static NamingScheme of(String name) {
    Matcher day = DAY.matcher(name);
    if (day.matches()) {
      boolean isCounted = day.group("number") != null;
      return isCounted
          ? counted(Kind.NUMBER_OF_DAY, day, day.group("joint"), day.group("number"))
              .withGapBeforeNumber(day.group("gap"))
          : form(Kind.DAY, prefix(day), day.group("joint"), 0, 0, day.group("rest"));
    }
    Matcher ofYear = NUMBER_OF_YEAR.matcher(name);
    if (ofYear.matches()) {
      String number = ofYear.group("number");
      boolean isMonth = prefix(ofYear).isEmpty() && number.matches("0[1-9]|1[0-2]");
      return isMonth
          ? form(Kind.MONTH, "", ofYear.group("joint"), 0, 0, ofYear.group("rest"))
          : counted(Kind.NUMBER_OF_YEAR, ofYear, ofYear.group("joint"), number);
    }
    Matcher number = NUMBER.matcher(name);
    return number.matches()
        ? counted(Kind.NUMBER, number, "", number.group("number"))
        : form(Kind.WORDS, "", "", 0, 0, name);
  }

  private static NamingScheme counted(Kind kind, Matcher found, String joint, String number) {
    return form(
        kind, prefix(found), joint, Integer.parseInt(number), number.length(), found.group("rest"));
  }

  private static String prefix(Matcher found) {
    return found.group("prefix") == null ? "" : found.group("prefix");
  }

  private static NamingScheme form(
      Kind kind, String prefix, String joint, int number, int width, String rest) {
    Tail tail = Tail.of(rest);
    return new NamingScheme(kind, prefix, joint, number, width, tail.gap(), tail.space());
  }

  /// The number of a day has its own separator, which is stored in the joint.
  private NamingScheme withGapBeforeNumber(String sign) {
    return new NamingScheme(kind, prefix, joint + sign, number, width, gap, space);
  }

  /// The words after a date or a number.
  ///
  /// @param gap the separator before them; empty without words
  /// @param space the separator between them
  record Tail(String gap, String space) {
    static Tail of(String rest) {
      Matcher start = GAP.matcher(rest);
      String gap = start.lookingAt() ? start.group() : "";
      String words = rest.substring(gap.length());
      // If there is only one word, the separator before it is used.
      String shown = words.matches("[\\p{L}\\p{N}]+") ? gap : words;
      String space = shown.contains(" ") ? " " : shown.contains("_") ? "_" : "-";
      return words.isBlank() ? new Tail("", "-") : new Tail(gap.isEmpty() ? "-" : gap, space);
    }

    /// A title in the form of this tail.
    String write(String title) {
      return gap.isEmpty() ? "" : gap + words(title, space);
    }
  }

  /// Whether another name has the same form.
  boolean isLike(NamingScheme other) {
    return kind == other.kind
        && prefix.equalsIgnoreCase(other.prefix)
        && joint.equals(other.joint)
        && hasWords() == other.hasWords();
  }

  boolean hasWords() {
    return !gap.isEmpty();
  }

  boolean isCounted() {
    return switch (kind) {
      case NUMBER, NUMBER_OF_YEAR, NUMBER_OF_DAY -> true;
      case DAY, MONTH, WORDS -> false;
    };
  }

  /// The year or day in which a name's number counts. Names that are numbered together have the
  /// same period.
  String period(LocalDate date) {
    return switch (kind) {
      case NUMBER_OF_YEAR -> String.valueOf(date.getYear());
      case NUMBER_OF_DAY -> day(date, joint.substring(0, joint.length() - 1));
      case DAY, MONTH, NUMBER, WORDS -> "";
    };
  }

  /// What comes before the number in names of one period.
  private String lead(LocalDate date) {
    return switch (kind) {
      case NUMBER_OF_YEAR -> prefix + date.getYear() + joint;
      case NUMBER_OF_DAY -> prefix + period(date) + joint.substring(joint.length() - 1);
      case DAY -> prefix + day(date, joint);
      case MONTH ->
          prefix + date.toString().substring(0, 4) + joint + date.toString().substring(5, 7);
      case NUMBER -> prefix;
      case WORDS -> "";
    };
  }

  /// The number of a name, if it counts in the period of a date.
  OptionalInt numberIn(String name, LocalDate date) {
    Pattern form =
        Pattern.compile(
            Pattern.quote(lead(date)) + "(\\d{1,6})(?!\\d).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    Matcher found = form.matcher(name);
    return found.matches() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }

  /// The name in this form.
  ///
  /// @param number not used if the form has none
  String write(LocalDate date, int number, String title) {
    String digits =
        isCounted() ? String.format(Locale.ROOT, "%0" + Math.max(1, width) + "d", number) : "";
    return kind == Kind.WORDS
        ? words(title, space)
        : lead(date) + digits + new Tail(gap, space).write(title);
  }

  private static String day(LocalDate date, String joint) {
    return date.toString().replace("-", joint);
  }

  /// A title as part of a file name, cut at the end of a word.
  static String words(String title, String space) {
    String words =
        space.equals(" ")
            ? NOT_IN_NAMES.matcher(title).replaceAll(" ").replaceAll("\\s+", " ").strip()
            : Addresses.slug(title).replace("-", space);
    if (words.length() <= LONGEST_WORDS) {
      return words.replaceFirst("[. ]+$", "");
    }
    int end = words.lastIndexOf(space, LONGEST_WORDS);
    int cut = end > 0 ? end : words.offsetByCodePoints(0, words.codePointCount(0, LONGEST_WORDS));
    return words.substring(0, cut).replaceFirst("[. ]+$", "");
  }
}
