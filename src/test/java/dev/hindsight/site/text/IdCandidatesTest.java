package dev.hindsight.site.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A word that may be an id has a letter, a digit and a hyphen or an underscore.
class IdCandidatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INC-2024-0089                  | INC-2024-0089
          see INC-2024-0089.             | INC-2024-0089
          [[PM2021-004]]                 | PM2021-004
          a_1                            | a_1
          1-a                            | 1-a
          INC-2024-0089-                 | INC-2024-0089
          -INC-2024-0089                 | INC-2024-0089
          __a_1__                        | a_1
          a--1                           | a--1
          障害-7                          | 障害-7
          'INC-1, INC-2 and INC-3'       | INC-1 INC-2 INC-3
          INC-1/INC-2                    | INC-1 INC-2
          2024-03-15                     | ''
          x-ray                          | ''
          v2                             | ''
          #12                            | ''
          a - 1                          | ''
          -                              | ''
          ''                             | ''
          """)
  void areFoundInText(String text, String words) {
    assertEquals(
        words,
        IdCandidates.in(text).stream()
            .map(IdCandidates.Word::text)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void haveTheirPositions() {
    assertEquals(
        List.of(new IdCandidates.Word("INC-1", 4, 9), new IdCandidates.Word("a_2", 12, 15)),
        IdCandidates.in("see INC-1, _a_2_"));
  }

  @Test
  void areNotLongerThanAnyId() {
    assertEquals(1, IdCandidates.in("a-1" + "x".repeat(197)).size());
    assertEquals(0, IdCandidates.in("a-1" + "x".repeat(198)).size());
  }
}
