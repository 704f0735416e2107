package dev.hindsight.read.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SystemName;
import dev.hindsight.read.ReadReport;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.read.markdown.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A line of systems is taken apart at the signs that people put between names, and only where it
/// is a list.
class SystemListTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Shop API                             => Shop API
          Shop API, Cart                       => Shop API | Cart
          Shop API; Cart                       => Shop API | Cart
          店、カート                           => 店 | カート
          店，购物车                           => 店 | 购物车
          店；购物车                           => 店 | 购物车
          Shop API + Cart                      => Shop API | Cart
          Shop API / Cart                      => Shop API | Cart
          Shop API & Cart                      => Shop API | Cart
          TCP/IP                               => TCP/IP
          R&D                                  => R&D
          C++ API                              => C++ API
          Shop /Cart                           => Shop /Cart
          Shop/ Cart                           => Shop/ Cart
          + Shop                               => + Shop
          Shop, Cart, and Mail                 => Shop | Cart | Mail
          Shop, Cart and Mail                  => Shop | Cart | Mail
          Shop, Cart and Mail and Search       => Shop | Cart | Mail and Search
          Shop and Cart                        => Shop and Cart
          Shop, plus Cart                      => Shop | Cart
          Shop, as well as the Cart            => Shop | Cart
          Shop, & the Cart                     => Shop | Cart
          The Shop                             => Shop
          Theater                              => Theater
          `Shop`, `Cart`                       => Shop | Cart
          `a, b`, c                            => a, b | c
          Shop (EU, US), Cart                  => Shop (EU, US) | Cart
          Shop [EU, US], Cart                  => Shop [EU, US] | Cart
          店（東京、大阪）、カート             => 店 (東京、大阪) | カート
          Shop) EU, US                         => Shop) EU | US
          Shop, Cart. The mail was fine, too   => Shop | Cart
          店、カート。メールは無事             => 店 | カート
          Shop, Cart 2.0, Mail                 => Shop | Cart 2.0 | Mail
          Shop 2. Cart                         => Shop 2. Cart
          Shop.                                => Shop
          店。                                 => 店
          Shop, , Cart                         => Shop | Cart
          Shop - the API, Cart                 => Shop (the API) | Cart
          Shop: API, Cart                      => Shop (API) | Cart
          Shop, Cart unaffected                => Shop
          Shop, no data was lost               => Shop
          one two three four five six          => one two three four five six
          one two three four five six seven    => -
          Shop, one two three four five six seven => -
          None                                 => -
          Shop, others                         => Shop
          """)
  void takesALineApart(String line, String names) {
    String read =
        SystemList.of(line).stream().map(ReadReport::name).collect(Collectors.joining(" | "));
    assertEquals(names, read.isEmpty() ? "-" : read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "N/A",
        "na",
        "All",
        "everything",
        "unknown",
        "TBD",
        "multiple",
        "various",
        "-",
        "others",
        "なし",
        "無し",
        "无",
        "",
      })
  void takesNoWordForNothingForASystem(String word) {
    assertEquals(List.of(), SystemList.of(word));
  }

  @Test
  void takesNoLongNameForASystem() {
    assertEquals(1, SystemList.of("a".repeat(60)).size());
    assertEquals(0, SystemList.of("a".repeat(61)).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Shop                                 => Shop | -
          Shop (API)                           => Shop | API
          Shop（API）                          => Shop | API
          Shop (API）                          => Shop | API
          Shop - the API                       => Shop | the API
          Shop – the API                       => Shop | the API
          Shop — the API                       => Shop | the API
          Shop: the API (EU)                   => Shop | the API (EU)
          店：カート                           => 店 | カート
          Shop-API                             => Shop-API | -
          Shop -API                            => Shop -API | -
          Shop ()                              => Shop | -
          """)
  void readsANameAndItsDetail(String text, String nameAndDetail) {
    SystemName name = SystemList.nameAndDetail(text).orElseThrow();
    assertEquals(nameAndDetail, name.name() + " | " + name.detail().orElse("-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(API)",
        "Shop (API) in Europe",
        "Shop (API (EU))",
        "Shop:API",
        ": Shop",
        "店（東京",
        "店：",
        "Shop (a(b)",
        "Shop (a)b)",
        "店（a（b）",
        "店（a）b）",
      })
  void takesNoOtherTextForANameWithADetail(String text) {
    assertEquals(Optional.empty(), SystemList.nameAndDetail(text));
    assertEquals(SystemName.of(text), SystemList.name(text));
  }

  @Test
  void readsTheFirstColumnOfATable() {
    TableBlock table =
        (TableBlock)
            Markdown.parse(
                    """
                    | System | Effect       |
                    |--------|--------------|
                    | Shop   | slow         |
                    | Mail   | not affected |
                    |        | slow         |
                    | Cart   | down         |
                    """)
                .getFirstChild();
    assertEquals("Shop\nCart", SystemList.ofTable(Table.of(table)));
  }

  @Test
  void takesNoLongTextForANameWithADetail() {
    assertEquals(true, SystemList.nameAndDetail("Shop - " + "a".repeat(293)).isPresent());
    assertEquals(false, SystemList.nameAndDetail("Shop - " + "a".repeat(294)).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Mail unaffected                      => true
          Mail was not affected                => true
          Mail could not be affected           => true
          Mail was not impacted                => true
          Mail (No impact)                     => true
          メールは影響なし                     => true
          邮件未受影响                         => true
          none of them                         => true
          No mail was lost                     => true
          not the mail                         => true
          nothing else                         => true
          Everything else                      => true
          anything else                        => true
          every mail                           => true
          other systems                        => true
          others were fine                     => true
          all of them                          => true
          Mail affected                        => false
          Impact on mail                       => false
          Mail was reunaffected                => false
          Mail unaffectedly                    => false
          Mail knot affected                   => false
          Mail not affectedly                  => false
          Mail casino impact                   => false
          Mail no impactful                    => false
          None                                 => false
          Notes                                => false
          Nosql store                          => false
          Allocator two                        => false
          Mail                                 => false
          """)
  void knowsWhatWasNotAffected(String text, boolean isNegative) {
    assertEquals(isNegative, SystemList.isNegative(text));
  }
}
