package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.commonmark.node.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of emoji become signs in text, where they stand alone and a code host knows them.
class ShortcodesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          :fire: down              => 🔥 down
          a :fire: b :tada: c      => a 🔥 b 🎉 c
          **:fire:**               => 🔥
          (:fire:)                 => (🔥)
          :+1:                     => 👍
          :-1:                     => 👎
          :100:                    => :100:
          :e-mail:                 => 📧
          :no_such_sign:           => :no_such_sign:
          :Fire:                   => :Fire:
          14:05:23                 => 14:05:23
          a:fire:                  => a:fire:
          1:fire:                  => 1:fire:
          :fire:b                  => :fire:b
          :fire:1                  => :fire:1
          ::fire::                 => ::fire::
          :fire                    => :fire
          `:fire:`                 => :fire:
          """)
  void becomeSigns(String markdown, String words) {
    Node document = Markdown.parse(markdown);
    Shortcodes.replace(document);
    assertEquals(words, Inline.text(document.getFirstChild()));
  }
}
