package dev.hindsight.read.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.TextPosition;
import dev.hindsight.read.ReportContexts;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.read.source.FrontMatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values are filed under what their keys mean; what has no meaning is kept to be shown. `⏎` ends a
/// line, and a `+` marks a field that is kept.
class MetadataValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          severity: SEV2                      => severity=SEV2
          Incident_Severity: SEV2             => severity=SEV2
          'time-to-resolve: 1h'               => resolve-time=1h
          'services: [api, worker]'           => systems=api, worker
          'severity:'                         => ''
          'custom: x'                         => +custom=x
          'custom:'                           => ''
          'custom: [a, b]'                    => +custom=a, b
          'custom:⏎  a: 1⏎  b: 2'             => +custom=a: 1, b: 2
          severity: SEV2⏎sev: SEV3            => severity=SEV2 / +sev=SEV3
          'resolved: true'                    => +resolved=true
          'detected: false'                   => +detected=false
          'mitigated: true'                   => +mitigated=true
          'started: false'                    => +started=false
          'draft: true'                       => draft=true
          'id: two words'                     => id=two words / +id=two words
          'systems: none'                     => systems=none / +systems=none
          'started: 14:45'                    => started=14:45
          'resolved: 14:45 UTC'               => resolved=14:45 UTC
          'detected: 14:45'                   => detected=14:45
          'mitigated: 14:45'                  => mitigated=14:45
          'systems: [none]'                   => systems=none
          'started: 2024-04-02 14:45'         => started=2024-04-02 14:45
          'date: tomorrow'                    => date=tomorrow
          """)
  void areThoseOfTheFrontMatter(String frontMatter, String values) {
    assertEquals(values, values(frontMatter, ""));
  }

  @Test
  void valuesWithKeysAreNotRead() {
    ReportContext context = ReportContexts.alone();
    MetadataValues values = new MetadataValues(frontMatter("severity:\n  level: SEV2"), context);
    assertEquals(Map.of(), values.places());
    assertEquals("level: SEV2", values.extra().getFirst().value());
    assertEquals(List.of("bad-front-matter"), ReportContexts.codes(context));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Severity: SEV2                               => severity=SEV2
          Severity: SEV2⏎⏎Status: done                 => severity=SEV2 / status=done
          Severity: SEV2⏎Sev: SEV3                     => severity=SEV2
          Custom: x                                    => ''
          Severity: N/A                                => ''
          Severity: TBD⏎⏎Sev: SEV3                     => severity=SEV3
          Severity: <level>                            => ''
          '## Severity: SEV2'                          => severity=SEV2
          '## Details⏎⏎Severity: SEV2⏎⏎Status: done'   => severity=SEV2 / status=done
          '## Notes⏎⏎Severity: SEV2'                   => ''
          '## Summary⏎⏎Severity: SEV2⏎⏎Status: done'   => severity=SEV2
          '## Notes⏎⏎x⏎⏎## Details⏎⏎Severity: SEV2'    => severity=SEV2
          '## Severity⏎⏎SEV2⏎⏎SEV3'                    => severity=SEV2
          '## Severity⏎⏎- SEV2'                        => ''
          '## Custom⏎⏎SEV2'                            => ''
          '## Impact⏎⏎Everybody'                       => ''
          """)
  void areThoseOfTheText(String markdown, String values) {
    assertEquals(values, values("", markdown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          '## Notes⏎⏎| Severity | SEV2 |⏎|---|---|⏎| Status | done |'        => severity=SEV2 / status=done
          '## Notes⏎⏎| A | B |⏎|---|---|⏎| Severity | SEV2 |'                => ''
          '## Timeline⏎⏎| Date | Status |⏎|---|---|⏎| Severity | SEV2 |⏎| Status | done |' => ''
          '## Action items⏎⏎| Severity | SEV2 |⏎|---|---|⏎| Status | done |' => ''
          """)
  void areThoseOfTablesWithTwoKnownKeys(String markdown, String values) {
    assertEquals(values, values("", markdown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          '## Impact⏎⏎- Systems: api'                     => systems=api
          '## Impact⏎⏎- Severity: SEV2'                   => severity=SEV2
          '## Impact⏎⏎x⏎⏎- Severity: SEV2'                => severity=SEV2
          '## Impact⏎⏎- Time to resolve: 1h'              => resolve-time=1h
          '## Impact⏎⏎- Time to repair: 1h'               => repair-time=1h
          '## Impact⏎⏎- Duration: 1h'                     => impact-duration=1h
          '## Impact⏎⏎- Status: done⏎- Date: 2024-04-02'  => ''
          '## Affected Systems⏎⏎api, worker'              => systems=api, worker
          '## Affected Systems⏎⏎x⏎⏎api, worker'           => systems=x
          '## Affected Systems⏎⏎Nothing at all⏎⏎api'      => ''
          '## Affected Systems⏎⏎- api'                    => ''
          '## Affected Systems⏎⏎| System | State |⏎|---|---|⏎| api | down |⏎| mail | unaffected |' => systems=api
          """)
  void areThoseOfImpactAndAffectedSystems(String markdown, String values) {
    assertEquals(values, values("", markdown));
  }

  @Test
  void frontMatterComesBeforeText() {
    assertEquals("severity=SEV2", values("severity: SEV2", "Severity: SEV3"));
  }

  @Test
  void longValuesAreNotMetadata() {
    assertEquals("severity=" + "x".repeat(400), values("", "Severity: " + "x".repeat(400)));
    assertEquals("", values("", "Severity: " + "x".repeat(401)));
  }

  @Test
  void recordsPositions() {
    ReportContext context = ReportContexts.alone();
    MetadataValues values = new MetadataValues(frontMatter("date: 2024-04-02"), context);
    values.listen(Inline.children(Markdown.parse("\n\n**Severity:** SEV2")));
    assertEquals(
        Map.of("date", new TextPosition(2, 7), "severity", new TextPosition(3, 1)),
        values.places());
    assertEquals(List.of("2024-04-02"), values.texts().subList(0, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Pool exhausted            => ''
          'Report: Pool exhausted'  => ''
          Another heading           => Pool exhausted
          """)
  void showATitleThatTheHeadingDoesNotRepeat(String heading, String shown) {
    MetadataValues values =
        new MetadataValues(frontMatter("title: Pool exhausted"), ReportContexts.alone());
    values.titled(heading);
    assertEquals(shown, values.extra().isEmpty() ? "" : values.extra().getFirst().value());
  }

  private static String values(String frontMatter, String markdown) {
    MetadataValues values = new MetadataValues(frontMatter(frontMatter), ReportContexts.alone());
    values.listen(Inline.children(Markdown.parse(markdown.replace('⏎', '\n'))));
    List<String> shown = new ArrayList<>();
    values
        .places()
        .keySet()
        .forEach(key -> shown.add(key + "=" + values.get(key).orElseThrow().text()));
    values.extra().forEach(field -> shown.add("+" + field.name() + "=" + field.value()));
    return String.join(" / ", shown);
  }

  private static FrontMatter.Readable frontMatter(String yaml) {
    return (FrontMatter.Readable) FrontMatter.split("---\n" + yaml.replace('⏎', '\n') + "\n---\n");
  }
}
