package dev.hindsight.read.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SystemName;
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
          Shop API                                 => Shop API
          Shop API, Cart                           => Shop API | Cart
          Shop API; Cart                           => Shop API | Cart
          店、カート                                    => 店 | カート
          店，购物车                                    => 店 | 购物车
          店；购物车                                    => 店 | 购物车
          Shop API + Cart                          => Shop API | Cart
          Shop API / Cart                          => Shop API | Cart
          Shop API & Cart                          => Shop API | Cart
          TCP/IP                                   => TCP/IP
          R&D                                      => R&D
          C++ API                                  => C++ API
          Shop /Cart                               => Shop /Cart
          Shop/ Cart                               => Shop/ Cart
          + Shop                                   => + Shop
          Shop, Cart, and Mail                     => Shop | Cart | Mail
          Shop, Cart and Mail                      => Shop | Cart | Mail
          Shop, Cart and Mail and Search           => Shop | Cart | Mail and Search
          Shop and Cart                            => Shop and Cart
          Shop, plus Cart                          => Shop | Cart
          Shop, as well as the Cart                => Shop | Cart
          Shop, & the Cart                         => Shop | Cart
          The Shop                                 => Shop
          Theater                                  => Theater
          `Shop`, `Cart`                           => Shop | Cart
          `a, b`, c                                => a, b | c
          Shop (EU, US), Cart                      => Shop <EU, US> | Cart
          Shop [EU, US], Cart                      => Shop [EU, US] | Cart
          店（東京、大阪）、カート                             => 店 <東京、大阪> | カート
          Shop) EU, US                             => Shop) EU | US
          Shop, Cart. The mail was fine, too       => Shop | Cart
          店、カート。メールは無事                             => 店 | カート
          Shop, Cart 2.0, Mail                     => Shop | Cart 2.0 | Mail
          Shop 2. Cart                             => Shop 2. Cart
          `shop` (down; loop). All others ran, but slowly. => shop <down; loop>
          Shop. Everything else was fine           => Shop
          Shop – degraded. The cart kept working.  => Shop <degraded>
          店。他は無事でした。                             => 店
          The shop was down. Nobody could buy anything for some hours => -
          Monitoring, which lost samples           => Monitoring <which lost samples>
          Shop, where carts were lost, Mail        => Shop <where carts were lost> | Mail
          Shop, Mail, because both use the disk    => Shop | Mail <because both use the disk>
          Shop; but only in Europe                 => Shop <but only in Europe>
          Shop.                                    => Shop
          店。                                       => 店
          Shop, , Cart                             => Shop | Cart
          Shop - the API, Cart                     => Shop <the API> | Cart
          Shop: API, Cart                          => Shop <API> | Cart
          Shop, Cart unaffected                    => Shop
          Shop, no data was lost                   => Shop
          one two three four five six              => one two three four five six
          one two three four five six seven        => -
          Shop, one two three four five six seven  => -
          None                                     => -
          Shop, others                             => Shop
          api                                      => api
          api, worker                              => api | worker
          api; worker                              => api | worker
          api、worker                               => api | worker
          api，worker                               => api | worker
          api；worker                               => api | worker
          api + worker                             => api | worker
          api / worker                             => api | worker
          api & worker                             => api | worker
          api/worker                               => api/worker
          a+b                                      => a+b
          api, worker and cache                    => api | worker | cache
          api, worker & cache                      => api | worker | cache
          api, worker, and the cache               => api | worker | cache
          api, plus worker                         => api | worker
          api, as well as the worker               => api | worker
          search and billing                       => search and billing
          the API                                  => API
          The API                                  => API
          theater                                  => theater
          `api`, `worker`                          => api | worker
          `a, b`                                   => a, b
          api (eu, us), worker                     => api <eu, us> | worker
          api [eu, us], worker                     => api [eu, us] | worker
          api（eu、us）、worker                        => api <eu、us> | worker
          api - all regions                        => api <all regions>
          api – all regions                        => api <all regions>
          api — all regions                        => api <all regions>
          api: all regions                         => api <all regions>
          api：all regions                          => api <all regions>
          api-gateway                              => api-gateway
          api.                                     => api
          api。                                     => api
          api, worker. Both were restarted.        => api | worker
          api、worker。再起動した。                        => api | worker
          node.js, worker                          => node.js | worker
          api, , worker                            => api | worker
          a name of six words here                 => a name of six words here
          api, mail unaffected                     => api
          api, mail (not affected)                 => api
          api, mail was not impacted               => api
          api, mail would not be affected          => api
          api, mail with no impact                 => api
          api、mail影響なし                             => api
          api，mail未受影响                             => api
          api, none                                => api
          """)
  void takesALineApart(String line, String names) {
    String read = shown(SystemList.of(line));
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
        "None.",
        "all",
        "Everything",
        "no systems",
        "not the API",
        "nothing at all",
        "everything but search",
        "anything in Europe",
        "every region",
        "other regions",
        "all of them",
        "others too",
        "a name of more than six words",
        "none of the databases",
        "every repository that builds its images through the hub",
        "checkout was slow because its pool was too small",
        "a-name-of-more-than-sixty-signs-that-nobody-would-give-to-a-system",
      })
  void findsNoSystemInWordsForNothingOrASentence(String line) {
    assertEquals(List.of(), SystemList.of(line));
  }

  @Test
  void ignoresLongNames() {
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
        "Database (a) (b)",
        "(PostgreSQL)",
      })
  void takesNoOtherTextForANameWithADetail(String text) {
    assertEquals(Optional.empty(), SystemList.nameAndDetail(text));
    assertEquals(SystemName.of(text), SystemList.name(text));
  }

  @Test
  void readsTheFirstColumnOfATable() {
    String table =
        """
        | System | State |
        |---|---|
        | `api` | down |
        | mail | not affected |
        | | down |
        | worker | slow |
        """;
    TableBlock block = (TableBlock) Markdown.parse(table).getFirstChild();
    assertEquals("api\nworker", SystemList.ofTable(Table.of(block)));
  }

  @Test
  void doesNotReadALongTextAsANameWithADetail() {
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

  @Test
  void readsEachLineAsAnItem() {
    assertEquals("api | worker", shown(SystemList.of("api\nworker")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Database (PostgreSQL)     | Database <PostgreSQL>
          Database（PostgreSQL）      | Database <PostgreSQL>
          Database — read-only      | Database <read-only>
          'Database: read-only'     | Database <read-only>
          Database：read-only        | Database <read-only>
          Database ()               | Database
          Database                  | Database
          """)
  void readsOneSystemWithItsDetail(String text, String system) {
    assertEquals(system, shown(List.of(SystemList.name(text))));
  }

  @Test
  void readsNoDetailInALongText() {
    assertEquals(Optional.empty(), SystemList.nameAndDetail("Database: " + "x".repeat(300)));
  }

  /// `name <detail> | name`
  private static String shown(List<SystemName> systems) {
    return systems.stream()
        .map(
            system -> system.name() + system.detail().map(detail -> " <" + detail + ">").orElse(""))
        .collect(Collectors.joining(" | "));
  }
}
