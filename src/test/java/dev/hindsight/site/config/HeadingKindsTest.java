package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SectionKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the headings of reports mean, by the names that every site has. `;` stands between headings
/// of one kind.
class HeadingKindsTest {
  private static final SiteConfig CONFIG =
      ConfigReader.read("site-config.yml", "").config().orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SUMMARY   | Summary; Executive Summary; Incident summary; Exec summary; Short summary; TL;DR
          SUMMARY   | TLDR; Overview; Incident overview; Abstract; What happened?; Context; Description
          SUMMARY   | Summary of the outage; Summary for executives; Symptoms; Lead-up; Summary and impact
          SUMMARY   | 概要; サマリー; 摘要; 事件概述; 故障现象; 障害概要; 事象
          AFFECTED_SYSTEMS | Affected Systems; Affected services; Systems affected; Impacted components
          AFFECTED_SYSTEMS | 影響を受けたサービス; 受影响系统; 対象システム; 影响服务
          TIMELINE  | Timeline; Incident Timeline; Event timeline; Detailed timeline; Timeline of events
          TIMELINE  | Timeline and response; Timeline & response; Sequence of events; Key events; Chronology
          TIMELINE  | タイムライン; 时间线; 時系列; 経緯; 处理过程; 事件经过
          DETECTION | Detection; How did we detect it?; How we detected it; Discovery; Detected by; 検知; 发现
          TRIGGER   | Trigger; The trigger; Triggers
          ROOT_CAUSE | Root Cause; Root causes; Root Cause(s); Root cause analysis; The root cause; Cause
          ROOT_CAUSE | Five whys; 5 Why's; Why did it happen?; What went wrong technically; Analysis; Fault
          ROOT_CAUSE | 根本原因; 原因; 根因分析; 直接原因; 発生原因; なぜなぜ分析
          CONTRIBUTING_FACTORS | Contributing factors; Contributing factor; 寄与要因
          IMPACT    | Impact; Impact on customers; Customer impact; Business impact; User / Business impact
          IMPACT    | Impact assessment; Affected users; Damage; 影響; 影响范围; ビジネス影響; 业务影响
          MITIGATION | Mitigation; Immediate mitigation; Workaround; Immediate response; 暫定対応; 应急处理
          RESOLUTION | Resolution; Resolution of the outage; Recovery; Resolution and recovery; Remediation
          RESOLUTION | The fix; Fixes applied; Solution; How we fixed it; How was it fixed?; What we did
          RESOLUTION | 対応; 復旧; 修复方案; 解决方案; 解决过程
          ACTION_ITEMS | Action Items; Action items for us; Actions; Action plan; Next steps; Follow-ups
          ACTION_ITEMS | To do; TODO; Preventive measures; Prevention; Prevention of the next; Improvements
          ACTION_ITEMS | Short-term actions; Long-term fixes; How will we prevent this?; What we'll do
          ACTION_ITEMS | What are we doing about it?; Corrective and preventive; Recommendations; Future work
          ACTION_ITEMS | 再発防止策; 改进措施; アクションアイテム; 今後の対応; 后续行动
          LESSONS_LEARNED | Lessons learned; Lessons learned from it; Lessons; Takeaways; Learnings
          LESSONS_LEARNED | What went well; What went wrong; What didn’t go well; Where we got lucky; 教訓
          LESSONS_LEARNED | What could have gone better; Retrospective; 学び; 经验教训
          RELATED   | Related Incidents; Related; Similar incidents; Previous incidents; 関連インシデント; 相关事件
          REFERENCES | References; Links; Related links; Related documents; See also; Further reading
          REFERENCES | Related files & diffs; 参考資料; 関連リンク; 参考资料
          """)
  void areKnownByTheirNames(SectionKind kind, String headings) {
    for (String heading : headings.split("; ")) {
      assertEquals(kind, CONFIG.kind(heading), heading);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3. ROOT CAUSE                          | ROOT_CAUSE
          🔍 Root Cause                           | ROOT_CAUSE
          :mag: Root cause                       | ROOT_CAUSE
          Timeline (all times in UTC)            | TIMELINE
          Timeline: 2 April                      | TIMELINE
          Timeline：4月2日                          | TIMELINE
          Impact – what users saw                | IMPACT
          Detection – how we saw it              | OTHER
          What went wrong: the pool              | LESSONS_LEARNED
          Root Cause and Resolution              | ROOT_CAUSE RESOLUTION
          Impact & Resolution                    | IMPACT RESOLUTION
          'Detection, Mitigation and Resolution' | DETECTION MITIGATION RESOLUTION
          原因と対策                                | ROOT_CAUSE
          Summary and Impact                     | SUMMARY
          Impact and Weather                     | IMPACT
          Detection and Weather                  | OTHER
          """)
  void areKnownWithWhatStandsAroundThem(String heading, String kinds) {
    assertEquals(
        Arrays.stream(kinds.split(" ")).map(SectionKind::valueOf).toList(), CONFIG.kinds(heading));
  }

  @ParameterizedTest
  @CsvSource({
    "Rooting",
    "Impacted",
    "What's next",
    "The timeline",
    "Notes",
    "Appendix",
    "Redis",
    "'2024-04-02'",
    "'10:00'",
    "'',"
  })
  void areOtherWhereNobodyKnowsThem(String heading) {
    assertEquals(List.of(SectionKind.OTHER), CONFIG.kinds(heading));
  }

  @Test
  void areThoseOfTheConfigurationToo() {
    SiteConfig config =
        ConfigReader.read("site-config.yml", "sections:\n  root-cause: [Smoking gun, Culprit *]\n")
            .config()
            .orElseThrow();
    assertEquals(SectionKind.ROOT_CAUSE, config.kind("4. Smoking Gun!"));
    assertEquals(SectionKind.ROOT_CAUSE, config.kind("Culprit in the pool"));
    assertEquals(SectionKind.ROOT_CAUSE, config.kind("Root cause"));
    assertEquals(SectionKind.OTHER, config.kind("Smoking gun found"));
  }
}
