package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.Growth;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ids and emoji of headings are known to links, and ids are not among the words.
class HeadingNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      nullValues = "-",
      textBlock =
          """
          '# A'                    => A           => -
          '# A {#b}'               => A           => b
          '# **A** {#b}'           => A           => b
          '# A { #b .class }'      => A           => b
          '# A {: #b}'             => A           => b
          '# A {b}'                => A {b}       => -
          '# `{#b}`'               => {#b}        => -
          '# :rocket: A'           => 🚀 A        => :rocket: A
          '# 🚀 A'                  => 🚀 A        => -
          """)
  void areTaken(String markdown, String words, String name) {
    List<String> names = new ArrayList<>();
    Node document = Markdown.parse(markdown);
    HeadingNames.take(document, (heading, other) -> names.add(other));
    assertEquals(words, Inline.text(document.getFirstChild()).strip());
    assertEquals(name == null ? List.of() : List.of(name), names);
  }

  @Test
  void areLookedForOnceBehindManySpaces() {
    Growth.assertInProportion(
        1_600_000,
        size -> {
          Node document = Markdown.parse("# a" + " ".repeat(size) + "b");
          return () -> HeadingNames.take(document, (_, _) -> {});
        });
  }
}
