package dev.hindsight.read.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The sentence that says what fixed an incident is chosen, wherever the report says it.
class FixFinderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void choosesTheFix(String report, String expected) {
    assertEquals(expected, fix(report));
  }

  static Stream<Arguments> choosesTheFix() {
    return Cases.of(
        """
        == an act, not the check before it
        ## Resolution

        1. Confirmed that the queue was full
        2. Restarted the consumer
        3. Verified that orders arrive
        =>
        resolution step-2 | Restarted the consumer
        == the act that helped, not the attempt
        ## Resolution

        We rolled back the last release. This did not help. Then we increased the memory limit, and orders arrived again.
        =>
        resolution resolution | Then we increased the memory limit, and orders arrived again.
        == a failure and the fix in one sentence
        ## Resolution

        Rolling back did not help, nor did a restart; disabling the cache did.
        =>
        resolution resolution | Rolling back did not help, nor did a restart; disabling the cache did.
        == a whole sentence across lines
        ## Resolution

        The disk was full because of old logs. We deleted
        the logs of last year.
        =>
        resolution resolution | We deleted the logs of last year.
        == a lead-in with its step
        ## Resolution

        Resolved by reverting these changes:

        - the new pool size
        =>
        resolution resolution | Resolved by reverting these changes: the new pool size
        == no column head
        ## Resolution

        | # | Item | Restarted |
        |---|---|---|
        | 1 | Replaced the certificate | yes |
        =>
        resolution resolution | Replaced the certificate
        == no unchecked item
        ## Resolution

        - [ ] Replace the certificate
        - [x] Restarted the proxy
        =>
        resolution resolution | Restarted the proxy
        == only a suspicion and a plan
        ## Resolution

        We suspect the network. We will replace the switch.
        =>
        nothing
        == words that name no act
        ## Resolution

        Mitigation applied.
        =>
        nothing
        == a noun that is done
        ## Resolution

        The node got replaced by the provider. The team conducted a rollback of the proxy.
        =>
        resolution resolution | The team conducted a rollback of the proxy.
        == a field before the first heading
        **Resolution:** Reverted the release

        ## Resolution

        Updated the configuration of the shop.
        =>
        field | Reverted the release
        == half a success is not the fix
        ## Resolution

        The first node was replaced, but the second did not start. Extended the quota.
        =>
        resolution resolution | Extended the quota.
        == a test and a monitor are not the fix
        ## Resolution

        1. Added alerts for the queue
        2. Cherry-picked the change into the release
        =>
        resolution step-2 | Cherry-picked the change into the release
        == the lasting fix, not the first measure
        ## Resolution

        - Temporary: Scaled the shop to ten nodes
        - Permanent: Replaced the load balancer
        =>
        resolution resolution | Permanent: Replaced the load balancer
        == mitigation without resolution
        ## Mitigation

        We disabled the importer.
        =>
        resolution mitigation | We disabled the importer.
        == a field in the text
        ## Root cause

        A lock was held.

        **Fix:** Killed the session.
        =>
        field root-cause | Killed the session.
        == a sentence
        ## Summary

        Orders piled up for an hour. It was resolved by restarting the consumer.
        =>
        sentence summary | It was resolved by restarting the consumer.
        == a sentence that only says when
        ## Summary

        Orders piled up. It was resolved by noon.
        =>
        nothing
        == a timeline entry that is followed by a recovery
        ## Timeline

        - 14:00 Orders pile up
        - 14:10 Rolled back the release
        - 14:12 Service restored
        =>
        timeline t-1410 | Rolled back the release
        == a tagged timeline entry
        ## Timeline

        - 14:00 Orders pile up
        - 14:10 Consumer restarted [mitigation]
        - 14:20 Postmortem scheduled
        - 14:30 Postmortem held
        - 14:40 Report written
        =>
        timeline t-1410 | Consumer restarted
        == a done action
        ## Action items

        - [x] Hotfix: check the amount before the payment
        - [x] Added alerts
        =>
        action action-1 | Hotfix: check the amount before the payment
        == German
        ## Resolution

        Die Logs wurden geprüft. Der Server wurde neu gestartet.
        =>
        resolution resolution | Der Server wurde neu gestartet.
        == French
        ## Summary

        Le service a été rétabli en redémarrant le serveur.
        =>
        sentence summary | Le service a été rétabli en redémarrant le serveur.
        == Spanish
        ## Resolution

        Se revirtió el último cambio.
        =>
        resolution resolution | Se revirtió el último cambio.
        == Japanese
        ## 対応

        ログを確認した。サーバーを再起動した。
        =>
        resolution resolution | サーバーを再起動した。
        """);
  }

  @Test
  void codeStaysCode() {
    assertEquals(
        "Restarted <code>shop. Now</code> &lt;twice&gt;.",
        ReadReport.of("## Resolution\n\nRestarted `shop. Now` &lt;twice>. All is well.\n")
            .solution()
            .orElseThrow()
            .html()
            .value());
  }

  @Test
  void readsVeryLongSentences() {
    String words = "not restarted help ".repeat(100_000);
    assertTrue(ReadReport.of("## Resolution\n\n" + words + "\n").solution().isEmpty());
  }

  private static String fix(String report) {
    return ReadReport.of(report)
        .solution()
        .map(fix -> (fix.source().id() + " " + fix.anchor()).strip() + " | " + fix.text())
        .orElse("nothing");
  }
}
