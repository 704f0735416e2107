package dev.hindsight.read.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables of actions are read whatever the order and the names of their columns.
class ActionTableTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsTheRowsOfATable(String table, String expected) {
    assertEquals(expected, blocks(table));
  }

  static Stream<Arguments> readsTheRowsOfATable() {
    return Cases.of(
        """
        == every column
        | Action       | Owner | Due        | Status | Priority | Ticket                      |
        |--------------|-------|------------|--------|----------|-----------------------------|
        | Add an alert | Mira  | 2024-05-01 | Done   | High     | [7](https://example.com/7)  |
        =>
        action | 2024-05-01 | high | done | Mira | Add an alert | Due 2024-05-01 Status Done Ticket 7 | https://example.com/7
        == columns in another order
        | Status | Due date   | Assignee | Prio | Task         |
        |--------|------------|----------|------|--------------|
        | Open   | 2024-05-01 | @mira    | P1   | Add an alert |
        =>
        action | 2024-05-01 | high | open | mira | Add an alert | Status Open Due date 2024-05-01 Assignee @mira Prio P1
        == owner and status, and the first other column says what is to be done
        | #  | Fix          | Owner | Status | Remark |
        |----|--------------|-------|--------|--------|
        | 1  | Add an alert | Mira  | Done   | later  |
        =>
        action | - | - | done | Mira | Add an alert | # 1 Status Done Remark later
        == owner and status, and a number
        | No | Fix          | Owner | Status |
        |----|--------------|-------|--------|
        | 1  | Add an alert | Mira  | Done   |
        =>
        action | - | - | done | Mira | Add an alert | No 1 Status Done
        == owner and status at the left and at the right
        | Status | Fix          | Owner |
        |--------|--------------|-------|
        | Done   | Add an alert | Mira  |
        =>
        action | - | - | done | Mira | Add an alert | Status Done
        == owner at the left and status
        | Owner | Fix          | Status |
        |-------|--------------|--------|
        | Mira  | Add an alert | Done   |
        =>
        action | - | - | done | Mira | Add an alert | Status Done
        == owner and status alone
        | Owner | Status |
        |-------|--------|
        | Mira  | Done   |
        =>
        action | - | - | done | - | Mira | Status Done
        == an action column alone
        | Action       |
        |--------------|
        | Add an alert |
        =>
        action | - | - | open | - | Add an alert
        == one column that could be two
        | What         | When       | Who  |
        |--------------|------------|------|
        | Add an alert | 2024-05-01 | Mira |
        =>
        action | 2024-05-01 | - | open | Mira | Add an alert | When 2024-05-01
        == rows that are empty
        | Action       | Owner |
        |--------------|-------|
        |              |       |
        | Add an alert |       |
        =>
        action | - | - | open | - | Add an alert
        == a short row
        | Action       | Owner | Due |
        |--------------|-------|-----|
        | Add an alert |
        =>
        action | - | - | open | - | Add an alert
        == words of the action where a cell has none
        | Action                                            | Owner | Due | Priority |
        |---------------------------------------------------|-------|-----|----------|
        | Add an alert (priority: low), Owner: Mira, due 2024-05-01 | TBD | soon | |
        =>
        action | 2024-05-01 | low | open | Mira | Add an alert (priority: low), Owner: Mira, due 2024-05-01 | Owner TBD Due soon
        == priority at the end of the action
        | Action             | Owner |
        |--------------------|-------|
        | Add an alert [low] | Mira  |
        =>
        action | - | low | open | Mira | Add an alert [low]
        == cells before words of the action
        | Action                                     | Owner | Due        | Priority |
        |--------------------------------------------|-------|------------|----------|
        | Owner: Sam, due 2024-04-01. Add an alert [low] | Mira  | 2024-05-01 | high     |
        =>
        action | 2024-05-01 | high | open | Mira | Owner: Sam, due 2024-04-01. Add an alert [low] | Due 2024-05-01
        == a priority off the scale
        | Action       | Priority |
        |--------------|----------|
        | Add an alert | someday  |
        =>
        action | - | - | open | - | Add an alert | Priority someday
        == a ticket in the words of the action
        | Action                                         | Ticket |
        |------------------------------------------------|--------|
        | [Add an alert](https://example.com/issues/7)   |        |
        =>
        action | - | - | open | - | Add an alert | https://example.com/issues/7
        == a link in the ticket column before one in the action
        | Action                                         | Ticket                              |
        |------------------------------------------------|-------------------------------------|
        | [Add an alert](https://example.com/issues/7)   | [1](https://example.com/1) [2](https://example.com/2) |
        =>
        action | - | - | open | - | Add an alert | Ticket 1 2 | https://example.com/1
        == a ticket without encryption
        | Action       | Ticket                    |
        |--------------|---------------------------|
        | Add an alert | [7](http://example.com/7) |
        =>
        action | - | - | open | - | Add an alert | Ticket 7 | http://example.com/7
        == a link that is no address in the ticket column
        | Action       | Ticket                         |
        |--------------|--------------------------------|
        | Add an alert | [a](#x) [b](https://example.com/2) |
        =>
        action | - | - | open | - | Add an alert | Ticket a b | https://example.com/2
        == another table is prose
        | Metric | Value |
        |--------|-------|
        | Errors | 5     |
        =>
        prose | Metric Value Errors 5
        == owner without status is prose
        | Area | Owner |
        |------|-------|
        | Shop | Mira  |
        =>
        prose | Area Owner Shop Mira
        == status without owner is prose
        | Area | Status |
        |------|--------|
        | Shop | Open   |
        =>
        prose | Area Status Shop Open
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsTheStateOfARow(String table, String expected) {
    assertEquals(
        expected,
        String.join(
            " ",
            actions(table).stream()
                .map(item -> item.state().name().toLowerCase(Locale.ROOT))
                .toList()));
  }

  static Stream<Arguments> readsTheStateOfARow() {
    return Cases.of(
        """
        == by its status
        | Action | Status      |
        |--------|-------------|
        | One    | Complete    |
        | Two    | In progress |
        | Three  | Won't do    |
        | Four   | ✅          |
        =>
        done open dropped done
        == a status before the words of the action
        | Action       | Status |
        |--------------|--------|
        | One (done)   | Open   |
        | ~~Two~~      | Open   |
        | Three (done) |        |
        | ~~Four~~     |        |
        | Five         |        |
        =>
        open open done done open
        == done in a date or ticket column, where there is no status
        | Action | Due            | Ticket        |
        |--------|----------------|---------------|
        | One    | Done           |               |
        | Two    |                | merged        |
        | Three  | 2024-05-01     | SHOP-7 DONE   |
        | Four   | SHOP-9 FIXED   |               |
        | Five   | Fixed in 1.2   | SHOP-8 done   |
        | Six    |                | SHOP-9 DONE soon |
        =>
        done done done done open open
        == done in a date column beside an empty status
        | Action | Due  | Status |
        |--------|------|--------|
        | One    | Done |        |
        =>
        open
        == done in a date column beside an empty status at the left
        | Status | Action | Due  |
        |--------|--------|------|
        |        | One    | Done |
        =>
        open
        == struck through
        | Action          | Owner |
        |-----------------|-------|
        | ~~One~~         | Mira  |
        | Three (won't do) | Mira |
        =>
        done dropped
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "Action, Owner",
    "Action item, Assigned to",
    "Follow-up, Who",
    "Description, DRI",
    "TODO, Team",
    "対応, 担当",
    "行动项, 负责人",
  })
  void knowsColumnsByManyNames(String action, String owner) {
    assertEquals(
        "action | - | - | open | Mira | Add an alert",
        blocks("| %s | %s |\n|---|---|\n| Add an alert | Mira |\n".formatted(action, owner)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Due", "Due date", "Deadline", "Target date", "ETA", "When", "期限"})
  void knowsTheColumnOfDueDatesByManyNames(String due) {
    assertEquals(
        "action | 2024-05-01 | - | open | - | Add an alert | " + due + " 2024-05-01",
        blocks("| Action | %s |\n|---|---|\n| Add an alert | 2024-05-01 |\n".formatted(due)));
  }

  @Test
  void keepsTheHeaderAndTheMarkupOfCells() {
    ActionItem item =
        actions("| Action | A & B |\n|---|---|\n| Add an *alert* | **now** |\n").getFirst();
    assertEquals(
        "Add an <em>alert</em><p class=\"extra\"><b>A &amp; B</b> <strong>now</strong></p>",
        item.html().value());
    assertEquals("Add an alert", item.text());
    assertEquals("action-1", item.anchor());
    assertEquals(1, item.number());
    assertEquals(new TextPosition(5, 3), item.place());
  }

  @Test
  void takesStateAndPriorityOfAHeading() {
    assertEquals(
        List.of("- | high | done | - | One", "- | low | open | - | Two | Status Open"),
        ReadReport.of(
                """
                ## Action items

                ### Completed (high priority)

                | Action |
                |--------|
                | One    |

                | Action | Priority | Status |
                |--------|----------|--------|
                | Two    | Low      | Open   |
                """)
            .actionItems()
            .stream()
            .map(ReadReport::action)
            .toList());
  }

  private static List<ActionItem> actions(String table) {
    return ReadReport.of("## Action items\n\n" + table).actionItems();
  }

  private static String blocks(String table) {
    return ReadReport.blocks(
        ReadReport.of("## Action items\n\n" + table), SectionKind.ACTION_ITEMS);
  }
}
