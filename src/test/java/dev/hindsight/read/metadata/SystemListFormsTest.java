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

/// A line that lists systems is taken apart into names and details; a sentence is no list.
class SystemListFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api                                  | api
          api, worker                          | api / worker
          api; worker                          | api / worker
          api、worker                           | api / worker
          api，worker                           | api / worker
          api；worker                           | api / worker
          api + worker                         | api / worker
          api / worker                         | api / worker
          api & worker                         | api / worker
          api/worker                           | api/worker
          a+b                                  | a+b
          R&D                                  | R&D
          'api, worker and cache'              | api / worker / cache
          'api, worker & cache'                | api / worker / cache
          'api, worker, and the cache'         | api / worker / cache
          'api, plus worker'                   | api / worker
          'api, as well as the worker'         | api / worker
          search and billing                   | search and billing
          the API                              | API
          The API                              | API
          theater                              | theater
          `api`, `worker`                      | api / worker
          `a, b`                               | a, b
          api (eu, us), worker                 | api <eu, us> / worker
          api [eu, us], worker                 | api [eu, us] / worker
          api（eu、us）、worker                   | api <eu、us> / worker
          api - all regions                    | api <all regions>
          api – all regions                    | api <all regions>
          api — all regions                    | api <all regions>
          'api: all regions'                   | api <all regions>
          api：all regions                      | api <all regions>
          api-gateway                          | api-gateway
          api.                                 | api
          api。                                 | api
          'api, worker. Both were restarted.'  | api / worker
          api、worker。再起動した。                   | api / worker
          'node.js, worker'                    | node.js / worker
          'api, , worker'                      | api / worker
          a name of six words here             | a name of six words here
          """)
  void takesAListApart(String line, String systems) {
    assertEquals(systems, shown(SystemList.of(line)));
  }

  @Test
  void takesEachLineForAnItem() {
    assertEquals("api / worker", shown(SystemList.of("api\nworker")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "None.",
        "N/A",
        "na",
        "all",
        "Everything",
        "unknown",
        "TBD",
        "multiple",
        "various",
        "-",
        "others",
        "なし",
        "無し",
        "无",
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
        "a-name-of-more-than-sixty-signs-that-nobody-would-give-to-a-system"
      })
  void findsNoSystems(String line) {
    assertEquals(List.of(), SystemList.of(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'api, mail unaffected'               | api
          'api, mail (not affected)'           | api
          'api, mail was not impacted'         | api
          'api, mail would not be affected'    | api
          'api, mail with no impact'           | api
          api、mail影響なし                         | api
          api，mail未受影响                         | api
          'api, none'                          | api
          """)
  void leavesOutWhatWasNotAffected(String line, String systems) {
    assertEquals(systems, shown(SystemList.of(line)));
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

  @ParameterizedTest
  @ValueSource(strings = {"Database (a) (b)", "(PostgreSQL)", ""})
  void readsTextOfAnotherFormAsANameAlone(String text) {
    assertEquals(Optional.empty(), SystemList.nameAndDetail(text));
    assertEquals(SystemName.of(text), SystemList.name(text));
  }

  @Test
  void readsNoDetailInALongText() {
    assertEquals(Optional.empty(), SystemList.nameAndDetail("Database: " + "x".repeat(300)));
  }

  @Test
  void listsTheFirstColumnOfATable() {
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

  private static String shown(List<SystemName> systems) {
    return systems.stream()
        .map(
            system -> system.name() + system.detail().map(detail -> " <" + detail + ">").orElse(""))
        .collect(Collectors.joining(" / "));
  }
}
