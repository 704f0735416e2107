package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Section;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A report is taken apart into sections, and each section is read as what its heading means.
class SectionReaderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void takesAReportApart(String markdown, String expected) {
    assertEquals(
        expected,
        ReadReport.outline(
            ReadReport.of("---\ndate: 2024-05-01\n---\n\n# Shop down\n\n" + markdown)));
  }

  static Stream<Arguments> takesAReportApart() {
    return Cases.of(
        """
        == a section of each kind that has facts
        ## Affected systems

        - Shop

        ## Timeline

        14:45 Down

        ## Impact

        - **Users**: 12

        ## Resolution

        1. Restarted

        ## Action items

        - Add an alert

        ## Related incidents

        - INC-7
        =>
        ## Affected systems (affected-systems)
        system | Shop
        ## Timeline (timeline)
        time | 14:45 | 2024-05-01T14:45 | +0 | Down
        ## Impact (impact)
        impact | Users | 12
        ## Resolution (resolution)
        step | 1 | Restarted
        ## Action items (action-items)
        action | - | - | open | - | Add an alert
        ## Related incidents (related)
        related | INC-7 | - | -
        == sections of other kinds are prose
        ## Summary

        1. Down

        ## Lessons learned

        - One

        ## Weather

        - Two
        =>
        ## Summary (summary)
        prose | Down
        ## Lessons learned (lessons-learned)
        prose | One
        ## Weather (other)
        prose | Two
        == a heading of no known kind below another is a part of its section
        ## Root cause

        One.

        ### Weather

        Two.

        ## Weather

        Three.
        =>
        ## Root cause (root-cause)
        prose | One. Weather Two.
        ## Weather (other)
        prose | Three.
        == a known heading below another begins a section
        ## The incident

        One.

        ### Timeline

        14:45 Down

        ### Weather

        Two.

        #### Clouds

        Three.

        ## Weather
        =>
        ## The incident (other)
        prose | One.
        ### Timeline (timeline)
        time | 14:45 | 2024-05-01T14:45 | +0 | Down
        ### Weather (other)
        prose | Two. Clouds Three.
        ## Weather (other)
        == a part without a kind of its own has that of the section above
        ## Action items

        ### Prevention

        - One

        ### Documentation

        - Two
        =>
        ## Action items (action-items)
        ### Prevention (action-items)
        action | - | - | open | - | One
        ### Documentation (action-items)
        action | - | - | open | - | Two
        == a part with a weak kind has that of the section above
        ## Root cause

        ### What happened

        One.

        ### Summary

        Two.
        =>
        ## Root cause (root-cause)
        ### What happened (root-cause)
        prose | One.
        ### Summary (summary)
        prose | Two.
        == a part takes its kind from the nearest section above
        ## The incident

        ### Root cause

        #### What happened

        One.
        =>
        ## The incident (other)
        ### Root cause (root-cause)
        #### What happened (root-cause)
        prose | One.
        == actions that are done below a resolution are what fixed it, too
        ## Resolution

        ### Immediate actions (completed)

        - One

        ### Next actions

        - Two
        =>
        ## Resolution (resolution)
        ### Immediate actions (completed) (action-items, resolution)
        action | - | - | done | - | One
        ### Next actions (action-items)
        action | - | - | open | - | Two
        == actions that are done below another section
        ## Root cause

        ### Immediate actions (completed)

        - One
        =>
        ## Root cause (root-cause)
        ### Immediate actions (completed) (action-items)
        action | - | - | done | - | One
        == a heading of two kinds
        ## Resolution and action items

        1. One
        =>
        ## Resolution and action items (resolution, action-items)
        step | 1 | One
        == a heading of two kinds, only one with facts
        ## Root cause and resolution

        1. One
        =>
        ## Root cause and resolution (root-cause, resolution)
        step | 1 | One
        == later actions beside those above
        ## Immediate actions

        - One

        ## Long-term

        - Two

        ## Weather

        - Three
        =>
        ## Immediate actions (action-items)
        action | - | - | open | - | One
        ## Long-term (action-items)
        action | - | - | open | - | Two
        ## Weather (other)
        prose | Three
        == later things beside another section
        ## Root cause

        One.

        ## Long-term

        - Two
        =>
        ## Root cause (root-cause)
        prose | One.
        ## Long-term (other)
        prose | Two
        == headings of days and times below a timeline
        ## Timeline

        ## May 2, 2024

        14:45 Down

        ## 15:00 Up

        # 15:05 Over
        =>
        ## Timeline (timeline)
        prose | May 2, 2024
        time | 14:45 | 2024-05-02T14:45 | +0 | Down
        time | 15:00 | 2024-05-02T15:00 | +15 | Up
        ## 15:05 Over (other)
        == headings of days and times below another section
        ## Weather

        ## May 2, 2024

        14:45 Down
        =>
        ## Weather (other)
        ## May 2, 2024 (other)
        prose | 14:45 Down
        == a section that is a list of times
        ## The morning

        It was quiet.

        - 14:45 Down
        - 14:50 Alert
        - 14:55 Up
        =>
        ## The morning (timeline)
        prose | It was quiet.
        time | 14:45 | 2024-05-01T14:45 | +0 | Down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        time | 14:55 | 2024-05-01T14:55 | +10 | Up
        == a summary that is a list of times
        ## Summary

        - 14:45 Down
        - 14:50 Alert
        - 14:55 Up
        =>
        ## Summary (summary, timeline)
        time | 14:45 | 2024-05-01T14:45 | +0 | Down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        time | 14:55 | 2024-05-01T14:55 | +10 | Up
        == a section of another kind with a list of times
        ## Root cause

        - 14:45 Down
        - 14:50 Alert
        - 14:55 Up
        =>
        ## Root cause (root-cause)
        prose | 14:45 Down 14:50 Alert 14:55 Up
        == a list of times before all sections
        - 14:45 Down
        - 14:50 Alert
        - 14:55 Up
        =>
        ## (other)
        time | 14:45 | 2024-05-01T14:45 | +0 | Down
        time | 14:50 | 2024-05-01T14:50 | +5 | Alert
        time | 14:55 | 2024-05-01T14:55 | +10 | Up
        == keys before all sections
        Severity: SEV2

        It was down.
        =>
        ## (other)
        keys | Severity: SEV2
        prose | It was down.
        == a section aside
        ## Action items

        ### Prevention

        - One

        ### Checklist

        - Two
        =>
        ## Action items (action-items)
        ### Prevention (action-items)
        action | - | - | open | - | One
        ### Checklist (action-items)
        prose | Two
        == the zone of a sentence in a section above
        ## Summary

        All times are in JST.

        ## Timeline

        14:45 Down
        =>
        ## Summary (summary)
        prose | All times are in JST.
        ## Timeline (timeline)
        time | 14:45 | 2024-05-01T14:45+09:00 | +0 | Down
        == a report without sections
        It was down.
        =>
        ## (other)
        prose | It was down.
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void recognizesSectionsByContentAndPlace(String markdown, String expected) {
    takesAReportApart(markdown, expected);
  }

  static Stream<Arguments> recognizesSectionsByContentAndPlace() {
    return Cases.of(
        """
        == a table of times and events
        ## The night

        | Time  | Event |
        |-------|-------|
        | 14:45 | Down  |
        | 14:50 | Up    |
        =>
        ## The night (timeline)
        time | 14:45 | 2024-05-01T14:45 | +0 | Down
        time | 14:50 | 2024-05-01T14:50 | +5 | Up
        == a table of times and events beside a timeline
        ## The night

        | Time  | Event |
        |-------|-------|
        | 14:45 | Down  |
        | 14:50 | Up    |

        ## Timeline

        14:45 Down
        =>
        ## The night (other)
        prose | Time Event 14:45 Down 14:50 Up
        ## Timeline (timeline)
        time | 14:45 | 2024-05-01T14:45 | +0 | Down
        == a table of times and figures
        ## Measured

        | Time  | Errors | Notes |
        |-------|--------|-------|
        | 14:45 | 12     | Down  |
        | 14:50 | 3      | Up    |
        =>
        ## Measured (other)
        prose | Time Errors Notes 14:45 12 Down 14:50 3 Up
        == a table of tasks with their owners
        ## Detection

        We saw it late.

        | Task         | Owner |
        |--------------|-------|
        | Add an alert | Mira  |
        =>
        ## Detection (detection, action-items)
        prose | We saw it late.
        action | - | - | open | Mira | Add an alert
        == a table of owners and due dates
        ## Plan

        | What         | Owner | Due        |
        |--------------|-------|------------|
        | Add an alert | Mira  | 2024-06-01 |
        =>
        ## Plan (action-items)
        action | 2024-06-01 | - | open | Mira | Add an alert | Due 2024-06-01
        == a table of people
        ## People

        | Team | Who  | Description |
        |------|------|-------------|
        | Ops  | Mira | On call     |
        =>
        ## People (other)
        prose | Team Who Description Ops Mira On call
        == a list of tasks
        ## Weather

        It rained.

        - [ ] Add an alert
        - [x] Buy disks
        =>
        ## Weather (action-items)
        prose | It rained.
        action | - | - | open | - | Add an alert
        action | - | - | done | - | Buy disks
        == a list of tasks among lessons
        ## Lessons learned

        - Test first

        Then:

        - [ ] Add an alert
        =>
        ## Lessons learned (lessons-learned, action-items)
        prose | Test first Then:
        action | - | - | open | - | Add an alert
        == a list of tasks that is a checklist
        ## Weather

        ### Deployment checklist

        - [ ] Tag it
        =>
        ## Weather (other)
        prose | Deployment checklist Tag it
        == a list of tasks that were done to fix it
        ## Mitigation

        - [x] Restarted
        =>
        ## Mitigation (mitigation)
        prose | Restarted
        == stages of a timeline that have names of sections
        ## Timeline

        ### Phase 1: Detection

        - 14:45 Down

        ### Recovery

        - 14:50 Up
        =>
        ## Timeline (timeline)
        prose | Phase 1: Detection
        time | 14:45 | 2024-05-01T14:45 | +0 | Down
        prose | Recovery
        time | 14:50 | 2024-05-01T14:50 | +5 | Up
        == groups of actions that have names of sections
        ## Action items

        ### Detection

        - Add an alert

        ### Mitigation

        - Add a switch
        =>
        ## Action items (action-items)
        prose | Detection
        action | - | - | open | - | Add an alert
        prose | Mitigation
        action | - | - | open | - | Add a switch
        == what was done at once
        ## Resolution and recovery

        ### Immediate actions

        - Restarted

        ### Resolution

        It went away.
        =>
        ## Resolution and recovery (resolution)
        ### Immediate actions (resolution)
        prose | Restarted
        ### Resolution (resolution)
        prose | It went away.
        == what is still to be done of it
        ## Resolution

        ### Immediate actions

        - [ ] Restart
        =>
        ## Resolution (resolution)
        ### Immediate actions (action-items)
        action | - | - | open | - | Restart
        == what was done at once and is marked so
        ## Remediation

        ### Immediate actions

        - ✅ Restarted
        =>
        ## Remediation (resolution)
        ### Immediate actions (action-items)
        action | - | - | done | - | ✅ Restarted
        == follow-ups below the resolution
        ## Resolution

        ### Follow-ups this outage drove

        - Add an alert
        =>
        ## Resolution (resolution)
        ### Follow-ups this outage drove (action-items)
        action | - | - | open | - | Add an alert
        """);
  }

  /// If only the content shows the kind, the address is that of the heading.
  @Test
  void keepsTheAddressOfASectionOfDerivedKind() {
    Section section =
        ReadReport.of("# Down\n\n## The *plan*\n\n- [ ] Alert\n").sections().getFirst();
    assertEquals("The plan", section.heading());
    assertEquals("the-plan", section.anchor());
  }

  @Test
  void takesTheZoneOfNoLongParagraph() {
    String zone = "All times are in JST. ";
    assertEquals("2024-05-01T14:45+09:00", firstTime(zone + "a".repeat(178)));
    assertEquals("2024-05-01T14:45", firstTime(zone + "a".repeat(179)));
  }

  private static String firstTime(String paragraph) {
    return ReadReport.of(
            "# Shop down on 2024-05-01\n\n" + paragraph + "\n\n## Timeline\n\n14:45 Down")
        .timeline()
        .getFirst()
        .at()
        .orElseThrow()
        .toString();
  }

  @Test
  void givesEachSectionAnAddressALevelAndATitle() {
    List<Section> sections =
        ReadReport.of(
                "One\n\n# Summary\n\n# The *weather*\n\n# Summary\n\n### Impact\n\n# The weather\n\n# Root cause and resolution")
            .sections();
    assertEquals(
        List.of(
            "ui-lead 2",
            "summary 2",
            "the-weather 2",
            "summary-2 2",
            "impact 3",
            "the-weather-2 2",
            "root-cause 2"),
        sections.stream().map(section -> section.anchor() + " " + section.level()).toList());
    assertEquals("The <em>weather</em>", sections.get(2).title().value());
  }
}
