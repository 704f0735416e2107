package dev.hindsight.site.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The closest match is what somebody probably meant, or nothing.
class ClosestMatchTest {

  @ParameterizedTest
  @CsvSource({
    "title, title, 0",
    "title, titel, 1",
    "title, tite, 1",
    "title, titlle, 1",
    "title, tutle, 1",
    "title, itlte, 2",
    "abcd, badc, 2",
    "ca, abc, 3",
    "'', abc, 3",
    "abc, '', 3",
    "title, systems, 6"
  })
  void countsEdits(String a, String b, int distance) {
    assertEquals(distance, ClosestMatch.distance(a, b));
    assertEquals(distance, ClosestMatch.distance(b, a));
  }

  @ParameterizedTest
  @CsvSource({
    "titel, title",
    "system, systems",
    "sectoins, sections",
    "dates, date",
    "gat, gate",
    "gt, none",
    "sistoms, systems",
    "sostom, none",
    "color, none",
    "cate, date"
  })
  void allowsAThirdOfTheLettersToDiffer(String word, String match) {
    List<String> known = List.of("title", "systems", "sections", "date", "gate");
    assertEquals(match, ClosestMatch.to(word, known).orElse("none"));
  }
}
