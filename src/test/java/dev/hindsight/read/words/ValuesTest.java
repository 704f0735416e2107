package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.model.SystemName;
import dev.hindsight.read.metadata.SystemList;
import dev.hindsight.read.report.ReportTitle;
import dev.hindsight.site.text.IdCandidates;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values are read in the spellings that people use.
class ValuesTest {
  private static final ReportTitle.Ids IDS =
      ReportTitle.Ids.like(Pattern.compile("[A-Z]+-\\d{4}-\\d{3,}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3h 17m | 197
          ~83 minutes — 19:27 UTC to 20:50 UTC | 83
          2d 1h 29m | 2969
          1 hour and 48 minutes | 108
          13+ hours | 780
          02:45 UTC → 11:05 UTC ≈ 8h 20m | 500
          1.5 hours | 90
          0h 36m | 36
          約 1 時間 7 分 | 67
          """)
  void lengths(String written, long minutes) {
    assertEquals(OptionalLong.of(minutes), DurationText.minutes(written));
  }

  @ParameterizedTest
  @CsvSource({"N/A", "4 users", "~4 min/hour", "unknown", "14:45"})
  void noLengths(String written) {
    assertEquals(OptionalLong.empty(), DurationText.minutes(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-12 | 2026-03-12
          2026-07-24 to 2026-07-25 JST | 2026-07-24
          October 9, 2025 | 2025-10-09
          9th October 2025 | 2025-10-09
          January 2025 | 2025-01
          2022-05-?? | 2022-05
          2024 | 2024
          06-11-2023 | 2023-06-11
          26-11-2023 | 2023-11-26
          2026-05-17 / 2026-05-18 | 2026-05-17
          """)
  void dates(String written, String date) {
    assertEquals(Optional.of(date), DateText.read(written, false).map(Moment::date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-12-slug.md | 2026-03-12
          2024/10/18/readme.md | 2024-10-18
          20250130_disk.md | 2025-01-30
          06-11-2023-slug.md | 2023-06-11
          INC-2026-04-10-slug.md | 2026-04-10
          """)
  void datesInPaths(String path, String date) {
    assertEquals(Optional.of(date), DateText.inPath(path, false).map(Moment::date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Incident Report: Pool exhausted | | | Pool exhausted
          Postmortem: INC-2024-0112 — Pool | INC-2024-0112 | | Pool
          2018-02-22 NGINX crash | | 2018-02-22 | NGINX crash
          Incident on 2024-09-20 - Routes gone | | 2024-09-20 | Routes gone
          Incident on 2024-09-20 | | 2024-09-20 | Incident on 2024-09-20
          February 5th, 2019 Partial outage | | 2019-02-05 | Partial outage
          Flags outage - September 29, 2025 | | 2025-09-29 | Flags outage
          Pool exhausted (INC-2024-0112) | INC-2024-0112 | | Pool exhausted
          Repeat of INC-2024-0034 in staging | | | Repeat of INC-2024-0034 in staging
          Incidentally slow | | | Incidentally slow
          🔥 INC-2024-0112: Volume drop | INC-2024-0112 | | Volume drop
          Incident 001: Network lockout | | | Network lockout
          INC-001: DNS gone | | | DNS gone
          Title: Queue stuck | | | Queue stuck
          NFS Outage Postmortem | | | NFS Outage
          SSO login loop — incident report | | | SSO login loop
          【障害報告】請求バッチ二重実行 | | | 請求バッチ二重実行
          故障复盘：Redis 内存打满 | | | Redis 内存打满
          `kubectl` gone | | | `kubectl` gone
          Postmortem | | | Postmortem
          """)
  void titles(String heading, String id, String date, String text) {
    ReportTitle title = ReportTitle.of(heading, IDS, "INC-001-dns", false);
    assertEquals(text, title.text());
    assertEquals(Optional.ofNullable(id), title.id().map(IncidentId::value));
    assertEquals(Optional.ofNullable(date), title.date().map(Moment::date));
  }

  @Test
  void listsOfSystems() {
    assertEquals(
        List.of(
            new SystemName("api", Optional.of("eu, us")),
            SystemName.of("worker"),
            SystemName.of("cache")),
        SystemList.of("`api` (eu, us), worker + cache"));
    assertEquals(List.of(SystemName.of("a"), SystemName.of("b")), SystemList.of("a、b"));
    assertEquals(List.of(), SystemList.of("none"));
    assertEquals(
        List.of(), SystemList.of("every repository that builds its images through the hub"));
  }

  @Test
  void wordsThatMayBeIds() {
    assertEquals(
        List.of("INC-2024-0089", "PM2021-004", "a_1"),
        IdCandidates.in("see INC-2024-0089, [[PM2021-004]] and a_1; not 2024-03-15, x-ray, #12")
            .stream()
            .map(IdCandidates.Word::text)
            .toList());
  }
}
