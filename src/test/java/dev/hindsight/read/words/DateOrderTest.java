package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.markdown.Markdown;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A report tells by its own dates which number is the day, else the configuration does.
class DateOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          07/07/2025 and 15/08/2025                | true
          07/06/2025 and 08/15/2025                | false
          06-11-2023, which is 2023-11-06          | true
          06-11-2023, which is 2023-06-11          | false
          06/11/2023 alone                         | false
          version 1.13.2, 10.0.0.1 and 12/24/36/48 | false
          15/08/2025 and 08/15/2025                | false
          """)
  void ofAReport(String text, boolean isDayFirst) {
    assertEquals(isDayFirst, DateOrder.isDayFirst("", Markdown.parse(text), List.of(), false));
    assertEquals(
        isDayFirst, DateOrder.isDayFirst("", Markdown.parse(""), List.of("x", text), false));
  }
}
