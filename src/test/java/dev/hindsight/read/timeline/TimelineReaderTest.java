package dev.hindsight.read.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SectionKind;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A timeline section is taken apart into entries and prose, and days and zones above entries hold
/// for them.
class TimelineReaderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void takesASectionApart(String markdown, String expected) {
    assertEquals(
        expected,
        ReadReport.blocks(
            ReadReport.of("---\ndate: 2024-05-01\n---\n\n" + markdown), SectionKind.TIMELINE));
  }

  static Stream<Arguments> takesASectionApart() {
    return Cases.of(
        """
        == prose before, between and after entries
        ## Timeline

        All of it.

        14:45 Shop down

        It was bad.

        14:50 Alert

        That was all.
        =>
        prose | All of it.
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down It was bad.
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        prose | That was all.
        == prose below several entries
        ## Timeline

        14:45 Shop down
        14:50 Alert

        It was bad.

        14:55 Over
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert It was bad.
        time | 14:55 | 2024-05-01T14:55 | +10 | Over
        == midnight
        ## Timeline

        - 23:50 Shop down
        - 00:10 Over
        =>
        time | 23:50 | 2024-05-01T23:50 | +0 | Shop down
        time | 00:10 | 2024-05-02T00:10 | +20 | Over
        == the zone of the heading
        ## Timeline (UTC)

        14:45 Shop down
        =>
        time | 14:45 | 2024-05-01T14:45Z | +0 | Shop down
        == the zone of a sentence above
        ## Timeline

        All times are in JST.

        14:45 Shop down
        =>
        prose | All times are in JST.
        time | 14:45 | 2024-05-01T14:45+09:00 | +0 | Shop down
        == the zone of a quote above
        ## Timeline

        > All times are in JST.

        14:45 Shop down
        =>
        prose | All times are in JST.
        time | 14:45 | 2024-05-01T14:45+09:00 | +0 | Shop down
        == the zone of a column
        ## Timeline

        | Time (JST) | Event     |
        |------------|-----------|
        | 14:45      | Shop down |
        =>
        time | 14:45 | 2024-05-01T14:45+09:00 | +0 | Shop down
        == headings that are days of lines
        ## Timeline

        ### May 2, 2024

        14:45 Shop down

        ### May 3, 2024

        - 09:00 Over
        =>
        prose | May 2, 2024
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down
        prose | May 3, 2024
        time | 09:00 | 2024-05-03T09:00 | +1095 | Over
        == a heading that is a day of a table
        ## Timeline

        ### May 2, 2024

        | Time  | Event     |
        |-------|-----------|
        | 14:45 | Shop down |
        =>
        prose | May 2, 2024
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == a heading that is a day of headings with times
        ## Timeline

        ### May 2, 2024

        #### 14:45 Shop down

        In Europe.
        =>
        prose | May 2, 2024
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down In Europe.
        == a heading that is a day with prose below
        ## Timeline

        ### May 2, 2024

        The shop was down.
        =>
        time | May 2, 2024 | 2024-05-02 | - | The shop was down.
        == a heading that is a day with code below
        ## Timeline

        ### May 2, 2024

        ```
        14:45 Shop down
        14:50 Alert
        ```
        =>
        time | May 2, 2024 | 2024-05-02 | - | 14:45 Shop down 14:50 Alert
        == a heading that is a day and nothing more
        ## Timeline

        14:45 Shop down

        ### May 2, 2024
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | May 2, 2024 | 2024-05-02 | - |
        == a heading that is a day above one that is a day
        ## Timeline

        ### May 2, 2024

        ### May 3, 2024
        =>
        time | May 2, 2024 | 2024-05-02 | - |
        time | May 3, 2024 | 2024-05-03 | - |
        == headings with times
        ## Timeline

        Before.

        ### 14:45 - Shop down

        In Europe.

        #### More

        In Asia.

        14:47 is the time of the alert.

        ### 14:50 - Alert

        - one
        - two
        =>
        prose | Before.
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down In Europe. More In Asia. 14:47 is the time of the alert.
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert one two
        == a heading of other words ends an entry of the same level
        ## Timeline

        ### 14:45 - Shop down

        In Europe.

        ### Afterwards

        14:50 Alert
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down In Europe.
        prose | Afterwards
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == a heading of other words between lines
        ## Timeline

        14:45 Shop down

        So far.

        ### Afterwards

        14:50 Alert
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        prose | So far.
        prose | Afterwards
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == a paragraph that is a day
        ## Timeline

        **May 2, 2024**

        - 14:45 Shop down

        May 3:

        - 09:00 Over
        =>
        prose | May 2, 2024
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down
        prose | May 3:
        time | 09:00 | 2024-05-03T09:00 | +1095 | Over
        == a paragraph that is a day with a remark
        ## Timeline

        May 2, 2024 (a Thursday)

        - 14:45 Shop down
        =>
        prose | May 2, 2024 (a Thursday)
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == a paragraph that is a day with two remarks
        ## Timeline

        May 2, 2024 (a Thursday) and (a holiday)

        - 14:45 Shop down
        =>
        time | May 2, 2024 | 2024-05-02 | - | (a Thursday) and (a holiday)
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == a paragraph that begins with a day and ends with a remark
        ## Timeline

        May 2, 2024 was bad (a holiday)

        - 14:45 Shop down
        =>
        time | May 2, 2024 | 2024-05-02 | - | was bad (a holiday)
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == a paragraph that is a day above a paragraph of times
        ## Timeline

        May 2, 2024

        14:45 Shop down
        in Europe
        =>
        prose | May 2, 2024
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down in Europe
        == a paragraph that is a day above a list with a remark
        ## Timeline

        May 2, 2024

        - 14:45 Shop down
        - in Europe
        =>
        prose | May 2, 2024
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down in Europe
        == a paragraph that is a day above a heading with a time
        ## Timeline

        May 2, 2024

        ### 14:45 Shop down
        =>
        prose | May 2, 2024
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == a paragraph that is a day above prose
        ## Timeline

        May 2, 2024

        The shop was down.
        =>
        time | May 2, 2024 | 2024-05-02 | - |
        prose | The shop was down.
        == a paragraph that begins with a day and goes on
        ## Timeline

        May 2, 2024 was bad

        - 14:45 Shop down
        =>
        time | May 2, 2024 | 2024-05-02 | - | was bad
        time | 14:45 | 2024-05-02T14:45 | +0 | Shop down
        == two tables
        ## Timeline

        | Time  | Event     |
        |-------|-----------|
        | 14:45 | Shop down |

        Then:

        | Time (UTC) | Event |
        |------------|-------|
        | 14:50      | Alert |

        - 14:55 Over
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        prose | Then:
        time | 14:50 | 2024-05-01T14:50Z | +5 | Alert
        time | 14:55 | 2024-05-01T14:55Z | +10 | Over
        == a table below a list
        ## Timeline

        - 14:45 Shop down

        | Time  | Event |
        |-------|-------|
        | 14:50 | Alert |
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == times that were left from a template
        ## Timeline

        HH:mm - What happened

        14:45 Shop down

        HH:mm - What else

        14:50 Alert
        =>
        prose | HH:mm What happened
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down HH:mm What else
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        == a time that was left from a template, with more beside and below it
        ## Timeline

        - HH:mm What happened
          - and why
        - 14:45 Shop down
        - 14:50 Alert
        - HH:mm What else
        =>
        prose | HH:mm What happened and why
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert HH:mm What else
        == a row that was left from a template, with more columns
        ## Timeline

        | Time  | Event         | Who  |
        |-------|---------------|------|
        | HH:mm | What happened | Name |
        | 14:45 | Shop down     | Mira |
        =>
        prose | HH:mm What happened Name
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down | Who Mira
        == a time that nobody remembers
        ## Timeline

        - ??:?? Someone changed a setting
        - 14:45 Shop down
        =>
        time | ??:?? | - | - | Someone changed a setting
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        == headings with a day among other words
        ## Timeline

        ### Day 1 (4 May)

        - 22:00 Shop down

        ### Day 2

        - 21:00 Over
        =>
        prose | Day 1 (4 May)
        time | 22:00 | 2024-05-04T22:00 | +0 | Shop down
        prose | Day 2
        time | 21:00 | 2024-05-05T21:00 | +1380 | Over
        == headings with a weekday and a day
        ## Timeline

        ### Monday (2024-05-06)

        - 22:00 Shop down

        ### The morning of 7 May

        It went on.

        - 09:00 Over
        =>
        prose | Monday (2024-05-06)
        time | 22:00 | 2024-05-06T22:00 | +0 | Shop down
        prose | The morning of 7 May It went on.
        time | 09:00 | 2024-05-07T09:00 | +660 | Over
        == headings that are days of the week
        ## Timeline

        ### Wednesday

        - 22:00 Shop down

        ### Thursday evening

        - 21:00 Over
        =>
        prose | Wednesday
        time | 22:00 | 2024-05-01T22:00 | +0 | Shop down
        prose | Thursday evening
        time | 21:00 | 2024-05-02T21:00 | +1380 | Over
        == a heading with two days is not one day
        ## Timeline

        ### After 4 May and after 5 May

        - 22:00 Shop down
        =>
        prose | After 4 May and after 5 May
        time | 22:00 | 2024-05-01T22:00 | +0 | Shop down
        == an earlier day in a later heading
        ## Timeline

        ### 6 May

        - 22:00 Shop down

        ### 5 May

        - 01:00 Release
        =>
        prose | 6 May
        time | 22:00 | 2024-05-06T22:00 | +0 | Shop down
        prose | 5 May
        time | 01:00 | 2024-05-05T01:00 | +-2700 | Release
        == rows above the first day
        ## Timeline

        - 23:50 Shop down
        - May 1 00:10 Alert
        =>
        time | 23:50 | 2024-04-30T23:50 | +0 | Shop down
        time | May 1 00:10 | 2024-05-01T00:10 | +20 | Alert
        == times with dots below a day
        ## Timeline

        16 July 2024

        11.51 Shop down

        13.28 Over
        =>
        prose | 16 July 2024
        time | 11.51 | 2024-07-16T11:51 | +0 | Shop down
        time | 13.28 | 2024-07-16T13:28 | +97 | Over
        == times with dots in a table
        ## Timeline

        | Time  | Event     |
        |-------|-----------|
        | 11.51 | Shop down |
        | 13.28 | Over      |
        =>
        time | 11.51 | 2024-05-01T11:51 | +0 | Shop down
        time | 13.28 | 2024-05-01T13:28 | +97 | Over
        == one number with a dot is no time
        ## Timeline

        - 11.51 is the version
        =>
        prose | 11.51 is the version
        == times that are links
        ## Timeline

        - [14:45](https://chat.example/1) Shop down
        - **[14:50](https://chat.example/2)**: Alert [detected]
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down | 14:45
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert [detected] | 14:50
        == a zone behind a bold time
        ## Timeline

        - **14:45** UTC - Shop down
        =>
        time | 14:45 UTC | 2024-05-01T14:45Z | +0 | Shop down
        == a label above an item with a time
        ## Timeline

        - 14:45 Shop down
        - The repair:
        - 14:50 Over
        =>
        time | 14:45 | 2024-05-01T14:45 | +0 | Shop down
        time | - | - | - | The repair:
        time | 14:50 | 2024-05-01T14:50 | +5 | Over
        == a day in the first line of a paragraph
        ## Timeline

        2 May:
        14:45 Shop down
        14:50 Over
        =>
        time | 2 May 14:45 | 2024-05-02T14:45 | +0 | Shop down
        time | 14:50 | 2024-05-02T14:50 | +5 | Over
        == a day that no calendar has
        ## Timeline

        - Feb 30, 2024 10:00 Shop down
        - 10:05 Over
        =>
        time | Feb 30, 2024 10:00 | - | - | Shop down
        time | 10:05 | 2024-05-01T10:05 | +0 | Over
        == columns in two zones
        ## Timeline

        | Time (UTC) | Time (PST) | Event     |
        |------------|------------|-----------|
        | 14:45      | 06:45      | Shop down |
        =>
        time | 14:45 | 2024-05-01T14:45Z | +0 | Shop down | Time (PST) 06:45
        == no times at all
        ## Timeline

        The shop was down.

        - one
        - two
        =>
        prose | The shop was down. one two
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void findsATimelineWithoutItsHeading(String markdown, long entries) {
    assertEquals(
        entries, ReadReport.of("---\ndate: 2024-05-01\n---\n\n" + markdown).timeline().size());
  }

  static Stream<Arguments> findsATimelineWithoutItsHeading() {
    return Cases.of(
        """
        == paragraphs in order
        ## How it went

        10:00 UTC - Shop down

        10:05 UTC - Alert

        At 10:30 UTC it was over.
        =>
        3
        == lines of one paragraph
        ## How it went

        10:00 Shop down
        10:05 Alert
        10:30 Over
        =>
        3
        == over midnight
        ## How it went

        23:50 Shop down

        00:05 Alert

        00:30 Over
        =>
        3
        == words before and between
        ## How it went

        It was a bad day.

        **10:00** Shop down

        Nobody saw it.

        **10:05** Alert

        **10:30** Over
        =>
        3
        == no heading at all
        The shop was down.

        10:00 Shop down

        10:05 Alert

        10:30 Over
        =>
        3
        == out of order
        ## How it went

        10:00 Shop down

        10:30 Over

        10:05 Alert
        =>
        0
        == two only
        ## How it went

        10:00 Shop down

        10:30 Over
        =>
        0
        == more words than times
        ## How it went

        10:00 Shop down

        One.

        Two.

        10:05 Alert

        Three.

        Four.

        10:30 Over
        =>
        0
        == sentences of a summary
        ## Summary

        At 10:00 the shop was down.

        At 10:05 there was an alert.

        At 10:30 it was over.
        =>
        0
        """);
  }
}
