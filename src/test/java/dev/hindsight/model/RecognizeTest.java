package dev.hindsight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Words are recognized as ids, the longest first; markup is printed with them as links.
class RecognizeTest {

  private static KnowledgeBase knowing(String... ids) {
    Map<String, IncidentId> known = new HashMap<>();
    for (String id : ids) {
      known.put(new IncidentId(id).key(), new IncidentId(id));
    }
    return KnowledgeBase.ofIds(known);
  }

  private static String found(KnowledgeBase knowledge, String word) {
    return knowledge.recognize(word).map(one -> one.id() + "/" + one.length()).orElse("");
  }

  @Test
  void theLongestKnownIdWins() {
    KnowledgeBase knowledge = knowing("INC-2026-04", "INC-2026-04-10-crumple");
    assertEquals("INC-2026-04-10-crumple/22", found(knowledge, "inc-2026-04-10-crumple"));
    assertEquals("INC-2026-04-10-crumple/22", found(knowledge, "INC-2026-04-10-crumple-again"));
    assertEquals("INC-2026-04/11", found(knowledge, "INC-2026-04-11"));
    assertEquals("", found(knowledge, "INC-2026-045"));
    assertEquals("", found(knowledge, "XINC-2026-04"));
  }

  @Test
  void aDateIsNoId() {
    assertEquals("", found(knowing("2024-03-15"), "2024-03-15"));
  }

  @Test
  void linksInMarkupArePrintedRelativeToThePage() {
    Html html =
        new Html(
            "<a href=\"../@/a%20b.md#x\">r</a> <img src=\"../attachments/g.png\"> "
                + Html.MENTION
                + "INC-1"
                + Html.MENTION_END
                + " =&quot;../@/x");
    assertEquals(
        "<a href=\"@/a b.md#x\">r</a> <img src=\"attachments/g.png\"> [INC-1] =&quot;../@/x",
        html.print("", word -> "[" + word + "]", (path, fragment) -> path + "#" + fragment));
  }

  @Test
  void textIsAlwaysEscaped() {
    assertEquals("&lt;a b=&quot;&#39;&amp;", Html.escape("<a b=\"'&").value());
  }

  @Test
  void momentsKeepTheirPrecision() {
    assertEquals("2024", Moment.parse("2024").orElseThrow().toString());
    assertEquals("2024-04", Moment.parse("2024-04").orElseThrow().date());
    assertEquals(
        "2024-04-02T14:45Z", Moment.parse("2024-04-02 14:45 UTC").orElseThrow().toString());
    assertEquals(Optional.empty(), Moment.parse("2024-02-30"));
    assertEquals(Optional.empty(), Moment.parse("soon"));
  }
}
