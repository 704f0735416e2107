package dev.hindsight.read.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// Names that people use for time zones; `zones.properties` lists them.
public final class ZoneNames {
  /// The usual abbreviations, as part of a regular expression. In text they are in upper case.
  static final String SHORT_NAMES =
      "(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|BST|CES?T|JST|IST|[PMCE][SD]?T|EAT|WAT|CAT|SAST|AES?T|AEDT"
          + "|SGT|KST|HKT";

  private static final Pattern NAME = Pattern.compile("^(?:UTC|GMT)(?=[+-])");

  private static final Properties NAMES = new Properties();

  static {
    try (InputStream in = ZoneNames.class.getResourceAsStream("zones.properties")) {
      NAMES.load(in);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private ZoneNames() {}

  /// `+2` of `UTC+2`.
  private static String withoutName(String zone) {
    return NAME.matcher(zone).replaceFirst("");
  }

  /// The zone with a name; empty if it is unknown.
  public static Optional<ZoneId> find(String name) {
    String known = NAMES.getProperty(withoutName(name.toUpperCase(Locale.ROOT)));
    try {
      if (known != null) {
        ZoneId zone = ZoneId.of(known);
        return Optional.of(zone.normalized());
      }
      return Optional.of(name.contains("/") ? ZoneId.of(name) : ZoneOffset.of(withoutName(name)));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
