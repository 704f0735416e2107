package dev.hindsight.read.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.ActionState;
import dev.hindsight.model.Priority;
import dev.hindsight.read.ReadReport;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The words of an action item give its owner, due date, priority and state in every form that
/// people write; other words give nothing.
class ActionWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Add an alert. Owner: Mira                  | Mira
          Add an alert. Owners: Mira                 | Mira
          Add an alert. OWNED BY: Mira               | Mira
          Add an alert. Assignee: Mira               | Mira
          Add an alert. Assigned: Mira               | Mira
          Add an alert. Assigned to: Mira            | Mira
          Add an alert. Responsible: Mira            | Mira
          Add an alert. DRI: Mira                    | Mira
          アラートを追加 担当: 佐藤                  | 佐藤
          アラートを追加 担当者：佐藤                | 佐藤
          增加告警 负责人：李雷                      | 李雷
          アラートを追加 責任者: 佐藤                | 佐藤
          Alarm einrichten (Verantwortlich: Jana)    | Jana
          Ajouter une alerte (Responsable : Léa)     | Léa
          Añadir una alerta. Dueño: Ana              | Ana
          Criar alerta (Responsável: Rui)            | Rui
          Aggiungere un avviso. Responsabile: Ugo    | Ugo
          Alarm toevoegen. Eigenaar: Bas             | Bas
          Добавить алерт. Ответственный: Олег        | Олег
          알람 추가 (담당자: 민수)                   | 민수
          Owner : Mira                               | Mira
          Responsible : Mira                         | Mira
          Owner: @mira-c                             | mira-c
          Owner: TBD. Assignee: Mira                 | Mira
          Owner: Mira. Owner: Sam                    | Mira
          Note: check first. Owner: Mira             | Mira
          Owner: Mira, then more                     | Mira
          Owner: Mira; then more                     | Mira
          "Owner: Mira | then more"                  | Mira
          (Owner: Mira) then more                    | Mira
          [Owner: Mira] then more                    | Mira
          Owner: Mira，然后                          | Mira
          Owner: Mira；然后                          | Mira
          Owner: Mira、期限なし                      | Mira
          （Owner: Mira）                            | Mira
          Owner: Mira。然后                          | Mira
          Owner: Mira - then more                    | Mira
          Owner: Mira – then more                    | Mira
          Owner: Mira — then more                    | Mira
          Owner: Mira-Ann                            | Mira-Ann
          Owner: Mira. Then more                     | Mira
          Owner: Mira.                               | Mira
          Owner: data.platform team                  | data.platform team
          """)
  void readsOwnersBehindAKey(String text, String owner) {
    assertEquals(Optional.of(owner), words(text).owner());
  }

  @Test
  void readsAnOwnerOnALineOfItsOwn() {
    assertEquals(Optional.of("Mira"), words("Add an alert\nOwner: Mira\nand more").owner());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @sam: add an alert                         | sam
          Add an alert (@sam)                        | sam
          Add an alert (@sam) soon                   | sam
          Add an alert [@sam] soon                   | sam
          Add an alert - @sam, with care             | sam
          Add an alert – @sam, with care             | sam
          Add an alert — @sam, with care             | sam
          Add an alert. @sam will do it              | sam
          Add an alert @sam                          | sam
          Add an alert @sam.                         | sam
          Add an alert (with @sam)                   | sam
          Add an alert @sam_w-2                      | sam_w-2
          Add an alert @Sam                          | Sam
          Add an alert (@Sam-w_2) soon               | Sam-w_2
          Add an alert, assigned to Mira             | Mira
          Assigned to Mira Chen and her team         | Mira Chen
          Add an alert, assigned to @Mira today      | Mira
          Assigned to Mira-Ann Bo-Lee today          | Mira-Ann Bo-Lee
          Add an alert — Priya, ETA Oct 20           | Priya
          Add an alert — Priya-Ann Rao-Day, due May  | Priya-Ann Rao-Day
          Add an alert - Priya Rao, due Friday       | Priya Rao
          Add an alert – Priya, by Friday            | Priya
          """)
  void readsOwnersWithoutAKey(String text, String owner) {
    assertEquals(Optional.of(owner), words(text).owner());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add an alert",
        "Ask @sam for the list and add an alert",
        "Upgrade (@acme/billing) to the next release",
        "Upgrade (@acme.tools/billing) to the next release",
        "Upgrade (@acme-tools/billing) to the next release",
        "Write to (@sam@example.com) first",
        "Write to ops@sam",
        "Add an alert (@nobody)",
        "Add an alert, assigned to Nobody",
        "Replace owner2: Mira",
        "Replace 2owner: Mira",
        "Write to ops@example.com",
        "Add an alert (@s)",
        "Tasks are assigned to whoever has time",
        "Unassigned to Mira",
        "Rename the coowner: Mira",
        "Owner: ",
        "Owner: unassigned",
        "Owner is Mira",
        "Add an alert — priya, ETA Oct 20",
        "Add an alert — Priya, maybe",
        "Add an alert — Priya, duetting",
        "Add an alert, Priya, due Friday",
      })
  void takesNobodyElseForAnOwner(String text) {
    assertEquals(Optional.empty(), words(text).owner());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Add an alert. Due: 2024-05-01              | 2024-05-01
          Add an alert. Due date: May 1, 2024        | 2024-05-01
          Add an alert. Deadline: 2024-05-01         | 2024-05-01
          Add an alert. ETA: 1 May 2024              | 2024-05-01
          Due: May 2024                              | 2024-05-31
          Estimated completion: May 2023             | 2023-05-31
          Estimated completion date: 2023-05-04      | 2023-05-04
          Target completion: February 2024           | 2024-02-29
          Fällig: 2024-05-01                         | 2024-05-01
          Échéance : 2024-05-01                      | 2024-05-01
          Fecha límite: 2024-05-01                   | 2024-05-01
          Prazo: 2024-05-01                          | 2024-05-01
          기한: 2024-05-01                           | 2024-05-01
          Add an alert. Target: 05/01/2024           | 2024-05-01
          Add an alert. Target date: 2024-05-01      | 2024-05-01
          アラートを追加 期限：2024/05/01            | 2024-05-01
          增加告警 截止: 2024-05-01                  | 2024-05-01
          增加告警 截止日期：2024年5月1日            | 2024-05-01
          Due: soon. Deadline: 2024-05-01            | 2024-05-01
          Due: 2024-05-01, was due: 2024-04-01       | 2024-05-01
          Add an alert due 2024-05-01                | 2024-05-01
          Add an alert (due on 2024-05-01)           | 2024-05-01
          Add an alert, due by May 1, 2024           | 2024-05-01
          Add an alert by 2024-05-01                 | 2024-05-01
          Add an alert by Sept. 1, 2024              | 2024-09-01
          Add an alert, deadline 2024-05-01          | 2024-05-01
          Add an alert, ETA 2024-05-01               | 2024-05-01
          增加告警 截止 2024-05-01                   | 2024-05-01
          Cut it by 50 percent by 2024-05-01         | 2024-05-01
          """)
  void readsDueDates(String text, LocalDate due) {
    assertEquals(Optional.of(due), words(text).due());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add an alert",
        "Due: soon",
        "Due: 2024",
        "Due: 2024",
        "Due: May 1",
        "Cut it by 50 percent",
        "Overdue 2024-05-01",
        "Replace 2due 2024-05-01",
        "Add the alert of 2024-05-01",
        "residue: 2024-05-01",
      })
  void takesNothingElseForADueDate(String text) {
    assertEquals(Optional.empty(), words(text).due());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Add an alert. Priority: High               | high
          Add an alert. Prio: P2                     | medium
          アラートを追加 優先度：高                  | high
          增加告警 优先级：低                        | low
          Priority: someday. Priority: low           | low
          Priority: low. Priority: high              | low
          Add an alert [critical]                    | critical
          Add an alert (urgent)                      | critical
          Add an alert (High)                        | high
          Add an alert [medium]                      | medium
          Add an alert (low)                         | low
          Add an alert [P1]                          | high
          Add an alert (high priority)               | high
          Add an alert (priority: medium)            | medium
          """)
  void readsPriorities(String text, String priority) {
    assertEquals(Optional.of(priority), words(text).priority().map(Priority::name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add an alert",
        "High load needs an alert",
        "Add a [high] alert",
        "Add an alert (P9)",
        "Add an alert high",
        "Priority: someday",
        "Add an alert (highest)",
      })
  void takesNothingElseForAPriority(String text) {
    assertEquals(Optional.empty(), words(text).priority());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Add an alert. Status: Complete             | DONE
          Add an alert. Status: in progress          | OPEN
          Add an alert. State: done                  | DONE
          アラートを追加 ステータス: 完了            | DONE
          アラートを追加 状態: 完了                  | DONE
          增加告警 状态：已完成                      | DONE
          Status: cancelled (no budget)              | DROPPED
          Status: done. Status: open                 | OPEN
          Status: open ✅                            | OPEN
          ✅ Add an alert                            | DONE
          ☑ Add an alert                             | DONE
          ✔ Add an alert                             | DONE
          [done] Add an alert                        | DONE
          (Done) Add an alert                        | DONE
          [complete] Add an alert                    | DONE
          [completed] Add an alert                   | DONE
          [fixed] Add an alert                       | DONE
          [merged] Add an alert                      | DONE
          [resolved] Add an alert                    | DONE
          Done: Add an alert                         | DONE
          Completed - Add an alert                   | DONE
          Fixed – Add an alert                       | DONE
          DONE — Add an alert                        | DONE
          Add an alert ✅                            | DONE
          Add an alert ☑                             | DONE
          Add an alert ✔️                            | DONE
          Add an alert ✅.                           | DONE
          Add an alert (done)                        | DONE
          Add an alert (done in March).              | DONE
          Add an alert [complete]                    | DONE
          Add an alert (completed)                   | DONE
          Add an alert (fixed in 1.2)                | DONE
          Add an alert (merged)                      | DONE
          Add an alert (Completed): it pages now     | DONE
          (Completed) Add an alert                   | DONE
          完了：アラートを追加                       | DONE
          アラートを追加（完了）                     | DONE
          Alarm einrichten (erledigt)                | DONE
          Erledigt: Alarm einrichten                 | DONE
          Ajouter une alerte (terminé)               | DONE
          Añadir una alerta (hecho)                  | DONE
          Criar alerta (concluído)                   | DONE
          알람 추가 (완료)                           | DONE
          Alarm einrichten. Status: offen            | OPEN
          Add an alert (this has already been done)  | DONE
          Add an alert (has been done)               | DONE
          Add an alert (this was done)               | DONE
          Add an alert (was already done)            | DONE
          Add an alert - done                        | DONE
          Add an alert – completed                   | DONE
          Add an alert — fixed                       | DONE
          Add an alert - merged.                     | DONE
          Add an alert DONE                          | DONE
          Add an alert Done.                         | DONE
          Add an alert (won't do)                    | DROPPED
          Add an alert (wont fix)                    | DROPPED
          Add an alert (will not do)                 | DROPPED
          Add an alert [cancelled]                   | DROPPED
          Add an alert (canceled: no budget).        | DROPPED
          Add an alert (dropped)                     | DROPPED
          Add an alert (obsolete)                    | DROPPED
          Add an alert (rejected in June)            | DROPPED
          ❌ Add an alert                            | DROPPED
          """)
  void readsStates(String text, ActionState state) {
    assertEquals(Optional.of(state), words(text).state());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add an alert",
        "Get it done",
        "Add a done column",
        "Alert when the job is (not) done",
        "Add an alert (donepipe)",
        "Find out what went wrong (done) and why",
        "Done is better than perfect",
        "Add an alert (done) with a test (new)",
        "Add an alert [done] with a test [new]",
        "Add an alert (dropped) now",
        "Add an alert (dropped) with a test (new)",
        "Add an alert [dropped] with a test [new]",
        "Add an alert (droppedness)",
        "Alert on dropped packets",
        "Show a ❌ where it fails",
        "Completed orders need an alert",
      })
  void takesNothingElseForAState(String text) {
    assertEquals(Optional.empty(), words(text).state());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Mira                          | Mira
          **Mira**                      | Mira
          `Mira`                        | Mira
          [[Mira]]                      | Mira
          @mira                         | mira
          @mira, @sam                   | mira, sam
          @mira,@sam                    | mira,sam
          @mira/@sam                    | mira/sam
          @mira @sam                    | mira sam
          mira@example.com              | mira@example.com
          Ana, due 2024-05-03           | Ana
          Ana; by Friday                | Ana
          Ana, until May                | Ana
          Ana, ETA May                  | Ana
          Ana, deadline May             | Ana
          Ana, Bo                       | Ana, Bo
          Ana, Duey                     | Ana, Duey
          Ana due May                   | Ana due May
          """)
  void takesSignsOffANameAndWhatFollowsIt(String written, String name) {
    assertEquals(Optional.of(name), ActionWords.person(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "–",
        "—",
        "?",
        "TBD",
        "tba",
        "tbc",
        "None",
        "nobody",
        "Unassigned",
        "N/A",
        "na",
        "no one",
        "unknown",
        "未定",
        "未割当",
        "待定",
        "なし",
        "无",
        "**TBD**",
        "TBD, due May",
        "everyone who works on the billing pipeline or on what feeds it",
      })
  void takesNobodyForAPerson(String written) {
    assertEquals(Optional.empty(), ActionWords.person(written));
  }

  @Test
  void takesANameOfSixtyCharactersForAPerson() {
    String name = "a".repeat(60);
    assertEquals(Optional.of(name), ActionWords.person(name));
    assertEquals(Optional.empty(), ActionWords.person(name + "a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Done                 | DONE
          done (May 2)         | DONE
          Completed in May     | DONE
          Already done         | DONE
          yes                  | DONE
          対応済みです         | DONE
          ✅                   | DONE
          ☑                    | DONE
          ✔                    | DONE
          x                    | DONE
          [X]                  | DONE
          [x]                  | DONE
          100%                 | DONE
          100 % done           | DONE
          100% (May 2)         | DONE
          完了：5月2日         | DONE
          erledigt             | DONE
          fait                 | DONE
          hecho                | DONE
          concluída            | DONE
          completato           | DONE
          afgerond             | DONE
          готово               | DONE
          완료                 | DONE
          offen                | OPEN
          nicht erledigt       | OPEN
          à faire              | OPEN
          en cours             | OPEN
          pendiente            | OPEN
          em andamento         | OPEN
          미완료               | OPEN
          未完成               | OPEN
          未完了               | OPEN
          10%                  | OPEN
          80% done             | OPEN
          Done 80%             | OPEN
          Done: 7.5 %          | OPEN
          Complete (80% of it) | OPEN
          Done for 80 hosts    | DONE
          Done in 2024, saves 50% | DONE
          Donepipe             | OPEN
          Not done             | OPEN
          Partly done          | OPEN
          In progress          | OPEN
          TODO                 | OPEN
          ""                   | OPEN
          Soon                 | OPEN
          xx                   | OPEN
          Won't fix            | DROPPED
          Cancelled, was done  | DROPPED
          Obsolete             | DROPPED
          中止                 | DROPPED
          """)
  void knowsWhatAStatusMeans(String status, ActionState state) {
    assertEquals(state, ActionWords.state(status));
  }

  @Test
  void looksNoFurtherThanTwoThousandCharacters() {
    String text = "a".repeat(1_987) + " Owner: Mira and more";
    assertEquals(Optional.of("Mira"), words(text).owner());
    assertEquals(Optional.empty(), words("a".repeat(1_999) + " Owner: Mira").owner());
  }

  private static ActionWords words(String text) {
    return new ActionWords(text, ReadReport.context());
  }
}
