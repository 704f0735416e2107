package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words of each key are found in the spellings that reports have.
class VocabularyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metadata-section | Metadata             | true
          metadata-section | At a glance:         | true
          metadata-section | 1. Key Facts         | true
          metadata-section | 基本情報               | true
          metadata-section | Impact               | false
          time-column      | Time (UTC)           | true
          time-column      | Date/Time            | true
          time-column      | **When**             | true
          time-column      | timestamps           | false
          date-column      | Date                 | true
          date-column      | Time                 | false
          clock-column     | Time                 | true
          clock-column     | Date                 | false
          event-column     | What happened?       | true
          event-column     | 描述                  | true
          event-column     | Owner                | false
          action-column    | Action Item          | true
          action-column    | follow_up            | true
          action-column    | Follow-up            | true
          action-column    | Owner                | false
          owner-column     | Assigned to          | true
          owner-column     | DRI                  | true
          owner-column     | Action               | false
          due-column       | Due Date             | true
          due-column       | ETA                  | true
          due-column       | Start date           | false
          status-column    | Status               | true
          status-column    | Priority             | false
          priority-column  | Prio.                | true
          priority-column  | Status               | false
          ticket-column    | Issue / PR           | true
          ticket-column    | Status               | false
          number-column    | No.                  | true
          number-column    | #                    | false
          action-group     | Short-term           | true
          action-group     | Detect:              | true
          action-group     | Rotate the keys      | false
          term             | Long-term            | true
          term             | Yesterday            | false
          leading-up       | What happened        | true
          leading-up       | Resolution           | false
          started-entry    | Incident began       | true
          started-entry    | Detected             | false
          detected-entry   | Detected.            | true
          detected-entry   | Resolved             | false
          mitigated-entry  | ✅ Mitigated          | true
          mitigated-entry  | Resolved             | false
          resolved-entry   | Fully resolved!      | true
          resolved-entry   | Mitigated            | false
          aside            | Test plan            | true
          aside            | Next steps           | false
          time-left-over   | HH:MM (UTC)          | true
          time-left-over   | 10:00                | false
          """)
  void knowsWordsByTheirNormalForm(String key, String text, boolean isKnown) {
    assertEquals(isKnown, Vocabulary.has(key, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          done           | done                     | true
          done           | ✅ Done in v1.2           | true
          done           | Completed: 2024-03-02    | true
          done           | Fixed by the vendor      | true
          done           | yes                      | true
          done           | 完了しました               | true
          done           | Donetsk                  | false
          done           | almost done              | false
          not-done       | Not started              | true
          not-done       | To do                    | true
          not-done       | No                       | true
          not-done       | Nobody knows             | false
          not-done       | 対応中です                 | true
          dropped        | Won’t do, too costly     | true
          dropped        | Superseded by INC-7      | true
          dropped        | do not drop              | false
          template-begin | Insert a title           | true
          template-begin | time from start to end   | true
          template-begin | Started at noon          | false
          template-order | Describe what happened   | true
          template-order | Customers describe this  | false
          """)
  void knowsWhatATextBeginsWith(String key, String text, boolean isKnown) {
    assertEquals(isKnown, Vocabulary.begins(key, text));
  }
}
