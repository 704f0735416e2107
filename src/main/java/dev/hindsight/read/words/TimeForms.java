package dev.hindsight.read.words;

import java.util.regex.Pattern;

/// The forms in which people write days, times of day, zones and ranges. [TimeScanner] tries them
/// one after the other.
final class TimeForms {
  private static final String MONTHS = MonthNames.ANY;
  static final String DIGITS = "0123456789";
  private static final String SPACE = " \t\n\u000B\f\r";

  /// A part of a time.
  ///
  /// @param first the ASCII characters that it can begin with, so that it is tried nowhere else
  record Form(String first, Pattern pattern) {
    boolean mayBeginWith(char c) {
      return c >= 128 || first.indexOf(c) >= 0;
    }
  }

  static final Pattern LEAD =
      pattern(
          "\\s*[\\[(]?\\s*(?:(?:by|at|from|since|on|um|gegen|ab|vers|kl|klo)\\b\\.?\\s*|(?:à|às|a las)\\s+)?"
              + "(?:[~≈∼≃]|(?:ca|circa|around|about|approx|approximately|roughly)\\b\\.?|約|约|大约)?\\s*");
  static final Form WEEKDAY =
      form(
          "mtwfsMTWFS",
          "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?(?:,\\s*|\\s+)\\(?(?:the\\s+)?");
  static final Form DAY_NUMBER = form("dD", "(?:day|d)\\s?\\+?(-?\\d{1,3})(?![\\w:])");
  static final Form ISO = form(DIGITS, "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");

  /// A placeholder for an unknown time: `2022-02-?? ??:??`, `2X:XX`, or `HH:mm` of a template.
  static final Form UNKNOWN =
      form(
          DIGITS + "?xXhHyY-",
          "\\d{4}[-/.](?:\\d{1,2}|\\?\\?)[-/.]\\?\\?(?:[T ]\\s*[\\d?]{2}[:：][\\d?]{2})?"
              + "|[\\d?X][?X][:：][\\d?X]{2}|(?:YYYY-MM-DD\\s+)?HH:MM(?::SS)?\\b|YYYY-MM-DD\\b|--:--");

  static final Form HAN = form(DIGITS, "(?:(\\d{4})[年년]\\s?)?(\\d{1,2})[月월]\\s?(\\d{1,2})[日일]");

  /// The 24 of `5 May 24`. It is a year only if the text after it shows that it is not a number of
  /// something.
  private static final String SHORT_YEAR =
      "(?:\\d{4}|['’]\\d{2}|[1-4]\\d(?=\\s*(?:$|[,;)\\]]|:(?![\\d?])|\\s[-–—]\\s|at\\b|\\d{1,2}[:.h]\\d{2})))(?!\\d|[:.][\\d?])";

  static final Form MONTH_FIRST =
      form(
          "jfmasondJFMASOND",
          MONTHS
              + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d)(?:\\s?[-–—]\\s?\\d{1,2}(?:st|nd|rd|th)?(?![\\d:]))?"
              + "(?:(?:,?\\s+)("
              + SHORT_YEAR
              + "))?");
  static final Form DAY_FIRST =
      form(
          DIGITS,
          "(\\d{1,2})(?:st|nd|rd|th|er|[º°ª]|\\.(?=\\s+\\p{L}+\\.?,?\\s+\\d))?"
              + "(?:\\s?[-–—/]\\s?\\d{1,2}(?:st|nd|rd|th)?(?=\\s))?(?:\\s+(?:(?:of|de|di)\\s+)?|-)"
              + MONTHS
              + "(?!\\p{L})(?:(?:,?\\s+(?:(?:de|del|di)\\s+)?|-)("
              + SHORT_YEAR
              + "))?");
  static final Form NUMERIC =
      form(DIGITS, "(\\d{1,2})(?:([/.])(\\d{1,2})\\2(\\d{4}|\\d{2})|-(\\d{1,2})-(\\d{4}))(?!\\d)");

  /// `03-26 23:04`. Without a time of day after it, it could be anything.
  static final Form SHORT = form(DIGITS, "(\\d{2})-(\\d{2})(?=\\s+\\d{1,2}:\\d{2})");

  /// The end of a range of days: `2026-07-19 → 21`.
  static final Form LAST_DAY =
      form(
          SPACE + ".-",
          "\\s?(?:→|\\.\\.|[-–—])\\s?(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2})(?=\\s*(?:[:：|,)]|$|\\s[-–—]\\s))");

  static final Pattern BETWEEN =
      pattern(
          "\\s*(?:[T,·@–—-]\\s*)?(?:(?:at|from|between|um)\\b\\s*)?(?:[~≈]|(?:ca|circa|around|about|approx|approximately|roughly)\\b\\.?)?\\s*");
  static final Form CLOCK =
      form(
          DIGITS,
          "([01]?\\d|2\\d)(?:[:：]|\\.(?=[0-5]\\d\\s?[ap]\\.?m\\b))([0-5]\\d|\\?\\?)(?:[:：]([0-5]\\d)(?:[.,]\\d+)?)?(?!\\d)"
              + "(?:\\s?([ap])\\.?m\\b\\.?|([ap])\\b)?");

  /// `10h05`, `10 h 05`, `10u05`, `14 Uhr 30`, and `10h` before a colon or a dash.
  static final Form HOURS =
      form(
          DIGITS,
          "([01]?\\d|2\\d)\\s?(?:[hu]\\s?([0-5]\\d)(?!\\d|\\s?m)|h(?=\\s*[:–—]|\\s+-\\s)|uhr\\b(?:\\s([0-5]\\d)\\b)?)");

  /// `午後3時15分`, `10時20分`, `午前 9:10`
  static final Form HAN_CLOCK =
      form(
          SPACE + DIGITS,
          "(午前|午後|上午|下午|晚上|凌晨)?\\s?(\\d{1,2})(?:[時点时](?:(\\d{1,2})分?)?|[:：](\\d{2}))");

  /// Words after a time of day that do not change it.
  static final Form AFTER_CLOCK = form(SPACE + "hHuU", "頃|ごろ|過ぎ|左右|\\s?(?:h|hrs|uhr|uur)\\b\\.?");

  /// `1445Z`
  static final Form FOUR_DIGITS =
      form(DIGITS, "([01]\\d|2[0-3])([0-5]\\d)(?=\\s?(?:Z|UTC|GMT|h|hrs)\\b)");

  /// `1600`. It is a time only after a date, and if the text after it shows that it is not a number
  /// of something.
  static final Form COMPACT =
      form(
          DIGITS,
          "([01]\\d|2[0-3])([0-5]\\d)(?=\\s*(?:$|[:,;)\\]|]|\\s[-–—]\\s|(?:CES?T|BST|[ECMP][SD]?T|JST|IST)\\b))");

  /// The 9 of `9 to 11 AM`, in a sentence.
  static final Form BARE_HOUR =
      form(
          DIGITS,
          "(1[0-2]|[1-9])(?=\\s*(?:[-–—]|to\\b|and\\b|until\\b)\\s*(?:(?:about|around)\\s)?(?:1[0-2]|[1-9])(?::[0-5]\\d)?\\s?[ap]\\.?m\\b)");

  static final Form DOTTED =
      form(DIGITS, "([01]?\\d|2[0-3])\\.([0-5]\\d)(?![\\d%]|\\.\\d|\\s?(?:ms|s|[kmg]i?b)\\b)");
  static final Form HOUR = form(DIGITS, "(1[0-2]|0?[1-9])\\s?([ap])\\.?m\\b\\.?");
  static final Form OFFSET =
      form(
          "tT",
          "T\\s?(?:0\\b|[+−-]\\s?(?:(\\d{1,3}):(\\d{2})(?::\\d{2})?|(\\d{1,4})\\s?"
              + "(d|days?|h(?=\\d)|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)?(?:(?<=h)(\\d{1,2})|\\b(?:\\s?(\\d{1,2})\\s?m(?:in)?\\b)?)(?![a-z\\d])))");
  static final Form ZONE =
      new Form(
          SPACE + "([+ABCDEFGHIJKLMNOPQRSTUVWXYZz",
          Pattern.compile(
              "\\s?[(\\[]?("
                  + ZoneNames.SHORT_NAMES
                  + "|Z|(?<=\\d)z(?![a-z])|London|"
                  + ZoneNames.REGIONS
                  + "|(?<=\\s)[+]\\d{2}:?\\d{2})(?![\\w/])(?:\\s?\\(((?:UTC|GMT)[+-]\\d{1,2}(?::?\\d{2})?)\\))?[)\\]]?"));

  /// `(Berlin)`, `Berlin time`
  static final Form PLACE =
      new Form(
          SPACE + "([",
          Pattern.compile(
              "\\s?(?:[(\\[]\\s?("
                  + ZoneNames.PLACE_NAMES
                  + ")(?:(?i:"
                  + ZoneNames.TIME
                  + "))?\\s?[)\\]]|("
                  + ZoneNames.PLACE_NAMES
                  + "?)(?i:"
                  + ZoneNames.TIME
                  + "))"));

  /// `2024-04-02T14:45-07:00`. Anywhere else it would be the end of a range.
  static final Form OFFSET_ZONE =
      new Form("+-", Pattern.compile("([+-]\\d{2}:?\\d{2})(?![\\w/:])"));

  /// The text between a time and a date after it: `23:55 (Jan 30)`, `10:00 on 7 May`.
  static final Pattern BEFORE_DATE = pattern("\\s*,?\\s*(?:on\\s+)?(?:the\\s+)?\\(?");

  /// The text after a date that follows its time and has no year.
  static final Pattern AFTER_DATE = pattern("\\s*(?:$|[)\\]:：,;.|–—-])");

  static final Form CLOSING = form(SPACE + "])", "\\s*[\\])]");
  static final Form RANGE =
      form(
          SPACE + "-~.tTuUbB",
          "\\s*(?:[-–—~〜～→]+>?|\\.\\.|(?:to|until|till|bis)\\b)\\s*(?:[~≈]|(?:about|around|approximately)\\b)?\\s*");

  /// The text between start and end in a sentence: `between 10:00 and 11:30`, `began at 10:00 and
  /// ended at 11:30`.
  static final Form SENTENCE_RANGE =
      form(
          SPACE + "-~.,tTuUaAbBeE",
          "\\s*,?\\s*(?:[-–—~→]+>?|\\.\\.|(?:to|until|till|through|and|bis|und|et)\\b|à(?=\\s))"
              + "(?:\\s+(?:it\\s+)?(?:was\\s+)?(?:fully\\s+)?(?:end(?:ed|ing)|resolved|restored|recovered|recovering|mitigated|fixed|finish(?:ed|ing)|conclud(?:ed|ing)|last(?:ed|ing)\\s+until|continu(?:ed|ing)\\s+until)\\b)?"
              + "(?:\\s*(?:at|on)\\b)?\\s*(?:[~≈]|(?:about|around|approximately|roughly)\\b)?\\s*");

  private static Form form(String first, String regex) {
    return new Form(first, pattern(regex));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private TimeForms() {}
}
