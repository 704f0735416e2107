package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.markdown.Markdown;
import java.util.concurrent.atomic.AtomicReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words around a mention are those of its block, some ninety characters to either side. `⏎`
/// ends a line of the report.
class MentionContextTest {
  private static final String WORDS = "nine ways ".repeat(20);

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          like INC-1 again                    => like INC-1 again
          INC-1                               => INC-1
          like **INC-1** in `eu`              => like INC-1 in eu
          **like *INC-1* again** in eu        => like INC-1 again in eu
          one⏎two INC-1⏎three                 => one two INC-1 three
          one⏎⏎two INC-1⏎⏎three               => two INC-1
          - one⏎- two INC-1⏎- three           => two INC-1
          - two INC-1⏎  - three               => two INC-1
          one   two INC-1                     => one two INC-1
          '# one INC-1⏎⏎two'                  => one INC-1
          """)
  void areThoseOfItsBlock(String markdown, String sentence) {
    assertEquals(sentence, sentence(markdown.replace('⏎', '\n')));
  }

  @Test
  void cutsAtASpace() {
    assertEquals(
        "… ways " + "nine ways ".repeat(8) + "INC-1 " + "nine ways ".repeat(8) + "nine ways …",
        sentence(WORDS + "INC-1 " + WORDS));
    assertEquals(
        "… nap now " + "a nap now ".repeat(8) + "INC-1 " + "a nap now ".repeat(8) + "a nap now …",
        sentence("a *nap* now ".repeat(20) + "**INC-1** " + "a *nap* now ".repeat(20)));
  }

  @Test
  void cutsWithinALongWord() {
    assertEquals(
        "… " + "x".repeat(90) + "INC-1" + "x".repeat(90) + " …",
        sentence("x".repeat(300) + "INC-1" + "x".repeat(300)));
  }

  @Test
  void keepsAShortText() {
    assertEquals(
        "x".repeat(90) + "INC-1" + "x".repeat(90),
        sentence("x".repeat(90) + "INC-1" + "x".repeat(90)));
  }

  private static String sentence(String markdown) {
    AtomicReference<Text> found = new AtomicReference<>();
    Markdown.parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                if (text.getLiteral().contains("INC-1")) {
                  found.set(text);
                }
              }
            });
    String own = found.get().getLiteral();
    int start = own.indexOf("INC-1");
    return MentionContext.sentence(found.get(), own, start, start + 5);
  }
}
