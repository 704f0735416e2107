package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An item has a box, a line and what stands below it. `⏎` ends a line of the report.
class ListItemsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          - a⏎- b                 => NONE a / NONE b
          1. a⏎2. b               => NONE a / NONE b
          - [ ] a⏎- [x] b⏎- [X] c => OPEN a / CHECKED b / CHECKED c
          - [?] a                 => NONE [?] a
          - a⏎  - b               => NONE a +BulletList
          - a⏎⏎  b⏎⏎  > c          => NONE a +Paragraph +BlockQuote
          -                       => NONE
          - ```⏎  a⏎  ```         => NONE +FencedCodeBlock
          - '# a'                 => NONE '# a'
          - a⏎  b                 => NONE a b
          """)
  void areTakenApart(String markdown, String items) {
    ListBlock list = (ListBlock) Markdown.parse(markdown.replace('⏎', '\n')).getFirstChild();
    assertEquals(
        items,
        ListItems.of(list).stream().map(ListItemsTest::shown).collect(Collectors.joining(" / ")));
  }

  @Test
  void keepsEverythingInOrder() {
    ListBlock list = (ListBlock) Markdown.parse("- [ ] **a** b\n\n  c").getFirstChild();
    assertEquals(
        List.of("a", " b", "c"),
        ListItems.of(list).getFirst().all().stream().map(Inline::text).toList());
  }

  @Test
  void readsLinesOfOtherBlocks() {
    Text block = new Text("x");
    ListItems.Item item = ListItems.raw(new Inline(List.of(new Text("a"))), block);
    assertEquals("NONE a", shown(item));
    assertEquals(block, item.node());
  }

  private static String shown(ListItems.Item item) {
    return (item.box() + " " + item.line().text()).strip()
        + item.rest().stream()
            .map(node -> " +" + node.getClass().getSimpleName())
            .collect(Collectors.joining());
  }
}
