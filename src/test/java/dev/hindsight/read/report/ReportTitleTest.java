package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.read.convention.Conventions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A title loses what says that it is a report, its id, its date and its severity, and nothing
/// else.
class ReportTitleTest {
  private static final ReportTitle.Ids IDS =
      ReportTitle.Ids.like(Pattern.compile("[A-Z]+-\\d{4}-\\d{3,}"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Incident Report: Pool exhausted",
        "INCIDENT REPORT - Pool exhausted",
        "Incident Review — Pool exhausted",
        "Incident Postmortem: Pool exhausted",
        "Incident Post-mortem: Pool exhausted",
        "Outage Report: Pool exhausted",
        "Outage Review: Pool exhausted",
        "Outage Postmortem: Pool exhausted",
        "Incident: Pool exhausted",
        "Incident – Pool exhausted",
        "Incident · Pool exhausted",
        "Incident：Pool exhausted",
        "Incident #7: Pool exhausted",
        "Incident 001: Pool exhausted",
        "Incident 001 - Pool exhausted",
        "Incident 001：Pool exhausted",
        "Incident 001 · Pool exhausted",
        "Incident 001 – Pool exhausted",
        "Incident 001 — Pool exhausted",
        "Postmortem: Pool exhausted",
        "Post-mortem: Pool exhausted",
        "Post mortem: Pool exhausted",
        "Postmortem Report: Pool exhausted",
        "Postmortem of the Pool exhausted",
        "Postmortem for Pool exhausted",
        "RCA: Pool exhausted",
        "Root Cause Analysis: Pool exhausted",
        "Case Study: Pool exhausted",
        "Title: Pool exhausted",
        "🔥 Postmortem: Pool exhausted",
        "# Postmortem: Pool exhausted",
        "故障报告：Pool exhausted",
        "故障复盘：Pool exhausted",
        "事故报告：Pool exhausted",
        "事件报告：Pool exhausted",
        "【障害報告】Pool exhausted",
        "障害報告書：Pool exhausted",
        "インシデントレポート：Pool exhausted",
        "ポストモーテム：Pool exhausted",
        "复盘：Pool exhausted",
        "事后分析：Pool exhausted",
        "Pool exhausted - Incident Report",
        "Pool exhausted - Outage Report",
        "Pool exhausted — Outage Report",
        "Pool exhausted: Outage Report",
        "Pool exhausted (Outage Report)",
        "Pool exhausted - Postmortem",
        "Pool exhausted – Postmortem",
        "Pool exhausted — Postmortem",
        "Pool exhausted | Postmortem",
        "Pool exhausted – Outage Review",
        "Pool exhausted (Incident Report)",
        "Pool exhausted | Incident Post-mortem",
        "Pool exhausted: Postmortem",
        "Pool exhausted Postmortem",
        "Pool exhausted post mortem",
        "Pool exhausted (Postmortem)",
        "Pool exhausted Postmortem Report",
        "Pool exhausted Incident Report",
        "Pool exhausted — incident report",
        "Postmortem: Pool exhausted (Incident Report)",
        "[Postmortem] Pool exhausted",
        "[Post-mortem] Pool exhausted",
        "(RCA) Pool exhausted",
        "RCA 004: Pool exhausted",
        "RCA #4 - Pool exhausted",
        "Incident retro - Pool exhausted",
        "Incident Retrospective: Pool exhausted",
        "Blameless postmortem | Pool exhausted",
        "Root Cause Analysis (RCA): Pool exhausted",
        "Public incident report – Pool exhausted",
        "Outage write-up: Pool exhausted",
        "Incident debrief: Pool exhausted",
        "Postmortem no. 12: Pool exhausted",
        "Incident — Postmortem: Pool exhausted",
        "Pool exhausted | Incident retro",
        "Pool exhausted - Incident Retrospective",
        "Vorfallbericht: Pool exhausted",
        "Rapport d'incident : Pool exhausted",
        "Informe de incidente: Pool exhausted",
        "Relatório de incidente - Pool exhausted",
        "Отчёт об инциденте: Pool exhausted",
        "포스트모템: Pool exhausted",
        "장애 보고서: Pool exhausted"
      })
  void losesWhatSaysThatItIsAReport(String heading) {
    assertEquals(
        new ReportTitle(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "Pool exhausted",
            false,
            false),
        ReportTitle.of(heading, IDS, "pool", false, Conventions.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pool exhausted",
        "Incidentally slow",
        "Incident in the pool",
        "Incident 001 in the pool",
        "Postmortem",
        "Postmortems are late",
        "Titles: all lost",
        "The incident report is late",
        "Repeat of INC-2024-0034 in staging",
        "`kubectl` gone",
        "\"Quoted\" and 'quoted'",
        "(Almost) nothing works",
        "#general is silent",
        "/healthz fails",
        "~40% of requests fail",
        "Deploy of v1.2.3",
        "SEV2",
        "Pool (eu)",
        "Level P1 alerts stop",
        "Pool exhausted (SEV10)",
        "Outage: pool exhausted",
        "Security incident: pool exhausted",
        "Kafka: pool exhausted",
        "Report service: pool exhausted",
        "Review app - pool exhausted",
        "[Kafka] Pool exhausted",
        "Pool exhausted - Kafka"
      })
  void keepsTheWordsOfTheTitleItself(String heading) {
    assertEquals(heading, ReportTitle.of(heading, IDS, "pool", false, Conventions.NONE).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INC-2024-0112: Pool exhausted              | INC-2024-0112 | Pool exhausted
          INC-2024-0112：Pool exhausted               | INC-2024-0112 | Pool exhausted
          INC-2024-0112 - Pool exhausted             | INC-2024-0112 | Pool exhausted
          INC-2024-0112 – Pool exhausted             | INC-2024-0112 | Pool exhausted
          INC-2024-0112 — Pool exhausted             | INC-2024-0112 | Pool exhausted
          INC-2024-0112 · Pool exhausted             | INC-2024-0112 | Pool exhausted
          INC-2024-0112, Pool exhausted              | INC-2024-0112 | Pool exhausted
          INC-2024-0112 Pool exhausted               | INC-2024-0112 | Pool exhausted
          [INC-2024-0112] Pool exhausted             | INC-2024-0112 | Pool exhausted
          (INC-2024-0112) Pool exhausted             | INC-2024-0112 | Pool exhausted
          Postmortem: INC-2024-0112 — Pool exhausted | INC-2024-0112 | Pool exhausted
          🔥 INC-2024-0112: Pool exhausted            | INC-2024-0112 | Pool exhausted
          Pool exhausted (INC-2024-0112)             | INC-2024-0112 | Pool exhausted
          Pool exhausted [INC-2024-0112]             | INC-2024-0112 | Pool exhausted
          INC-2024-0112                              | INC-2024-0112 | INC-2024-0112
          INC-2024-0112-b: Pool exhausted            |               | INC-2024-0112-b: Pool exhausted
          inc-2024-0112: Pool exhausted              |               | Pool exhausted
          Pool exhausted INC-2024-0112               |               | Pool exhausted INC-2024-0112
          Pool (INC-2024-0112) exhausted             |               | Pool (INC-2024-0112) exhausted
          """)
  void losesAnIdAtEitherEnd(String heading, String id, String text) {
    ReportTitle title = ReportTitle.of(heading, IDS, "pool", false, Conventions.NONE);
    assertEquals(text, title.text());
    assertEquals(Optional.ofNullable(id), title.id().map(IncidentId::value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2018-02-22 Pool exhausted                     | 2018-02-22       | Pool exhausted
          2018-02-22: Pool exhausted                    | 2018-02-22       | Pool exhausted
          2018/02/22 - Pool exhausted                   | 2018-02-22       | Pool exhausted
          22-02-2018 - Pool exhausted                   | 2018-02-22       | Pool exhausted
          06-11-2023 Pool exhausted                     | 2023-06-11       | Pool exhausted
          February 5th, 2019 Pool exhausted             | 2019-02-05       | Pool exhausted
          2019-02-05 14:45 UTC - Pool exhausted         | 2019-02-05T14:45Z | Pool exhausted
          On 2019-02-05 Pool exhausted                  | 2019-02-05       | Pool exhausted
          Incident on 2024-09-20 - Pool exhausted       | 2024-09-20       | Pool exhausted
          Incident 2024-09-20: Pool exhausted           | 2024-09-20       | Pool exhausted
          Incident Report Sep 20, 2024: Pool exhausted  | 2024-09-20       | Pool exhausted
          INC-2024-0112 2024-09-20 Pool exhausted       | 2024-09-20       | Pool exhausted
          Pool exhausted - September 29, 2025           | 2025-09-29       | Pool exhausted
          Pool exhausted – 2025-09-29                   | 2025-09-29       | Pool exhausted
          Pool exhausted — 2025-09-29                   | 2025-09-29       | Pool exhausted
          Pool exhausted, 29 September 2025             | 2025-09-29       | Pool exhausted
          Pool exhausted · 2025-09-29                   | 2025-09-29       | Pool exhausted
          Pool exhausted: 2025-09-29                    | 2025-09-29       | Pool exhausted
          Pool exhausted (2025-09-29)                   | 2025-09-29       | Pool exhausted
          Pool exhausted [2025-09-29]                   | 2025-09-29       | Pool exhausted
          Pool exhausted (September 29, 2025)           | 2025-09-29       | Pool exhausted
          Pool exhausted (September 2025)               | 2025-09          | Pool exhausted
          Pool exhausted - may 2025                     | 2025-05          | Pool exhausted
          Incident on 2024-09-20                        | 2024-09-20       | Incident on 2024-09-20
          2024-09-20                                    | 2024-09-20       | 2024-09-20
          Incident date: 2024-09-20, Pool exhausted     | 2024-09-20       | Pool exhausted
          The attack on November 24th, 2025             | 2025-11-24       | The attack on November 24th, 2025
          Pool exhausted on 2025-09-29                  | 2025-09-29       | Pool exhausted on 2025-09-29
          Pool exhausted on Monday                      |                  | Pool exhausted on Monday
          Pool exhausted (September 29)                 |                  | Pool exhausted (September 29)
          Pool exhausted - 10:00                        |                  | Pool exhausted - 10:00
          10:00 Pool exhausted                          |                  | 10:00 Pool exhausted
          Pool exhausted (2025-09-29 at night)          |                  | Pool exhausted (2025-09-29 at night)
          """)
  void losesADateAtEitherEnd(String heading, String date, String text) {
    ReportTitle title = ReportTitle.of(heading, IDS, "pool", false, Conventions.NONE);
    assertEquals(text, title.text());
    assertEquals(Optional.ofNullable(date), title.date().map(Moment::toString));
  }

  @Test
  void readsADateInTheOrderOfTheReport() {
    ReportTitle title =
        ReportTitle.of("06/11/2023 Pool exhausted", IDS, "pool", true, Conventions.NONE);
    assertEquals(Optional.of("2023-11-06"), title.date().map(Moment::toString));
    assertEquals("Pool exhausted", title.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Pool exhausted | SEV2      ; SEV2
          Pool exhausted · sev-2     ; sev-2
          Pool exhausted – S1        ; S1
          Pool exhausted — P0        ; P0
          Pool exhausted (SEV2)      ; SEV2
          Pool exhausted [P-1]       ; P-1
          Pool exhausted (S2)        ; S2
          """)
  void losesASeverityAtItsEnd(String heading, String severity) {
    ReportTitle title = ReportTitle.of(heading, IDS, "pool", false, Conventions.NONE);
    assertEquals("Pool exhausted", title.text());
    assertEquals(Optional.of(severity), title.severity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INC-001: Pool exhausted                | INC-001-pool             | INC-001        | Pool exhausted
          inc-001 - Pool exhausted               | INC-001-pool             | inc-001        | Pool exhausted
          INC-001: Pool exhausted                | INC-001                  | INC-001        | Pool exhausted
          PM7 Pool exhausted                     | pm7-pool                 | PM7            | Pool exhausted
          INC-2026-04-10: Pool exhausted         | INC-2026-04-10-festival  | INC-2026-04-10 | Pool exhausted
          🔥 INC-001: Pool exhausted              | INC-001-pool             | INC-001        | Pool exhausted
          INC-001                                | INC-001-pool             | INC-001        | INC-001
          INC-001: Pool exhausted                | INC-0011-pool            | INC-001        | Pool exhausted
          PM-0010: Pool exhausted                | 0010-pool                | PM-0010        | Pool exhausted
          [INC-20260715-004][P0] Pool exhausted  | 20260715-pool            | INC-20260715-004 | Pool exhausted
          OUTAGE-2026-03-04 — Pool exhausted     | pool                     |                | Pool exhausted
          HTTP-503: Pool exhausted               | pool                     |                | HTTP-503: Pool exhausted
          INC-007 pools exhausted                | pool                     |                | INC-007 pools exhausted
          INC-001: Pool exhausted                | pool-INC-001             | INC-001        | Pool exhausted
          INC-001_b Pool exhausted               | INC-001-pool             |                | INC-001_b Pool exhausted
          Pool exhausted                         | pool-exhausted           |                | Pool exhausted
          """)
  void losesTheNumberThatItsFileBeginsWith(
      String heading, String stem, String number, String text) {
    ReportTitle title = ReportTitle.of(heading, IDS, stem, false, Conventions.NONE);
    assertEquals(text, title.text());
    assertEquals(Optional.ofNullable(number), title.number());
    assertEquals(Optional.empty(), title.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
      })
  void knowsEveryMonth(String month) {
    String shortName = month.substring(0, 3);
    assertEquals(
        "Pool exhausted",
        ReportTitle.of("Pool exhausted (" + month + " 2024)", IDS, "", false, Conventions.NONE)
            .text());
    assertEquals(
        "Pool exhausted",
        ReportTitle.of(
                "Incident " + month + " 5, 2024: Pool exhausted", IDS, "", false, Conventions.NONE)
            .text());
    assertEquals(
        "Pool exhausted",
        ReportTitle.of(
                "Incident " + shortName + ". 5, 2024: Pool exhausted",
                IDS,
                "",
                false,
                Conventions.NONE)
            .text());
  }

  @Test
  void losesWhatABarSetsApart() {
    assertEquals(
        "Pool exhausted",
        ReportTitle.of("INC-2024-0112 | Pool exhausted", IDS, "", false, Conventions.NONE).text());
    assertEquals(
        "Pool exhausted",
        ReportTitle.of("Pool exhausted | 2025-09-29", IDS, "", false, Conventions.NONE).text());
  }

  @Test
  void losesAllOfThemAtOnce() {
    assertEquals(
        new ReportTitle(
            Optional.of(new IncidentId("INC-2024-0112")),
            Optional.empty(),
            Moment.parse("2024-04-02"),
            Optional.of("SEV2"),
            "Pool exhausted",
            false,
            false),
        ReportTitle.of(
            "🔥 Incident Report: INC-2024-0112 - Pool exhausted (Apr 2, 2024) | SEV2",
            IDS,
            "INC-2024-0112",
            false,
            Conventions.NONE));
  }

  @Test
  void keepsALongHeadingAsItIs() {
    String heading = "Postmortem: INC-2024-0112 " + "very ".repeat(80) + "long";
    assertEquals(heading, ReportTitle.of(heading, IDS, "pool", false, Conventions.NONE).text());
    assertEquals(
        Optional.empty(), ReportTitle.of(heading, IDS, "pool", false, Conventions.NONE).id());
  }
}
