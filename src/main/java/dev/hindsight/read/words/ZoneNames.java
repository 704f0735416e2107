package dev.hindsight.read.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names that people use for time zones: abbreviations, offsets, regions such as `Europe/Berlin`,
/// and places. `zones.properties` lists those that Java does not know.
public final class ZoneNames {
  private static final Properties NAMES = new Properties();

  /// Regions by their place in upper case: `NEW YORK`.
  private static final Map<String, String> PLACES = new HashMap<>();

  private static final Pattern PLACE =
      Pattern.compile("(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/([^/]+)");

  static {
    try (InputStream in = ZoneNames.class.getResourceAsStream("zones.properties")) {
      NAMES.load(in);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    for (String id : ZoneId.getAvailableZoneIds()) {
      Matcher place = PLACE.matcher(id);
      if (place.matches()) {
        PLACES.put(place.group(1).replace('_', ' ').toUpperCase(Locale.ROOT), id);
      }
    }
  }

  /// `+5:45` and `-7`, but not the `-11:30` of `10:00 UTC-11:30`, which is the end of a range.
  private static final String OFFSET =
      "(?:\\s?\\+\\s?\\d{1,2}(?::?[0-5]\\d)?"
          + "|[-−](?:0?\\d(?::?[03]0)?|1[0-2])(?!\\d|:\\d)(?!\\s?(?:UTC|GMT)\\b))";

  /// The usual abbreviations, as part of a regular expression. In text they are in upper case.
  static final String SHORT_NAMES =
      "(?:UTC|GMT)"
          + OFFSET
          + "?|"
          + NAMES.stringPropertyNames().stream()
              .filter(name -> name.matches("[A-Z]{1,4}T|MSK|WIB"))
              .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
              .collect(Collectors.joining("|"));

  /// `US/Pacific`, `America/Argentina/Buenos_Aires`
  static final String REGIONS = "[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_-]+){1,2}";

  /// A name that can be a place.
  static final String PLACE_NAMES = "\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+){0,3}";

  /// Words after the name of a place: `Berlin local time`.
  static final String TIME = "\\s(?:local\\s|standard\\s|summer\\s|daylight\\s)?time\\b";

  private static final Pattern ENDING =
      Pattern.compile("(?:\\s(?:LOCAL|STANDARD|SUMMER|DAYLIGHT))?\\sTIME$");
  private static final Pattern NAME = Pattern.compile("^(?:UTC|GMT)\\s?(?=[+-])");
  private static final Pattern HOURS = Pattern.compile("([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?");

  private ZoneNames() {}

  /// The zone with a name; empty if it is unknown.
  public static Optional<ZoneId> find(String name) {
    String words = ENDING.matcher(name.strip().toUpperCase(Locale.ROOT)).replaceFirst("");
    String known = NAMES.getProperty(words.replace(' ', '_'));
    try {
      if (known != null) {
        return Optional.of(ZoneId.of(known).normalized());
      }
      if (name.contains("/")) {
        return Optional.of(ZoneId.of(name.strip()));
      }
      return offset(words).or(() -> Optional.ofNullable(PLACES.get(words)).map(ZoneId::of));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /// `+2` of `UTC+2`.
  private static Optional<ZoneId> offset(String words) {
    Matcher hours = HOURS.matcher(NAME.matcher(words.replace('−', '-')).replaceFirst(""));
    if (!hours.matches()) {
      return Optional.empty();
    }
    int sign = hours.group(1).equals("-") ? -1 : 1;
    int minutes = hours.group(3) == null ? 0 : Integer.parseInt(hours.group(3));
    return Optional.of(
        ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(hours.group(2)), sign * minutes));
  }
}
