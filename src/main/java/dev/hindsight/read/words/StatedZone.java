package dev.hindsight.read.words;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The zone that the text above a timeline states for its times.
final class StatedZone {
  /// Words at the start of a statement about times.
  private static final Pattern TIMES =
      Pattern.compile("\\b[Tt]imes?(?:tamps?)?\\b|\\b(?:Uhrz|Z)eiten\\b|\\b[Hh]eures\\b|時刻|日時");

  /// How far after these words a zone can be, in characters.
  private static final int NEAR = 40;

  private static final String NAMES =
      "(?<![A-Za-z])(?:" + ZoneNames.SHORT_NAMES + "|" + ZoneNames.REGIONS + ")(?![A-Za-z])";

  private static final String IN_PLACE =
      "(?<=\\bin )"
          + ZoneNames.PLACE_NAMES
          + "|"
          + ZoneNames.PLACE_NAMES
          + "?(?i:"
          + ZoneNames.TIME
          + ")";

  private static final Pattern ZONE = Pattern.compile(NAMES + "|" + IN_PLACE);

  private static final Pattern BEHIND_DOT = Pattern.compile("·\\s*(UTC|GMT)\\b");

  /// `(UTC)`, `, UTC`, `(all times in CET)`, `(Berlin time)`, ` in UTC`, and `UTC` at the end.
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:[(（\\[,·:–—-]\\s*(?:(?:all\\s+)?times?(?:\\s+are)?\\s+)?(?:in\\s+)?|\\bin\\s+|\\s(?=[A-Z+:\\d]+$)|^(?=[A-Z+:\\d]+$))("
              + NAMES
              + ")\\s*(?:[)）\\],;]|$|\\s-)");

  private static final Pattern HEADING_PLACE =
      Pattern.compile(
          "[(（\\[]\\s*(?:(?:all\\s+)?times?(?:\\s+are)?\\s+)?(?:in\\s+)?("
              + ZoneNames.PLACE_NAMES
              + "?(?:(?i:"
              + ZoneNames.TIME
              + "))?)\\s*[)）\\],;]");

  private StatedZone() {}

  /// The zone in a heading or a column name: `Timeline (UTC)`.
  static Optional<ZoneId> ofHeading(String heading) {
    return first(HEADING.matcher(heading))
        .or(() -> first(HEADING_PLACE.matcher(heading)))
        .or(() -> of(heading));
  }

  private static Optional<ZoneId> first(Matcher zones) {
    Optional<ZoneId> zone = Optional.empty();
    while (zone.isEmpty() && zones.find()) {
      zone = ZoneNames.find(zones.group(zones.groupCount()));
    }
    return zone;
  }

  /// The zone in a sentence: `All times in UTC`, `Time (JST)`, `times are shown in Berlin time`.
  static Optional<ZoneId> of(String text) {
    Matcher times = TIMES.matcher(text);
    while (times.find()) {
      Matcher zone = ZONE.matcher(text).useTransparentBounds(true);
      zone.region(times.end(), end(text, times.end()));
      while (zone.find() && zone.start() - times.end() <= NEAR) {
        Optional<ZoneId> known = ZoneNames.find(zone.group());
        if (known.isPresent()) {
          return known;
        }
      }
    }
    return first(BEHIND_DOT.matcher(text));
  }

  /// The end of the sentence, or of the characters to search.
  private static int end(String text, int from) {
    int end = from;
    int farthest = Math.min(text.length(), from + 2 * NEAR);
    while (end < farthest && ".\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
