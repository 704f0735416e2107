package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A table has a header and rows of cells.
class TableTest {
  private static final Table TABLE =
      Table.of(
          (TableBlock)
              Markdown.parse(
                      """
                      | **Time (UTC)** | `Event` |  |
                      |---|---|---|
                      | 14:45 | **down** in [eu](b.md) | x |
                      | 14:50 |
                      """)
                  .getFirstChild());

  @Test
  void returnsTheTextOfItsHeader() {
    assertEquals(List.of("Time (UTC)", "Event", ""), TABLE.header());
  }

  @Test
  void returnsTheCellsOfItsRows() {
    assertEquals(
        List.of(List.of("14:45", "down in eu", "x"), List.of("14:50", "", "")),
        TABLE.rows().stream().map(row -> row.stream().map(Inline::text).toList()).toList());
  }

  @ParameterizedTest
  @CsvSource({"time, 0", "event, 1", "'', 2", "owner, -1"})
  void findsAColumnByItsNormalName(String name, int column) {
    assertEquals(column, TABLE.column(Set.of(name, "another name")));
  }

  @Test
  void findsTheFirstOfSeveralColumns() {
    assertEquals(0, TABLE.column(Set.of("event", "time")));
  }

  @ParameterizedTest
  @CsvSource({"0, 14:45", "2, x", "3, ''", "-1, ''"})
  void hasEmptyCellsInAShortRow(int column, String words) {
    assertEquals(words, TABLE.cell(TABLE.rows().getFirst(), column).text());
  }
}
