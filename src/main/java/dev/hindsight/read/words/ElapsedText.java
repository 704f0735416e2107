package dev.hindsight.read.words;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.MatchResult;

/// The minutes of a time relative to the start: `T+0:05`, `T-2h`, `T+90s`.
final class ElapsedText {
  private ElapsedText() {}

  private static long minutesBeside(MatchResult offset) {
    String minutes = offset.group(5) == null ? offset.group(6) : offset.group(5);
    return minutes == null ? 0 : Long.parseLong(minutes);
  }

  static OptionalLong minutes(MatchResult offset) {
    long sign = offset.group().matches("(?s)T\\s?[−-].*") ? -1 : 1;
    if (offset.group(1) != null) {
      return OptionalLong.of(
          sign * (Long.parseLong(offset.group(1)) * 60 + Long.parseLong(offset.group(2))));
    }
    if (offset.group(3) == null) {
      return OptionalLong.of(0);
    }
    long amount = Long.parseLong(offset.group(3));
    String unit = offset.group(4) == null ? "m" : offset.group(4).toLowerCase(Locale.ROOT);
    long minutes =
        switch (unit.charAt(0)) {
          case 'd' -> amount * 1440;
          case 'h' -> amount * 60 + minutesBeside(offset);
          case 's' -> amount / 60;
          default -> amount;
        };
    return OptionalLong.of(sign * minutes);
  }
}
