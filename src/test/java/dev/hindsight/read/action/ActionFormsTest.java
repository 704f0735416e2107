package dev.hindsight.read.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.ReadReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A list item is read as one action: what the page shows beside the text is taken off it, and all
/// other words stay.
class ActionFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          **[high]** Add an alert              => - | high | open | - | Add an alert
          **[High]:** Add an alert             => - | high | open | - | Add an alert
          **[P1]** Add an alert                => - | high | open | - | [P1] Add an alert
          **P1** Add an alert                  => - | high | open | - | P1 Add an alert
          **P1:** Add an alert                 => - | high | open | - | P1: Add an alert
          **[low]** - Add an alert             => - | low | open | - | Add an alert
          **[low]** – Add an alert             => - | low | open | - | Add an alert
          **[low]** — Add an alert             => - | low | open | - | Add an alert
          **[low]**: Add an alert              => - | low | open | - | Add an alert
          **[someday]** Add an alert           => - | someday | open | - | Add an alert
          **high** Add an alert                => - | - | open | - | high Add an alert
          **Alerting** Add an alert [low]      => - | low | open | - | Alerting Add an alert [low]
          **P9** Add an alert                  => - | P9 | open | - | Add an alert
          [high] Add an alert                  => - | high | open | - | Add an alert
          [High] - Add an alert                => - | high | open | - | Add an alert
          [High] – Add an alert                => - | high | open | - | Add an alert
          [High] — Add an alert                => - | high | open | - | Add an alert
          (high) Add an alert                  => - | high | open | - | Add an alert
          (high): Add an alert                 => - | high | open | - | Add an alert
          (P2) Add an alert                    => - | medium | open | - | (P2) Add an alert
          [urgent] Add an alert                => - | critical | open | - | [urgent] Add an alert
          P1: Add an alert                     => - | high | open | - | P1: Add an alert
          P1 - Add an alert                    => - | high | open | - | P1 - Add an alert
          P1 – Add an alert                    => - | high | open | - | P1 – Add an alert
          P1 — Add an alert                    => - | high | open | - | P1 — Add an alert
          P1 alerts need an owner              => - | - | open | - | P1 alerts need an owner
          Alert on (P2) errors                 => - | - | open | - | Alert on (P2) errors
          **The [high] load** needs an alert   => - | - | open | - | The [high] load needs an alert
          P9: Add an alert                     => - | - | open | - | P9: Add an alert
          [someday] Add an alert               => - | - | open | - | [someday] Add an alert
          [high] Add an alert [low].           => - | high | open | - | Add an alert [low].
          Add an alert [low]                   => - | low | open | - | Add an alert [low]
          `[high]` Add an alert                => - | - | open | - | [high] Add an alert
          """)
  void readsThePriorityThatAnItemBeginsWith(String item, String action) {
    assertEquals(action, read(item));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Add an alert (Assigned: Mira)        => - | - | open | Mira | Add an alert
          Add an alert (assigned:  @mira)      => - | - | open | mira | Add an alert
          Add an alert (Assigned: TBD)         => - | - | open | - | Add an alert
          Add an alert (Assigned: Mira, due 2024-05-01) => 2024-05-01 | - | open | Mira | Add an alert
          Add (Assigned: Mira) an alert        => - | - | open | Mira | Add (Assigned: Mira) an alert
          Add an alert (Assigned: Mira).       => - | - | open | Mira | Add an alert (Assigned: Mira).
          Owner: Sam, with care (Assigned: Mira) => - | - | open | Mira | Owner: Sam, with care
          Add an alert. Owner: Mira            => - | - | open | Mira | Add an alert. Owner: Mira
          Add an alert. **Owner:** Mira        => - | - | open | Mira | Add an alert. Owner: Mira
          Add an alert — **Mira**              => - | - | open | Mira | Add an alert — Mira
          Add an alert - **Mira**              => - | - | open | Mira | Add an alert - Mira
          Add an alert – **Mira**              => - | - | open | Mira | Add an alert – Mira
          Add an alert — **@mira**             => - | - | open | mira | Add an alert — @mira
          Add - an alert **Mira**              => - | - | open | - | Add - an alert Mira
          Add an alert -- **Mira Ann Chen**    => - | - | open | Mira Ann Chen | Add an alert -- Mira Ann Chen
          Add an alert — **Mira and Ann Chen** => - | - | open | - | Add an alert — Mira and Ann Chen
          Add an alert — **Note: soon**        => - | - | open | - | Add an alert — Note: soon
          Add an alert — **TBD**               => - | - | open | - | Add an alert — TBD
          Add an alert **Mira**                => - | - | open | - | Add an alert Mira
          Add an alert-**Mira**                => - | - | open | - | Add an alert-Mira
          Add an alert — *Mira*                => - | - | open | - | Add an alert — Mira
          Add `x` **Mira**                     => - | - | open | - | Add x Mira
          **Mira**                             => - | - | open | - | Mira
          Owner: Sam — **Mira**                => - | - | open | Sam | Owner: Sam — Mira
          """)
  void readsTheOwnerOfAnItem(String item, String action) {
    assertEquals(action, read(item));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Add an alert                         => - | - | open | - | Add an alert
          [ ] Add an alert                     => - | - | open | - | Add an alert
          [x] Add an alert                     => - | - | done | - | Add an alert
          [X] Add an alert (won't do)          => - | - | done | - | Add an alert (won't do)
          [ ] Add an alert (won't do)          => - | - | dropped | - | Add an alert (won't do)
          [ ] Add an alert (done)              => - | - | open | - | Add an alert (done)
          Add an alert (done)                  => - | - | done | - | Add an alert (done)
          Add an alert (won't do)              => - | - | dropped | - | Add an alert (won't do)
          ~~Add an alert~~                     => - | - | done | - | Add an alert
          ~~Add~~ ~~an alert~~                 => - | - | done | - | Add an alert
          ~~Add an alert~~ Write a test        => - | - | open | - | Add an alert Write a test
          ~~Add an alert~~ (won't do)          => - | - | dropped | - | Add an alert (won't do)
          """)
  void readsTheStateOfAnItem(String item, String action) {
    assertEquals(action, read(item));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          [#7](https://example.com/acme/shop/issues/7)          => https://example.com/acme/shop/issues/7
          [#7](https://example.com/acme/shop/issue/7)           => https://example.com/acme/shop/issue/7
          [#7](https://example.com/acme/shop/pull/7)            => https://example.com/acme/shop/pull/7
          [#7](https://example.com/acme/shop/pulls/7)           => https://example.com/acme/shop/pulls/7
          [#7](https://example.com/shop/-/merge_requests/7)     => https://example.com/shop/-/merge_requests/7
          [#7](https://example.com/browse/SHOP-7)               => https://example.com/browse/SHOP-7
          [#7](https://example.com/shop/-/work_items/7?x=1)     => https://example.com/shop/-/work_items/7?x=1
          [#7](http://example.com/ticket/7)                     => http://example.com/ticket/7
          [#7](HTTPS://example.com/TICKETS/7)                   => HTTPS://example.com/TICKETS/7
          [#7](https://example.com/pull/7) and [#8](https://example.com/issues/8) => https://example.com/issues/8
          [#7](https://example.com/pull/7), see [notes](https://example.com/notes/8) => https://example.com/pull/7
          [notes](https://example.com/notes/8)                  => -
          [new](https://example.com/issues/)                    => -
          [all](/shop/issues/7)                                 => -
          """)
  void readsTheTicketOfAnItem(String link, String ticket) {
    ActionItem item = actions("- Add an alert " + link).getFirst();
    assertEquals(ticket, item.ticket().orElse("-"));
  }

  @Test
  void numbersItemsOverTheWholeReportAndKnowsWhereTheyStand() {
    List<ActionItem> items =
        actions("1. Add an alert\n2. **[high]** Write a test\n\n## Next steps\n\n- Tell the team");
    assertEquals(List.of(1, 2, 3), items.stream().map(ActionItem::number).toList());
    assertEquals(
        List.of("action-1", "action-2", "action-3"),
        items.stream().map(ActionItem::anchor).toList());
    assertEquals(
        List.of(new TextPosition(3, 4), new TextPosition(4, 4), new TextPosition(8, 3)),
        items.stream().map(ActionItem::place).toList());
  }

  @Test
  void keepsWhatStandsBelowAnItemInItsMarkup() {
    ActionItem item = actions("- Add an *alert*\n\n  - on memory").getFirst();
    assertEquals("Add an alert\non memory", item.text());
    assertEquals("Add an <em>alert</em><ul><li>on memory</li></ul>", oneLine(item));
  }

  @Test
  void readsAnItemWithoutALine() {
    ActionItem item = actions("-     code\n- Add an alert").getFirst();
    assertEquals("- | - | open | - | code", ReadReport.action(item));
    assertEquals(new TextPosition(3, 1), item.place());
  }

  private static String oneLine(ActionItem item) {
    return item.html().value().replace("\n", "");
  }

  private static String read(String item) {
    return ReadReport.action(actions("- " + item).getFirst());
  }

  private static List<ActionItem> actions(String list) {
    Incident incident = ReadReport.of("## Action items\n\n" + list + "\n");
    return incident.actionItems();
  }
}
