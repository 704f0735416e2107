package dev.hindsight.read.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A range of time within a sentence: `between 10:00 UTC and 11:30 UTC on 18 July 2024`, `from
/// about 9:15 AM to 2:40 PM PDT`, `(10:00–11:30 UTC)`.
///
/// @param start of the range in the text
/// @param end of the range in the text
public record SentenceRange(int start, int end, TimeText time) {
  /// Words before a range.
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:from|between|von|zwischen|entre|de|beg[ai]n|begins|beginning|start|started|starts|starting)\\s+(?:(?:at|on|from|around|about)\\s+)*(?=[\\p{L}\\d~≈])");

  /// The places where a range can begin without such words.
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)(?:^|(?<=[(:;,|\\n])\\s*|(?<=\\.\\s)|\\b(?:on|at)\\s+)(?=[\\p{L}\\d~≈])");

  /// Dates, with or without their year.
  private static final Pattern DAY =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:\\d{4}-\\d{2}-\\d{2}|(?:"
              + MonthNames.ENGLISH_STEMS
              + ")[a-z]*\\.?\\s\\d{1,2}(?![\\d:])|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?(?:"
              + MonthNames.ENGLISH_STEMS
              + ")[a-z]*)(?![\\w-]|:\\d)");

  /// The ranges of a text, in order. Each has two times of day. A range without such words before
  /// it also has a date or a zone.
  public static List<SentenceRange> in(String text, boolean dayFirst) {
    List<SentenceRange> ranges = new ArrayList<>();
    if (text.chars().noneMatch(Character::isDigit)) {
      return ranges;
    }
    Matcher lead = LEAD.matcher(text);
    for (int from = 0; lead.find(from); ) {
      int start = lead.end();
      from = start;
      Optional<TimeText> time =
          new TimeScanner(rest(text, start), dayFirst, false).rangeOfSentence();
      if (time.filter(SentenceRange::isOfTimes).isPresent()) {
        ranges.add(new SentenceRange(lead.start(), start + time.get().end(), time.get()));
        from = start + time.get().end();
      }
    }
    return ranges.isEmpty() ? plain(text, dayFirst) : ranges;
  }

  private static List<SentenceRange> plain(String text, boolean dayFirst) {
    List<SentenceRange> ranges = new ArrayList<>();
    Matcher place = PLAIN.matcher(text);
    for (int from = 0; from <= text.length() && place.find(from); ) {
      int start = place.end();
      from = start + 1;
      Optional<TimeText> time =
          TimeText.at(rest(text, start), dayFirst)
              .filter(SentenceRange::isOfTimes)
              .filter(found -> found.date().isPresent() || found.zone().isPresent());
      if (time.isPresent()) {
        ranges.add(new SentenceRange(start, start + time.get().end(), time.get()));
        from = start + time.get().end();
      }
    }
    return ranges;
  }

  /// The rest of the text, as far as a time can reach.
  private static String rest(String text, int start) {
    return text.substring(start, Math.min(text.length(), start + 200));
  }

  private static boolean isOfTimes(TimeText time) {
    return time.time().isPresent() && time.until().flatMap(TimeText::time).isPresent();
  }

  /// The date that is nearest to the range: the last before it, else the first after it.
  public Optional<TimeText> day(String text, boolean dayFirst) {
    Optional<TimeText> nearest = Optional.empty();
    Matcher day = DAY.matcher(text);
    while (day.find() && (day.start() < start || nearest.isEmpty())) {
      Optional<TimeText> before = nearest;
      nearest =
          TimeText.at(rest(text, day.start()), dayFirst)
              .filter(time -> time.date().isPresent())
              .or(() -> before);
    }
    return nearest;
  }
}
