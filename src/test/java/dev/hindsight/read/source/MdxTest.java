package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// MDX becomes Markdown with the same words on the same lines. `⏎` is the end of a line.
class MdxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "none",
      value = {
        "import X from './x'⏎⏎# T | ⏎⏎# T",
        "import './x.css'⏎import { A,⏎  B } from 'x'⏎⏎# T | ⏎⏎⏎⏎# T",
        "export const a = {⏎  b: 1,⏎}⏎⏎# T | ⏎⏎⏎⏎# T",
        "import jobs failed. | import jobs failed.",
        "Then <Chart id='7' /> and <B>words</B>. | Then  and words.",
        "<Note⏎  type='a'⏎/>⏎Words. | ⏎⏎⏎Words.",
        "<Note⏎  type='a'⏎>⏎Words.⏎</Note> | ⏎⏎⏎Words.⏎",
        "Use `<Chart />` here. | Use `<Chart />` here.",
        "```⏎<Chart />⏎import X from 'x'⏎``` | ```⏎<Chart />⏎import X from 'x'⏎```",
        "{/* draft */}⏎Words. | ⏎Words.",
        "a < B and c > D | a < B and c > D",
        "<Note⏎⏎Words. | <Note⏎⏎Words.",
        "<b>words</b> | <b>words</b>"
      })
  void becomesMarkdown(String mdx, String markdown) {
    String text = Mdx.markdown(mdx.replace("⏎", "\n"));
    assertEquals(markdown, text.replace("\n", "⏎"));
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "> ", "`", "<A ", "{/*", "import ", "<A\n", "</", "export {"})
  void longRunsOfSignsAreRead(String signs) {
    String text = signs.repeat(200_000);
    assertEquals(text.lines().count(), Mdx.markdown(text).lines().count(), 1);
  }
}
