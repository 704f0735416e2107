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
          SUMMARY   | Summary; Executive Summary; Incident summary
          SUMMARY   | Exec summary; Short summary; TL;DR
          SUMMARY   | TLDR; Overview; Incident overview
          SUMMARY   | Abstract; What happened?; Context; Description
          SUMMARY   | Summary of the outage; Summary for executives
          SUMMARY   | Symptoms; Lead-up; Summary and impact
          SUMMARY   | 概要; サマリー; 摘要; 事件概述; 故障现象; 障害概要; 事象
          AFFECTED_SYSTEMS | Affected Systems; Affected services
          AFFECTED_SYSTEMS | Systems affected; Impacted components
          AFFECTED_SYSTEMS | 影響を受けたサービス; 受影响系统; 対象システム; 影响服务
          TIMELINE  | Timeline; Incident Timeline
          TIMELINE  | Event timeline; Detailed timeline; Timeline of events
          TIMELINE  | Timeline and response; Timeline & response
          TIMELINE  | Sequence of events; Key events; Chronology
          TIMELINE  | タイムライン; 时间线; 時系列; 経緯; 处理过程; 事件经过
          DETECTION | Detection; How did we detect it?; How we detected it
          DETECTION | Discovery; Detected by; 検知; 发现
          TRIGGER   | Trigger; The trigger; Triggers
          ROOT_CAUSE | Root Cause; Root causes; Root Cause(s)
          ROOT_CAUSE | Root cause analysis; The root cause; Cause
          ROOT_CAUSE | Five whys; 5 Why's; Why did it happen?
          ROOT_CAUSE | What went wrong technically; Analysis; Fault
          ROOT_CAUSE | 根本原因; 原因; 根因分析; 直接原因; 発生原因; なぜなぜ分析
          CONTRIBUTING_FACTORS | Contributing factors; Contributing factor; 寄与要因
          IMPACT    | Impact; Impact on customers
          IMPACT    | Customer impact; Business impact; User / Business impact
          IMPACT    | Impact assessment; Affected users; Damage; 影響; 影响范围; ビジネス影響; 业务影响
          MITIGATION | Mitigation; Immediate mitigation; Workaround; Immediate response; 暫定対応; 应急处理
          RESOLUTION | Resolution; Resolution of the outage
          RESOLUTION | Recovery; Resolution and recovery; Remediation
          RESOLUTION | The fix; Fixes applied; Solution
          RESOLUTION | How we fixed it; How was it fixed?; What we did
          RESOLUTION | 対応; 復旧; 修复方案; 解决方案; 解决过程
          ACTION_ITEMS | Action Items; Action items for us; Actions
          ACTION_ITEMS | Action plan; Next steps; Follow-ups
          ACTION_ITEMS | To do; TODO; Preventive measures
          ACTION_ITEMS | Prevention; Prevention of the next; Improvements
          ACTION_ITEMS | Short-term actions; Long-term fixes
          ACTION_ITEMS | How will we prevent this?; What we'll do
          ACTION_ITEMS | What are we doing about it?; Corrective and preventive
          ACTION_ITEMS | Recommendations; Future work
          ACTION_ITEMS | 再発防止策; 改进措施; アクションアイテム; 今後の対応; 后续行动
          LESSONS_LEARNED | Lessons learned; Lessons learned from it; Lessons; Takeaways; Learnings
          LESSONS_LEARNED | What went well; What went wrong
          LESSONS_LEARNED | What didn’t go well; Where we got lucky; 教訓
          LESSONS_LEARNED | What could have gone better; Retrospective; 学び; 经验教训
          RELATED   | Related Incidents; Related; Similar incidents
          RELATED   | Previous incidents; 関連インシデント; 相关事件
          REFERENCES | References; Links; Related links
          REFERENCES | Related documents; See also; Further reading
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
          Detection – how we saw it              | DETECTION
          What went wrong: the pool              | LESSONS_LEARNED
          Root Cause and Resolution              | ROOT_CAUSE RESOLUTION
          Impact & Resolution                    | IMPACT RESOLUTION
          'Detection, Mitigation and Resolution' | DETECTION MITIGATION RESOLUTION
          原因と対策                                | ROOT_CAUSE
          Summary and Impact                     | SUMMARY
          Impact and Weather                     | IMPACT
          Detection and Weather                  | DETECTION
          Fix and Recovery                       | RESOLUTION
          Scope & impact                         | IMPACT
          影响与范围                                | IMPACT
          剩余风险与行动项                            | ACTION_ITEMS
          根因和处置                                | ROOT_CAUSE RESOLUTION
          원인과 조치                               | ROOT_CAUSE RESOLUTION
          Ursache und Behebung                   | ROOT_CAUSE RESOLUTION
          Causa raíz y resolución                | ROOT_CAUSE RESOLUTION
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

  /// Names of common templates.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONTRIBUTING_FACTORS | Contributors; Contributing causes
          CONTRIBUTING_FACTORS | Hazards; Safety constraints; Why it escaped
          MITIGATION      | Mitigators
          LESSONS_LEARNED | Learnings and risks; Insights; Themes; Recurrence risk; What we learned
          ROOT_CAUSE      | What went wrong and why?; Preliminary root cause; Primary root cause
          ROOT_CAUSE      | Detailed technical summary
          ACTION_ITEMS    | How are we making incidents like this less likely or less impactful?
          IMPACT          | Customer impact; Service impact
          TIMELINE        | Proximal events
          SUMMARY         | Narrative; Background
          """)
  void areKnownByTheNamesOfTemplates(SectionKind kind, String headings) {
    areKnownByTheirNames(kind, headings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACTION_ITEMS | How are we going to do better next time?; Follow-ups this incident drove
          ACTION_ITEMS | Follow-ups from this night; Follow up work items
          ACTION_ITEMS | Short term fix; Long-term fix
          ACTION_ITEMS | How do we prevent this from happening again?
          ACTION_ITEMS | What we will do differently
          ACTION_ITEMS | Making this less likely; Action items for the team
          ACTION_ITEMS | Recommended improvements; Next steps we agreed on
          ACTION_ITEMS | Part 3: Action items; Phase 4: Prevention measures
          ROOT_CAUSE   | Why this happens; Why it happened
          ROOT_CAUSE   | Why did this happen to us?; What caused the alert
          ROOT_CAUSE   | Probable cause; Root cause of the outage
          ROOT_CAUSE   | Technical root cause details; Underlying causes
          TIMELINE     | Phase 1: Facts (timeline); Part 1: What is known (timeline); The timeline
          TIMELINE     | Timeline of events in UTC
          TIMELINE     | Detailed outage timeline; Timeline – all times in UTC
          IMPACT       | Impact on customers; Customer-facing impact
          IMPACT       | Impact of the outage; Who was affected?
          RESOLUTION   | How the outage was resolved; How we fixed the pool
          RESOLUTION   | Final fix; Permanent fix
          LESSONS_LEARNED | What did we learn from this?; Lessons for next time; Our key takeaways
          CONTRIBUTING_FACTORS | Other contributing factors; What contributed to the outage?
          DETECTION    | How did we detect the problem?; How the incident was noticed
          SUMMARY      | Incident overview and status; What happened on Tuesday
          """)
  void areKnownByTheirDistinctiveWords(SectionKind kind, String headings) {
    areKnownByTheirNames(kind, headings);
  }

  @Test
  void ofAResponseAreTimelineAndResolution() {
    assertEquals(
        List.of(SectionKind.TIMELINE, SectionKind.RESOLUTION), CONFIG.kinds("How did we respond?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Timeline gaps
          Impact on roadmap
          Why we chose Redis
          Rollout timeline
          Fraud detection
          Search resolution options
          Performance improvements
          Database recovery time
          Root cause template
          Steps to reproduce
          How we deploy
          What we use
          The reason this document is longer than usual and has an impact
          Affected by nothing
          Learning Java
          Actions speak louder than words
          Impactful changes
          Retention policy after the incident
          Rate always showing external contributors
          """)
  void areOtherWhereTheyOnlyHaveAWordOfThem(String heading) {
    assertEquals(List.of(SectionKind.OTHER), CONFIG.kinds(heading));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SUMMARY    | Zusammenfassung; Überblick; Résumé; RESUME
          SUMMARY    | Resumen ejecutivo; Resumo; Riepilogo; Samenvatting
          SUMMARY    | Краткое описание; 요약; 0. 一句话结论; 何が起きたか
          TIMELINE   | Zeitverlauf (MESZ); Zeitleiste des Ausfalls
          TIMELINE   | Chronologie; Línea de tiempo; Linea de tiempo
          TIMELINE   | Linha do tempo; Cronologia degli eventi; Tijdlijn
          TIMELINE   | Хронология событий; 타임라인; 2. 时间线（UTC）
          ROOT_CAUSE | Ursache; Ursachenanalyse; Cause racine
          ROOT_CAUSE | Causa raíz; Causa-raiz; Causa principale; Oorzaak
          ROOT_CAUSE | Корневая причина; 근본 원인; 3. 根因; 障害の原因; Ursache des Ausfalls; Причина сбоя
          IMPACT     | Auswirkungen; Conséquences; Impacto; Impatto sugli utenti
          IMPACT     | Gevolgen; Влияние; 영향; 故障影响范围
          RESOLUTION | Behebung; Lösung; Résolution; Resolución
          RESOLUTION | Resolução; Risoluzione; Oplossing; Устранение; 조치
          RESOLUTION | 7. 处置与永久修复
          ACTION_ITEMS | Maßnahmen; Massnahmen
          ACTION_ITEMS | Actions correctives; Acciones preventivas; Ações corretivas
          ACTION_ITEMS | Azioni correttive; Actiepunten; План действий; 재발 방지; 改进措施; 今後のアクション
          LESSONS_LEARNED | Erkenntnisse; Leçons apprises
          LESSONS_LEARNED | Lecciones aprendidas; Lições aprendidas; Lezioni apprese
          LESSONS_LEARNED | Geleerde lessen; Выводы; 교훈; 经验教训; 学んだこと
          """)
  void areKnownInOtherLanguages(SectionKind kind, String headings) {
    areKnownByTheirNames(kind, headings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          severity | Schweregrad; Gravité; Severidad; Gravidade; Gravità
          severity | Ernst; Серьёзность; 심각도; 严重级别; 重大度
          duration | Dauer; Durée; Duración; Duração; Durata; Duur; Длительность; 지속 시간; 持续时间; 継続時間
          date     | Datum; Date de l'incident; Fecha; Data; Дата; 발생 일시; 事故时间; 発生日
          systems  | Betroffene Systeme; Services impactés
          systems  | Servicios afectados; Serviços afetados; Servizi coinvolti
          systems  | Getroffen diensten; Затронутые сервисы; 영향 서비스; 受影响服务; 影響サービス
          """)
  void keysAreKnownInOtherLanguages(String meaning, String keys) {
    for (String key : keys.split("; ")) {
      assertEquals(meaning, CONFIG.key(key).orElse(""), key);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2. Root Cause:                 | true
          Résumé                         | true
          Resolution of host names fails | false
          Follow-ups this incident drove | false
          Impact & resolution            | false
          Redis                          | false
          """)
  void areWholeNamesOnlyIfTheTableHasThem(String heading, boolean isName) {
    assertEquals(isName, CONFIG.sections().isWholeName(heading));
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
