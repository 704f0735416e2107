package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Confluence's markup becomes Markdown, line by line.
class WikiMarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          h1. A                                   => # A
          h6. A b                                 => ###### A b
          h7. A                                   => h7. A
          x h2. A                                 => x h2. A
          {code}/a/{code}                         => ~~~~/a/~~~~
          {code:java}/# a/{code}                  => ~~~~java/# a/~~~~
          a//{code:language=bash|title=a b}/a/{code} => a/a b/~~~~bash/a/~~~~
          /{code:title=a.sh|linenumbers=true}/a/{code} => a.sh/~~~~/a/~~~~
          a/{code:title=a.sh}/a/{code}            => a/{code:title=a.sh}/a/{code}
          {code:title=a.sh}/a/{code}              => {code:title=a.sh}/a/{code}
          {noformat}/h2. a/{noformat}/h2. b       => ~~~~/h2. a/~~~~/## b
          {code}/{noformat}/{code}/{noformat}     => ~~~~/{noformat}/~~~~/{noformat}
          {code}/a                                => {code}/a
          ```/h2. a/{code}/{code}/```/h2. b       => ```/h2. a/{code}/{code}/```/## b
          h2. [a|https://b.example/c?d=e]         => ## [a](<https://b.example/c?d=e>)
          h2. a/[a b|mailto:c@d.example] [e|f]    => ## a/[a b](<mailto:c@d.example>) [e|f]
          h2. a/`[a|https://b.example]`           => ## a/`[a|https://b.example]`
          h2. a/{toc}/{panel:title=x}             => ## a/{toc}/{panel:title=x}
          """)
  void becomesMarkdown(String wiki, String markdown) {
    String lines = wiki.replaceAll("(?<!:|:/|example)/", "\n");
    assertEquals(markdown, WikiMarkup.asMarkdown(lines).replace('\n', '/'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# A\n\n[a|https://b.example]\n", "{toc}\nh2.\n", "The h2. element\n"})
  void otherTextsStay(String text) {
    assertSame(text, WikiMarkup.asMarkdown(text));
  }

  @Test
  void manyOpenMacrosAreNoWork() {
    String text = "{code:java}\n{noformat:x}\n".repeat(50_000);
    assertEquals(text, WikiMarkup.asMarkdown(text));
  }
}
