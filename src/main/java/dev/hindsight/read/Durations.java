package dev.hindsight.read;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads lengths of time: `30 minutes of degraded service`, `2h 15m`, `1 day, 3 hours`.
final class Durations {
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(?:\\s|,|and)*(\\d{1,6})\\s?(days?|d|hours?|hrs?|h|minutes?|mins?|m)\\b");
  private static final Pattern LEAD =
      Pattern.compile("(?i)\\s*(?:~|≈|about|around|approximately|approx\\.?)?\\s*");

  private Durations() {}

  /// The minutes that a text begins with; empty where it begins with something else.
  static OptionalLong minutes(String text) {
    Matcher lead = LEAD.matcher(text);
    int from = lead.lookingAt() ? lead.end() : 0;
    Matcher part = PART.matcher(text);
    long minutes = 0;
    boolean any = false;
    while (part.region(from, text.length()).lookingAt()) {
      long amount = Long.parseLong(part.group(1));
      minutes +=
          switch (Character.toLowerCase(part.group(2).charAt(0))) {
            case 'd' -> amount * 24 * 60;
            case 'h' -> amount * 60;
            default -> amount;
          };
      any = true;
      from = part.end();
    }
    return any ? OptionalLong.of(minutes) : OptionalLong.empty();
  }
}
