package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the keys of metadata mean, by the names that every site has. `;` stands between keys of one
/// meaning.
class MetadataKeysTest {
  private static final SiteConfig CONFIG =
      ConfigReader.read("site-config.yml", "").config().orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id            | id; ID; Incident ID; incident_id; incident-id; Incident Number; Incident; Reference; 编号
          title         | title; Name
          date          | Date; Incident Date; Date of incident; When; 発生日; 日期; 发生时间
          started       | Started; started_at; Start time; Outage start; Began; Start date/time; 開始; 开始时间
          detected      | Detected; detected-at; Time detected; Detection time; 検知日時; 发现时间
          mitigated     | Mitigated; Mitigated at; Mitigation time; 緩和日時; 缓解时间
          resolved      | Resolved; resolvedWhen; End time; Closed; Outage ended; Recovered at; 復旧日時; 结束时间
          duration      | Duration; duration_minutes; Duration (min); Downtime; Length; 継続時間; 持续时间
          resolve-time  | Time to resolve; Time to resolve (TTR); MTTR; Recovery time; 復旧時間
          repair-time   | Time to repair; Time to fix; time_to_mitigate
          severity      | Severity; severity_level; Sev; Priority level; Criticality; 重大度; 级别; 故障等级
          status        | Status; State; Current status; ステータス; 状态
          systems       | Systems; Service; affected_services; Affected; Components; Service(s); Product; Hub
          systems       | Service(s) affected; Affected clusters; 影響サービス; 受影响服务; 影响系统
          impact        | Impact; Customer Impact; Users affected; Who was affected; 影響
          tags          | tags; Labels; Keywords; Category
          authors       | Author; Author(s); Written by; Incident Commander; 作成者
          aliases       | Aliases; Also known as
          related       | Related; Related incidents; See also; Previous incident; 関連インシデント; 相关
          same-as       | same-as; same_as; Duplicate of
          recurrence-of | recurrence-of; Recurrence of; Repeat of; Repeats
          not-related   | not-related; Not related; Unrelated
          draft         | draft; Draft
          find          | find
          """)
  void areKnownByTheirNames(String meaning, String keys) {
    for (String key : keys.split("; ")) {
      assertEquals(meaning, CONFIG.key(key).orElse("none"), key);
    }
  }

  @ParameterizedTest
  @CsvSource({"Weather", "'Date and place'", "Owner", "'Root cause'", "''"})
  void unknownKeysHaveNoMeaning(String key) {
    assertEquals("none", CONFIG.key(key).orElse("none"));
  }

  @Test
  void configuredKeysHaveAMeaning() {
    SiteConfig config =
        ConfigReader.read("site-config.yml", "keys:\n  severity: [Gravity]\n")
            .config()
            .orElseThrow();
    assertEquals("severity", config.key("**Gravity**").orElse("none"));
    assertEquals("severity", config.key("Severity").orElse("none"));
  }
}
