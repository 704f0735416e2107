package dev.hindsight.read.words;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads durations: `30 minutes of degraded service`, `2h 15m`, `1 day, 3 hours`.
public final class DurationText {
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(?:\\s|,|(?:and|und|et|y|e|и)\\b)*(\\d{1,6}(?:\\.\\d+)?)\\s?\\+?\\s?(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m"
              + "|seconds?|secs?|s|週間|日間?|時間|分間?|分钟|小时"
              + "|wochen?|tagen?|stunden?|std\\.?|minuten?|min\\.|sekunden?"
              + "|semaines?|jours?|heures?|secondes?|semanas?|d[ií]as?|horas?|minutos?|segundos?"
              + "|settimane|giorn[oi]|or[ae]|minut[oi]|uur|uren|dagen|dag"
              + "|недел[ьяи]|дн(?:ей|я)|день|час(?:ов|а)?|минут[аы]?|주|일|시간|분)(?![\\p{L}/])");
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)[\\s*_]*(?:~|≈|>|<|about|around|approximately|approx\\.?|over|nearly|almost|up to|約|约)?\\s*");

  /// ISO 8601, as in exports of incident tools: `PT1H30M`.
  private static final Pattern ISO =
      Pattern.compile(
          "(?i)P(?=T?\\d)(?:\\d{1,6}D)?(?:T(?=\\d)(?:\\d{1,6}H)?(?:\\d{1,6}M)?(?:\\d{1,6}(?:\\.\\d+)?S)?)?(?!\\w)");

  /// The 30 of `1h30`.
  private static final Pattern MINUTES_OF_HOUR = Pattern.compile("[0-5]\\d(?![\\w:.])");

  /// Separates start and end of an incident from its duration: `02:45 → 11:05 ≈ 8h 20m`.
  private static final Pattern RESULT = Pattern.compile("[≈=(]");

  private static final List<String> WORDS =
      List.of(
          "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  /// A number as a word, including the `an` of `an hour`.
  private static final Pattern WORD =
      Pattern.compile(
          "(?i)\\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\\s+(?:minute|hour|day|week)s?\\b)");

  private DurationText() {}

  /// The minutes that a text states at its start, or after a range; empty if it states none.
  public static OptionalLong minutes(String text) {
    OptionalLong first = at(text, 0);
    Matcher result = RESULT.matcher(text);
    while (first.isEmpty() && result.find()) {
      first = at(text, result.end());
    }
    return first;
  }

  /// A text with numbers as digits instead of words: `7 hours` for `seven hours`.
  public static String digits(String text) {
    return WORD.matcher(text)
        .replaceAll(word -> {
          int number = WORDS.indexOf(word.group(1).toLowerCase(Locale.ROOT));
          return String.valueOf(Math.max(1, number));
        });
  }

  private static OptionalLong at(String text, int start) {
    Matcher lead = LEAD.matcher(text).region(start, text.length());
    int from = lead.lookingAt() ? lead.end() : start;
    Matcher iso = ISO.matcher(text).region(from, text.length());
    if (iso.lookingAt()) {
      return OptionalLong.of(Duration.parse(iso.group().toUpperCase(Locale.ROOT)).toMinutes());
    }
    Matcher part = PART.matcher(text);
    double minutes = 0;
    boolean any = false;
    while (part.region(from, text.length()).lookingAt()) {
      minutes += Double.parseDouble(part.group(1)) * unit(part.group(2).toLowerCase(Locale.ROOT));
      any = true;
      from = part.end();
      Matcher rest = MINUTES_OF_HOUR.matcher(text).region(from, text.length());
      if (part.group(2).equalsIgnoreCase("h") && rest.lookingAt()) {
        minutes += Integer.parseInt(rest.group());
        from = rest.end();
      }
    }
    return any ? OptionalLong.of(Math.round(minutes)) : OptionalLong.empty();
  }

  private static double unit(String name) {
    return switch (name) {
      case "日",
          "日間",
          "일",
          "tag",
          "tage",
          "tagen",
          "jour",
          "jours",
          "giorno",
          "giorni",
          "день",
          "дня",
          "дней" ->
          1440;
      case "時間", "小时", "시간", "ora", "ore", "uur", "uren", "час", "часа", "часов" -> 60;
      case "分", "分間", "分钟", "분", "минут", "минута", "минуты" -> 1;
      case "週間",
          "주",
          "semaine",
          "semaines",
          "semana",
          "semanas",
          "settimane",
          "неделя",
          "недели",
          "недель" ->
          7 * 1440;
      case "stunde", "stunden", "std", "std." -> 60;
      default ->
          switch (name.charAt(0)) {
            case 'w' -> 7 * 1440;
            case 'd' -> 1440;
            case 'h' -> 60;
            case 's' -> 1 / 60.0;
            default -> 1;
          };
    };
  }
}
