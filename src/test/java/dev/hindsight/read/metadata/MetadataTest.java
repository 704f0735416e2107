package dev.hindsight.read.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.ReportContexts;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.read.source.FrontMatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a report says of itself is read in every spelling; what cannot be read is a problem. `⏎`
/// ends a line.
class MetadataTest {
  private final ReportContext context = ReportContexts.alone();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INC-2024-0112          | INC-2024-0112
          '"`INC-2024-0112`"'    | INC-2024-0112
          '"**INC-2024-0112**"'  | INC-2024-0112
          '"[INC-2024-0112]"'    | INC-2024-0112
          112                    | 112
          INC 2024               | none
          TBD                    | none
          '"``"'                 | none
          """)
  void readsTheId(String written, String id) {
    assertEquals(id, frontMatter("id: " + written).id().map(IncidentId::value).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'started: 22:10⏎resolved: 23:40'                    | 2024-06-11T22:10 2024-06-11T23:40
          'started: 22:10⏎detected: 22:15⏎resolved: 00:40'    | 2024-06-11T22:10 2024-06-11T22:15 2024-06-12T00:40
          'started: 22:10Z⏎resolved: 23:00'                   | 2024-06-11T22:10Z 2024-06-11T23:00Z
          'started: 2024-06-12T01:00⏎resolved: 02:00'         | 2024-06-12T01:00 2024-06-12T02:00
          'resolved: 2024-06-11T24:00'                        | 2024-06-12T00:00
          """)
  void readsTimesOfDayAsThoseOfTheDate(String lines, String moments) {
    Milestones phases = frontMatter("date: 2024-06-11⏎" + lines).phases();
    assertEquals(
        moments,
        Stream.of(phases.started(), phases.detected(), phases.mitigated(), phases.resolved())
            .flatMap(Optional::stream)
            .map(Moment::toString)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void readsTheNamesOfSystemsWithKeys() {
    assertEquals(
        List.of("Tank West", "Pump House"),
        frontMatter("systems: [{name: Tank West, tier: 1}, {id: Pump House}]").systems().stream()
            .map(SystemName::name)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "yes, true",
    "'yes, until Friday', true",
    "1, true",
    "wip, true",
    "n/a, true",
    "false, false",
    "False, false",
    "no, false",
    "off, false",
    "0, false",
    "'', true"
  })
  void takesAnyWordsButNoForADraft(String written, boolean isDraft) {
    assertEquals(isDraft, frontMatter("draft: " + written).isDraft());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          'status: draft'            => true
          'status: Draft, in review' => true
          'state: first draft'       => true
          'status: resolved'         => false
          'status: drafted'          => false
          'published: false'         => true
          'published: no'            => true
          'Published: Off'           => true
          'published: 0'             => true
          'published: true'          => false
          'published: 2024-04-02'    => false
          'published:'               => false
          'meta: {draft: yes}'       => true
          'meta: [{draft: false}]'   => false
          '{draft}'                  => true
          '\" Draft\u200B\": on'    => true
          'draft: {since: May}'      => true
          'title: A draft'           => false
          """)
  void readsWhatMeansADraft(String matter, boolean isDraft) {
    assertEquals(isDraft, frontMatter(matter).isDraft());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Resolved                        | Resolved
          ✅ Resolved                      | Resolved
          Action items open               | Action items open
          Resolved; actions open          | Resolved
          Resolved. Actions open          | Resolved
          'Resolved: actions open'        | Resolved
          Resolved (actions open)         | Resolved
          Resolved（対応済み）                | Resolved
          Resolved, actions open          | Resolved
          Resolved，actions open           | Resolved
          解決済み。対応中                     | 解決済み
          Resolved - actions open         | Resolved
          Resolved – actions open         | Resolved
          Resolved—actions open           | Resolved
          Resolved — actions open         | Resolved
          Resolved at 14:45               | Resolved
          Resolved on 2 April             | Resolved
          Resolved on Monday              | Resolved on Monday
          re-opened                       | re-opened
          '"✅"'                           | none
          """)
  void readsTheStatusInAWordOrTwo(String written, String status) {
    assertEquals(status, frontMatter("status: " + written).status().orElse("none"));
  }

  @Test
  void showsRemarksAboutTheStatus() {
    MetadataValues values = values("State: ✅ Resolved; actions open", "");
    new Metadata(values, context).status();
    assertEquals(
        List.of("State=✅ Resolved; actions open"),
        values.extra().stream().map(field -> field.name() + "=" + field.value()).toList());
    MetadataValues brief = values("status: ✅ Resolved", "");
    new Metadata(brief, context).status();
    assertEquals(List.of(), brief.extra());
    MetadataValues ofText = values("", "Status: Resolved; actions open");
    new Metadata(ofText, context).status();
    assertEquals(List.of(), ofText.extra());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SEV2                        | SEV2 | 2 | ''
          sev-2                       | SEV2 | 2 | ''
          P0                          | SEV1 | 1 | ''
          Critical – all customers    | SEV1 | 1 | ''
          SEV4                        | SEV4 | 4 | ''
          SEV9                        | SEV9 | 5 | unknown-severity
          Huge (all customers)        | Huge | 5 | unknown-severity
          Huge; all customers         | Huge | 5 | unknown-severity
          'Huge, all customers'       | Huge | 5 | unknown-severity
          Huge — all customers        | Huge | 5 | unknown-severity
          Huge – all customers        | Huge | 5 | unknown-severity
          Huge · all customers        | Huge | 5 | unknown-severity
          Huge - all customers        | Huge | 5 | unknown-severity
          """)
  void readsTheSeverityOnTheScaleAndOffIt(String written, String name, int rank, String problem) {
    var severity = frontMatter("severity: \"" + written + '"').severity().orElseThrow();
    assertEquals(name, severity.name());
    assertEquals(rank, severity.rank());
    assertEquals(written, severity.written());
    assertEquals(problem, String.join(" ", ReportContexts.codes(context)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"N/A", "TBD", "<level>", "TBD (to be agreed)", "- - not set"})
  void readsNoSeverityWhereNoneIsGiven(String written) {
    assertEquals(Optional.empty(), frontMatter("severity: \"" + written + '"').severity());
    assertEquals(List.of(), ReportContexts.codes(context));
  }

  @Test
  void readsASeverityFromElsewhereOnlyIfConfigured() {
    assertEquals("SEV2", frontMatter("").severity("P1").orElseThrow().name());
    assertEquals(Optional.empty(), frontMatter("").severity("Huge"));
    assertEquals(List.of(), ReportContexts.codes(context));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-04-02        | 2024-04-02        | ''
          April 2024        | 2024-04           | ''
          2024-04-02 14:45Z | 2024-04-02T14:45Z | ''
          14:45             | none              | ''
          April 2           | none              | ''
          true              | none              | ''
          false             | none              | ''
          (still open)      | none              | ''
          ongoing           | none              | ''
          unknown, perhaps May | none           | ''
          not yet resolved  | none              | ''
          tomorrow          | none              | unclear-value
          2024-02-30        | none              | unclear-value
          """)
  void readsADateOrReportsThatItCannot(String written, String date, String problem) {
    Metadata metadata = frontMatter("date: " + written);
    assertEquals(date, metadata.moment("date").map(Moment::toString).orElse("none"));
    assertEquals(problem, String.join(" ", ReportContexts.codes(context)));
  }

  @ParameterizedTest
  @CsvSource({
    "Date: tomorrow, unclear-value",
    "Date: in the small hours of the longest of days, ''"
  })
  void treatsALongValueInTextAsASentence(String line, String problem) {
    assertEquals(Optional.empty(), text(line).moment("date"));
    assertEquals(problem, String.join(" ", ReportContexts.codes(context)));
  }

  @ParameterizedTest
  @CsvSource({"40, unclear-value", "41, ''"})
  void treatsAShorterValueInTextAsAValue(int length, String problem) {
    text("Date: " + "x".repeat(length)).moment("date");
    assertEquals(problem, String.join(" ", ReportContexts.codes(context)));
  }

  @Test
  void showsAnUnclearValueOfTheFrontMatter() {
    MetadataValues values = values("date: tomorrow", "");
    Metadata metadata = new Metadata(values, context);
    metadata.moment("date");
    metadata.moment("date");
    assertEquals("tomorrow", values.extra().getFirst().value());
    assertEquals("incidents/INC-2024-0001.md:2:7", context.problems().getFirst().at().toString());
  }

  @Test
  void readsADateInTheOrderOfTheReport() {
    context.setDayFirst(true);
    assertEquals(
        Optional.of("2023-11-06"),
        frontMatter("date: 06/11/2023").moment("date").map(Moment::toString));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          'started: 2024-04-02 10:00⏎detected: 2024-04-02 10:05⏎mitigated: 2024-04-02 10:30⏎resolved: 2024-04-02 11:00' => 2024-04-02T10:00 / 2024-04-02T10:05 / 2024-04-02T10:30 / 2024-04-02T11:00
          'date: 2024-04-02 10:00 – 11:00'       => 2024-04-02T10:00 / - / - / 2024-04-02T11:00
          'started: 2024-04-02 10:00 to 11:00'   => 2024-04-02T10:00 / - / - / 2024-04-02T11:00
          'duration: 2024-04-02 10:00 to 11:00'  => 2024-04-02T10:00 / - / - / 2024-04-02T11:00
          'date: 2024-04-02 10:00'               => 2024-04-02T10:00 / - / - / -
          'date: 2024-04-02'                     => - / - / - / -
          'date: 2024-04-02 10:00 – 11:00⏎resolved: 2024-04-02 12:00' => 2024-04-02T10:00 / - / - / 2024-04-02T12:00
          'date: 2024-04-02 10:00 – 11:00⏎started: 2024-04-02 09:00'  => 2024-04-02T09:00 / - / - / 2024-04-02T11:00
          'status: 2024-04-02 10:00 – 11:00'     => - / - / - / -
          'resolved: true'                       => - / - / - / -
          """)
  void readsMilestones(String yaml, String milestones) {
    Milestones phases = frontMatter(yaml).phases();
    assertEquals(
        milestones,
        Stream.of(phases.started(), phases.detected(), phases.mitigated(), phases.resolved())
            .map(moment -> moment.map(Moment::toString).orElse("-"))
            .collect(Collectors.joining(" / ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          'duration: 1h 30m'                            => 90 / true
          'duration_minutes: 45'                        => 45 / true
          'Minutes of downtime: 45'                     => 45 / true
          'time_to_resolve: 2h'                         => 120 / false
          'time_to_repair: 3h'                          => 180 / false
          'duration: 1h⏎time_to_resolve: 2h'            => 60 / true
          'time_to_repair: 3h⏎time_to_resolve: 2h'      => 120 / false
          'started: 2024-04-02 10:00⏎resolved: 2024-04-02 11:00' => 60 / false
          'date: 2024-04-02 10:00 – 11:00'              => 60 / false
          'duration: 2024-04-02 10:00 – 11:00'          => 60 / false
          'duration: 1h⏎date: 2024-04-02 10:00 – 12:00' => 60 / true
          'started: 2024-04-02 10:00'                   => none / false
          'duration: 45'                                => none / false / unclear-value
          'duration: unknown (noticed late)'            => none / false
          'duration: TBD'                               => none / false
          'duration: a while'                           => none / false / unclear-value
          'duration: a while⏎time_to_resolve: 2h'       => 120 / false / unclear-value
          """)
  void readsTheClearestLength(String yaml, String length) {
    assertEquals(length, length(frontMatter(yaml)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          'Duration: 1h 30m'                                => 90 / true
          'Duration (min): 45'                              => 45 / true
          'Duration (mins): 45'                             => 45 / true
          'Duration: 45'                                    => none / false
          'Duration: a while'                               => none / false
          '## Impact⏎⏎- Duration: 2h'                       => 120 / false
          '## Impact⏎⏎- Duration: 2h⏎- Time to resolve: 3h' => 120 / false
          'Duration: 1h⏎⏎## Impact⏎⏎- Duration: 2h'         => 60 / true
          """)
  void readsALengthOfTheText(String markdown, String length) {
    assertEquals(length, length(text(markdown)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          'systems: api (eu), worker'            => api <eu> / worker
          'systems: [api (eu), "a, b"]'          => api <eu> / a, b
          'systems: none'                        => ''
          'title: x'                             => ''
          """)
  void readsSystems(String yaml, String systems) {
    assertEquals(
        systems,
        frontMatter(yaml).systems().stream()
            .map((SystemName system) ->
                system.name() + system.detail().map(detail -> " <" + detail + ">").orElse(""))
            .collect(Collectors.joining(" / ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          'tags: a, b; c、d'             => a / b / c / d
          'tags: [a, "b, c"]'           => a / b, c
          'tags: [" a ", n/a]'          => a
          'tags: none'                  => ''
          'tags: a b'                   => a b
          'title: x'                    => ''
          """)
  void readsLists(String yaml, String items) {
    assertEquals(items, String.join(" / ", frontMatter(yaml).list("tags")));
  }

  @Test
  void readsTextsAsWritten() {
    assertEquals(List.of("a, b"), frontMatter("find: a, b").texts("find"));
    assertEquals(List.of("a, b", "c"), frontMatter("find: ['a, b', c]").texts("find"));
    assertEquals(List.of(), frontMatter("").texts("find"));
  }

  @Test
  void readsIds() {
    assertEquals(
        List.of(new IncidentId("INC-1"), new IncidentId("INC-2")),
        frontMatter("aliases: INC-1, INC-2").ids("aliases"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          'related: INC-2024-0001'                      => INC-2024-0001
          'related: see INC-2024-0001 and INC-2024-0002' => INC-2024-0001 / INC-2024-0002
          'related: [INC-2024-0001, "INC-2024-0002: x"]' => INC-2024-0001 / INC-2024-0002
          'related: "[INC-2024-0001](a.md)"'            => INC-2024-0001
          'related: none'                               => ''
          'title: x'                                    => ''
          """)
  void readsTheIdsOfRelatedIncidents(String yaml, String ids) {
    Metadata metadata = frontMatter(yaml);
    assertEquals(
        ids,
        metadata.related("related").stream()
            .map(related -> related.id().value())
            .collect(Collectors.joining(" / ")));
    assertTrue(
        metadata.related("related").stream()
            .allMatch(related -> related.place().equals(new TextPosition(2, 10))));
  }

  @Test
  void readsRelationsByTheirKind() {
    var ties = frontMatter("duplicate of: INC-1\nrepeat of: INC-2\nunrelated: INC-3").ties();
    assertEquals("INC-1", ties.sameAs().getFirst().id().value());
    assertEquals("INC-2", ties.recurrenceOf().getFirst().id().value());
    assertEquals("INC-3", ties.notRelated().getFirst().id().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "–",
        "—",
        "n/a",
        "N/A",
        "na",
        "none",
        "None",
        "unknown",
        " Unknown ",
        "tbd",
        "TBA",
        "todo",
        "?",
        "なし",
        "不明",
        "[date]",
        "<date>",
        "{date}",
        "[a long instruction]",
        "[a [nested] one]",
        "[Action item] - [Owner]"
      })
  void knowsWordsForNothing(String text) {
    assertTrue(Metadata.isNothing(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "0",
        "none of them",
        "[a] b",
        "a [b]",
        "[",
        "x",
        "[INC-1], [INC-2]",
        "[high] Add an alert [SHOP-7]",
        "[a}"
      })
  void doesNotTreatOtherWordsAsNone(String text) {
    assertFalse(Metadata.isNothing(text));
  }

  private String length(Metadata metadata) {
    metadata.phases();
    OptionalLong minutes = metadata.duration();
    String codes = String.join(" ", ReportContexts.codes(context));
    return (minutes.isPresent() ? minutes.getAsLong() : "none")
        + " / "
        + !metadata.isDurationDerived()
        + (codes.isEmpty() ? "" : " / " + codes);
  }

  private Metadata frontMatter(String yaml) {
    return new Metadata(values(yaml, ""), context);
  }

  private Metadata text(String markdown) {
    return new Metadata(values("", markdown), context);
  }

  private MetadataValues values(String yaml, String markdown) {
    String matter = "---\n" + yaml.replace('⏎', '\n') + "\n---\n";
    MetadataValues values =
        new MetadataValues((FrontMatter.Readable) FrontMatter.split(matter), context);
    values.listen(Inline.children(Markdown.parse(markdown.replace('⏎', '\n'))));
    return values;
  }
}
