package dev.hindsight.read.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A section of action items is taken apart into actions and the prose between them; headings and
/// labels say what holds for the items below.
class ActionReaderTest {

  @ParameterizedTest
  @CsvSource({
    "Complete, true",
    "Completed actions, true",
    "Done, true",
    "Implemented fixes, true",
    "Already in place, true",
    "Immediate actions ✅, true",
    "Incomplete, false",
    "Undone, false",
    "Completeness, false",
    "Next steps, false",
  })
  void knowsHeadingsOfWhatIsDone(String heading, boolean isDone) {
    assertEquals(isDone, ActionReader.isDone(heading));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Short term (high priority)        | high   | open
          Critical priority                 | critical | open
          Urgent-priority work              | critical | open
          Medium priority                   | medium | open
          Low priority                      | low    | open
          Priority: high                    | high   | open
          Priority critical                 | critical | open
          Priority: urgent                  | critical | open
          Priority: medium                  | medium | open
          Priority: low                     | low    | open
          P1                                | high   | open
          Soon (P2)                         | medium | open
          Thigh priority                        | -      | open
          High load                         | -      | open
          Stop P12 alerts                   | -      | open
          P9                                | -      | open
          Completed (P1)                    | high   | done
          Completed                         | -      | done
          """)
  void takesPriorityAndStateOfAHeading(String heading, String priority, String state) {
    assertEquals(
        "action | - | " + priority + " | " + state + " | - | Add an alert",
        blocks("# Shop down\n\n## Action items\n\n### " + heading + "\n\n- Add an alert\n")
            .lines()
            .toList()
            .getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Done:                                 => done
          **Done**                              => done
          **Completed:**                        => done
          Done：                                => done
          **In progress**                       => open
          """)
  void takesTheStateOfALabelAboveAList(String label, String state) {
    assertEquals(
        "action | - | - | done | - | One\nprose | %s\naction | - | - | %s | - | Two"
            .formatted(label.replace("*", ""), state),
        blocks("## Action items\n\n### Done\n\n- One\n\n" + label + "\n\n- Two\n")
            .replaceFirst("prose \\| Done\n", ""));
  }

  @Test
  void takesNoLineOfMoreThanSixtyCharactersForALabel() {
    String label = "**" + "a".repeat(46) + " high priority";
    assertEquals(
        "high",
        read("## Action items\n\n" + label + "**\n\n- One").priority().orElseThrow().name());
    assertEquals(Optional.empty(), read("## Action items\n\n" + label + "!**\n\n- One").priority());
  }

  private static ActionItem read(String markdown) {
    return ReadReport.of(markdown).actionItems().getFirst();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void takesASectionApart(String markdown, String expected) {
    assertEquals(expected, blocks(markdown));
  }

  static Stream<Arguments> takesASectionApart() {
    return Cases.of(
        """
        == the section's own heading
        ## Action items (completed)

        - Add an alert
        =>
        action | - | - | done | - | Add an alert
        == prose around lists
        ## Action items

        We will do this.

        - Add an alert

        And this.

        1. Write a test

        That is all.
        =>
        prose | We will do this.
        action | - | - | open | - | Add an alert
        prose | And this.
        action | - | - | open | - | Write a test
        prose | That is all.
        == a heading ends what the one above it says
        ## Action items

        ### Completed

        - One

        ### Later

        - Two
        =>
        prose | Completed
        action | - | - | done | - | One
        prose | Later
        action | - | - | open | - | Two
        == a section aside
        ## Action items

        ### Checklist

        - One

        ### Later

        - Two
        =>
        prose | Checklist One Later
        action | - | - | open | - | Two
        == initials above a list own all of it
        ## Action items

        **MK**
        - Pause replication
        - Add an alert (Assigned: TR)

        **@jana**:

        - Write a test

        **DNS**

        - Lower the TTL
        =>
        prose | MK
        action | - | - | open | MK | Pause replication
        action | - | - | open | TR | Add an alert
        prose | @jana:
        action | - | - | open | @jana | Write a test
        prose | DNS
        action | - | - | open | - | Lower the TTL
        == a label of plain words is prose
        ## Action items

        Done

        - One
        =>
        prose | Done
        action | - | - | open | - | One
        == a label with a priority
        ## Action items

        **High priority**

        - One

        Priority: low:

        - Two
        =>
        prose | High priority
        action | - | high | open | - | One
        prose | Priority: low:
        action | - | low | open | - | Two
        == a bold word in a sentence is no label
        ## Action items

        **Done** by the shop team

        - One
        =>
        prose | Done by the shop team
        action | - | - | open | - | One
        == a long line is no label
        ## Action items

        **The work of high priority that the shop team has already begun:**

        - One
        =>
        prose | The work of high priority that the shop team has already begun:
        action | - | - | open | - | One
        == a bold line of other words is no label
        ## Action items

        ### Done

        **The shop**

        - One
        =>
        prose | Done The shop
        action | - | - | done | - | One
        == items that name a group
        ## Action items

        - Short-term:
          - One
          - Two
        - Completed
          - Three

          Well done.
        - Four
        =>
        prose | Short-term:
        action | - | - | open | - | One
        action | - | - | open | - | Two
        prose | Completed
        action | - | - | done | - | Three
        prose | Well done.
        action | - | - | done | - | Four
        == an item with the name of a section of actions
        ## Follow-up

        - Preventive actions
          - One
        =>
        prose | Preventive actions
        action | - | - | open | - | One
        == an item before a group
        ## Action items

        - One
        - Short-term (P1)
          - Two
        =>
        action | - | - | open | - | One
        prose | Short-term (P1)
        action | - | high | open | - | Two
        == an item of other words is an action with all below it
        ## Action items

        - Fix the shop
          - One
        =>
        action | - | - | open | - | Fix the shop One
        == an item with a box is an action
        ## Action items

        - [ ] Monitoring
          - One
        =>
        action | - | - | open | - | Monitoring One
        == an item without a list below it is an action
        ## Action items

        - Monitoring

          of the shop
        =>
        action | - | - | open | - | Monitoring of the shop
        == an item that says there is nothing
        ## Action items

        - One
        - None
        - Two
        =>
        action | - | - | open | - | One
        prose | None
        action | - | - | open | - | Two
        == several items that say there is nothing
        ## Action items

        - TBD
        - n/a
        =>
        prose | TBD n/a
        == an item that was left from a template
        ## Action items

        - [What is to be done]
        =>
        prose | [What is to be done]
        == a word for nothing with more below it
        ## Action items

        - None

          but one alert
        =>
        action | - | - | open | - | None but one alert
        == bullets that break a numbered list in two
        ## Action items

        1. One

        - a detail

        2. Two

        Some words.

        - another detail
        =>
        action | - | - | open | - | One
        prose | a detail
        action | - | - | open | - | Two
        prose | Some words. another detail
        == bullets below a numbered list of several
        ## Action items

        1. One
        2. Two

        - Three
        =>
        action | - | - | open | - | One
        action | - | - | open | - | Two
        action | - | - | open | - | Three
        == numbers below numbers
        ## Action items

        1. One

        1) Two
        =>
        action | - | - | open | - | One
        action | - | - | open | - | Two
        == a list in HTML
        ## Action items

        <ul>
        <li>One (done)</li>
        <li><b>[high]</b> Two</li>
        </ul>
        =>
        action | - | - | done | - | One (done)
        action | - | high | open | - | Two
        == other HTML
        ## Action items

        <div>One</div>
        =>
        prose | One
        == a table between prose
        ## Action items

        Before.

        | Action | Owner |
        |--------|-------|
        | One    | Mira  |

        After.
        =>
        prose | Before.
        action | - | - | open | Mira | One
        prose | After.
        == code
        ## Action items

        ```
        - One
        ```
        =>
        prose | - One
        """);
  }

  private static String blocks(String markdown) {
    return ReadReport.blocks(ReadReport.of(markdown), SectionKind.ACTION_ITEMS);
  }
}
