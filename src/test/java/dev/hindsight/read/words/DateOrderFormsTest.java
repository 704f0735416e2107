package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.markdown.Markdown;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Only a date in running text tells the order of its numbers; where none does, the configuration
/// decides.
class DateOrderFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          26/11/23                        | false | true
          26-11-2023                      | false | true
          11/26/23                        | true  | false
          31/12/2023                      | false | true
          **26/11/2023**                  | false | true
          on 26/11/2023.                  | false | true
          06/11/2023                      | true  | true
          06/11/2023                      | false | false
          11/11/2023                      | true  | true
          no date                         | true  | true
          26/11/2023 and 11/26/2023       | true  | true
          26/11/2023 and 11/26/2023       | false | false
          06/07/2023 and 2023-12-07       | true  | true
          06/07/2023 and 2023-06-07       | true  | false
          26/11/2023, 06/07/2023 and 2023-06-07 | false | true
          12/31/2023                      | true  | false
          1/26/11/2023                    | false | false
          1-26-11-2023                    | false | false
          26-11-2023-4                    | false | false
          32/06/2023                      | false | false
          06/32/2023                      | true  | true
          26-11/2023                      | false | false
          126/11/2023                     | false | false
          1.26/11/2023                    | false | false
          26/11/20231                     | false | false
          26/11/2023/4                    | false | false
          `26/11/2023`                    | false | false
          """)
  void tellTheOrderOrNot(String text, boolean configured, boolean isDayFirst) {
    assertEquals(isDayFirst, DateOrder.isDayFirst("", Markdown.parse(text), List.of(), configured));
  }
}
