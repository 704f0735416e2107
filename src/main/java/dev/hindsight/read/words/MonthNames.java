package dev.hindsight.read.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The names of months: in English also short (`Sept.`), in other languages in full.
public final class MonthNames {
  /// What English names begin with, as alternatives of a regular expression.
  public static final String ENGLISH_STEMS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

  private static final List<String> ENGLISH = List.of(ENGLISH_STEMS.split("\\|"));

  /// What does not begin like the English name. German and Dutch, French, Spanish, Portuguese,
  /// Italian, Russian.
  private static final List<String> OTHERS =
      List.of(
          "jänner janv enero gennaio января",
          "februar fév févr février fevrier fevereiro febbraio февраля",
          "märz maart mrt março марта",
          "avril avr abril апреля",
          "mai mei mayo maio maggio мая",
          "juin juni junio junho giugno июня",
          "juli juillet juil julio julho luglio июля",
          "août aout agosto августа",
          "septiembre setembro settembre сентября",
          "oktober okt outubro ottobre октября",
          "noviembre ноября",
          "dezember dez décembre déc decembre diciembre dezembro dicembre декабря");

  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    for (int i = 0; i < OTHERS.size(); i++) {
      for (String name : OTHERS.get(i).split(" ")) {
        NUMBERS.put(name, i + 1);
      }
    }
  }

  private static final String FULL_ENGLISH =
      "january|february|march|april|may|june|july|august|september|october|november|december";

  /// A name in full or short, as a regular expression with one group.
  static final String ANY =
      "("
          + NUMBERS.keySet().stream()
              .sorted((one, other) -> Integer.compare(other.length(), one.length()))
              .map(name -> name + "(?!\\p{L})")
              .collect(Collectors.joining("|"))
          + "|(?:"
          + ENGLISH_STEMS
          + ")[a-z]{0,6})\\.?";

  /// A name that a year may follow.
  static final String FULL =
      "("
          + FULL_ENGLISH
          + "|"
          + NUMBERS.keySet().stream()
              .sorted((one, other) -> Integer.compare(other.length(), one.length()))
              .collect(Collectors.joining("|"))
          + ")";

  private MonthNames() {}

  /// The number of a month, from 1.
  ///
  /// @param name as [#ANY] or [#FULL] has found it
  static int number(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Integer number = NUMBERS.get(lower);
    return number == null ? 1 + ENGLISH.indexOf(lower.substring(0, 3)) : number;
  }
}
