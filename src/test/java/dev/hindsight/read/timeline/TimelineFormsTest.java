package dev.hindsight.read.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SectionKind;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import dev.hindsight.read.markdown.Markdown;
import java.util.stream.Stream;
import org.commonmark.node.ListBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Entries of a timeline are read in every form that people write them in.
class TimelineFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          14:45 Shop down                          => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45 - Shop down                        => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45 – Shop down                        => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45 — Shop down                        => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45: Shop down                         => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45： Shop down                        => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45 · Shop down                        => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45, Shop down                         => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45 → Shop down                        => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45 | Shop down                        => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45 -> Shop down                       => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          14:45 : - Shop down                      => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          **14:45** - Shop down                    => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          **14:45:** Shop down                     => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          **14:45 Shop** down                      => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          *14:45* - Shop down                      => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          `14:45` - Shop down                      => 14:45 | 2024-05-01T14:45 | +0 | Shop down
          **May 2** 14:45 - Shop down              => May 2 14:45 | 2024-05-02T14:45 | +0 | Shop down
          **May 2** - 14:45 UTC - Shop down        => May 2 14:45 UTC | 2024-05-02T14:45Z | +0 | Shop down
          **May 2** - Shop down at 14:45           => May 2 | 2024-05-02 | - | Shop down at 14:45
          **May 2** - May 3 14:45 Shop down        => May 2 | 2024-05-02 | - | May 3 14:45 Shop down
          **May 2 14:45** - 15:00 was the end      => May 2 14:45 | 2024-05-02T14:45 | +0 | 15:00 was the end
          **14:45** - 15:00 was the end            => 14:45 | 2024-05-01T14:45 | +0 | 15:00 was the end
          T+5 - Shop down                          => T+5 | - | +5 | Shop down
          """)
  void takesTheTimeOffALine(String line, String entry) {
    assertEquals("time | " + entry, timeline(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          First detected: 2024-05-01 11:24             => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | First detected
          First detected： 2024-05-01 11:24            => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | First detected
          First detected - 2024-05-01 11:24            => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | First detected
          First detected – 2024-05-01 11:24            => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | First detected
          First detected — 2024-05-01 11:24            => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | First detected
          Repaired 2024-05-01 11:24                    => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired: ~2024-05-01 11:24                  => ~2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired: ≈2024-05-01 11:24                  => ≈2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired: May 1, 2024 11:24                  => May 1, 2024 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired:2024-05-01 11:24                    => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired：2024-05-01 11:24                   => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired - ~2024-05-01 11:24                 => ~2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired - ≈2024-05-01 11:24                 => ≈2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired - May 1, 2024 11:24                 => May 1, 2024 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Fix #1: ~2024-05-01 11:24                    => ~2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Fix #1
          Fix #1: ≈2024-05-01 11:24                    => ≈2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Fix #1
          Fix #1: 2024-05-01 11:24                     => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Fix #1
          **Repaired**: 2024-05-01 11:24               => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired
          Repaired: 2024-05-01 11:24 - by Mira         => 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Repaired: by Mira
          Fix #1: May 1, 2024 ~16:00 UTC               => May 1, 2024 ~16:00 UTC | 2024-05-01T16:00Z | +0 | Fix #1
          Fix #1： May 1, 2024 ~16:00 UTC              => May 1, 2024 ~16:00 UTC | 2024-05-01T16:00Z | +0 | Fix #1
          """)
  void readsATimeBehindALabel(String item, String entry) {
    assertEquals("time | " + entry, timeline("- " + item));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Repaired: 11:24                              => Repaired: 11:24
          Repaired: 2024-05-01                         => Repaired: 2024-05-01
          OK: 2024-05-01 11:24                         => OK: 2024-05-01 11:24
          `Repaired`: 2024-05-01 11:24                 => Repaired: 2024-05-01 11:24
          **Repaired *fast***: 2024-05-01 11:24        => Repaired fast: 2024-05-01 11:24
          ***Repaired***: 2024-05-01 11:24             => Repaired: 2024-05-01 11:24
          Shop, cart and mail of all of Europe were repaired by the team: 2024-05-01 11:24 => Shop, cart and mail of all of Europe were repaired by the team: 2024-05-01 11:24
          """)
  void takesNoOtherItemForALabelWithATime(String item, String text) {
    assertEquals("prose | " + text, timeline("- " + item));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsListsAndParagraphs(String section, String expected) {
    assertEquals(expected, timeline(section));
  }

  static Stream<Arguments> readsListsAndParagraphs() {
    return Cases.of(
        """
        == lines of a paragraph
        **14:45** - Shop down
        for all of Europe
        **14:50** - Alert
        by Mira
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down for all of Europe
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert by Mira
        == a paragraph that begins with other words
        All of it:
        14:45 Shop down
        =>
        prose | All of it: 14:45 Shop down
        == items of a list, with more below
        - 14:45 Shop down
          - in Europe
        - and in Asia
        - 14:50 Alert
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down in Europe and in Asia
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == an item without a time at the top
        - Someone changed a setting
        - 14:45 Shop down
        - 14:50 Alert
        =>
        time | - | - | - | Someone changed a setting
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == bold words in place of a time
        - **Unknown date**: Someone changed a setting
        - **Later:** Someone saw it
        - **Nobody** saw it: why
        - 14:45 Shop down
        - 14:50 Alert
        =>
        time | Unknown date | - | - | Someone changed a setting
        time | Later | - | - | Someone saw it Nobody saw it: why
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == one time in a list of two
        - 14:45 Shop down
        - Alert
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down Alert
        == one time in a list of three
        - 14:45 Shop down
        - Alert
        - Repair
        =>
        prose | 14:45 Shop down Alert Repair
        == two times in a longer list
        - 14:45 Shop down
        - Alert
        - Repair
        - 14:50 Over
        - Thanks
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down Alert Repair
        time | 14:50 | 2024-05-01T14:50 | +5 | Over Thanks
        == labels and a remark
        - Fault occurs: 2024-05-01 11:24
        - Repaired: 2024-05-01 11:54
          - by Mira
        - **Cause:** a setting
        - nothing more
        =>
        time | 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Fault occurs
        time | 2024-05-01 11:54 | 2024-05-01T11:54 | +30 | Repaired by Mira
        time | Cause | - | - | a setting nothing more
        == more labels than times
        - Fault occurs: 2024-05-01 11:24
        - Repaired: 2024-05-01 11:54
        - 12:00 Over
        =>
        time | 2024-05-01 11:24 | 2024-05-01T11:24 | +0 | Fault occurs
        time | 2024-05-01 11:54 | 2024-05-01T11:54 | +30 | Repaired 12:00 Over
        == items that are days with times below
        - May 2
          - 14:45 Shop down
          - 14:50 Alert
        - May 3, 2024:
          - 09:00 Repair
        - 10:00 Over
        =>
        time | May 2 14:45 | 2024-05-02T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-02T14:50 | +5 | Alert
        time | May 3, 2024 09:00 | 2024-05-03T09:00 | +1095 | Repair
        time | 10:00 | 2024-05-03T10:00 | +1155 | Over
        == a day with a full-width colon
        - 5月2日：
          - 14:45 Shop down
        =>
        time | 5月2日 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == an item that is a day with dated times below
        - May 2
          - May 2 14:45 Shop down
        =>
        time | May 2 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == a day with times below, of which one has another day
        - May 2
          - 14:45 Shop down
          - May 3 10:00 Over
        =>
        time | May 2 14:45 | 2024-05-02T14:45 | +0 | Shop down
        time | May 3 10:00 | 2024-05-03T10:00 | +1155 | Over
        == a day with other words below
        - May 2
          - Shop down
        =>
        time | May 2 | 2024-05-02 | - | Shop down
        == a day and words with times below
        - May 2 was bad
          - 14:45 Shop down
        =>
        time | May 2 | 2024-05-02 | - | was bad 14:45 Shop down
        == a day with a time of day and more below
        - May 2, 14:40
          - 14:45 Shop down
        =>
        time | May 2, 14:40 | 2024-05-02T14:40 | +0 | 14:45 Shop down
        == a day with a paragraph and a list below
        - May 2

          It was bad.

          - 14:45 Shop down
        =>
        time | May 2 | 2024-05-02 | - | It was bad. 14:45 Shop down
        == a day with a paragraph below
        - May 2

          Shop down.
        =>
        time | May 2 | 2024-05-02 | - | Shop down.
        == a code block
        ```
        14:45 - Shop down
          in Europe
        14:50 - Alert

        ```
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down in Europe
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == an indented code block
            14:45 - Shop down
            14:50 - Alert
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == a list in HTML
        <ul><li><b>14:45</b> - Shop down</li><li>14:50 - Alert</li></ul>
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == a code block with one time
        ```
        14:45 - Shop down
        ```
        =>
        prose | 14:45 - Shop down
        == a code block half of which are times
        ```
        14:45 - Shop down
        in Europe
        14:50 - Alert
        by Mira
        ```
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down in Europe
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert by Mira
        == a code block with few times
        ```
        14:45 - Shop down
        14:50 - Alert
        a
        b
        c
        ```
        =>
        prose | 14:45 - Shop down 14:50 - Alert a b c
        == a code block that begins with other words
        ```
        log
        14:45 - Shop down
        14:50 - Alert
        ```
        =>
        prose | log 14:45 - Shop down 14:50 - Alert
        == a quote is prose
        > 14:45 Shop down
        =>
        prose | 14:45 Shop down
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, true",
    "2, 0, false",
    "4, 1, true",
    "3, 1, false",
    "8, 2, true",
    "7, 2, false",
  })
  void knowsAListOfTimesBeyondDoubt(int timed, int others, boolean isTimed) {
    String list = "- 14:45 Shop down\n".repeat(timed) + "- May 1, and others\n".repeat(others);
    ListBlock block = (ListBlock) Markdown.parse(list).getFirstChild();
    assertEquals(isTimed, new TimelineForms(false).isTimed(block));
  }

  private static String timeline(String section) {
    return ReadReport.blocks(
        ReadReport.of("---\ndate: 2024-05-01\n---\n\n## Timeline\n\n" + section),
        SectionKind.TIMELINE);
  }
}
