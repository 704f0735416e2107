package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {
  @Test
  void marksKeywordsStringsNumbersAndComments() {
    assertEquals(
        Optional.of(
            "<span class=\"k\">return</span> <span class=\"s\">&quot;&lt;b&gt;&quot;</span> + "
                + "<span class=\"n\">42</span>; <span class=\"c\">// why</span>"),
        Highlighter.markup("java", "return \"<b>\" + 42; // why"));
  }

  @Test
  void marksACommentOfSeveralLines() {
    assertEquals(
        Optional.of("<span class=\"c\">/* a</span>\n<span class=\"c\">b */</span> c\n"),
        Highlighter.markup("java", "/* a\nb */ c\n"));
  }

  @Test
  void leavesUnknownLanguagesAlone() {
    assertEquals(Optional.empty(), Highlighter.markup("console", "$ ls"));
    assertEquals(Optional.empty(), Highlighter.markup("java", "x".repeat(60_000)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverChangesTheText(long seed) {
    Random random = new Random(seed);
    List<String> languages =
        List.of(
            "bash",
            "c",
            "csharp",
            "dockerfile",
            "go",
            "groovy",
            "html",
            "ini",
            "java",
            "js",
            "json",
            "kotlin",
            "lua",
            "perl",
            "php",
            "powershell",
            "properties",
            "python",
            "ruby",
            "rust",
            "scala",
            "sql",
            "ts",
            "yaml");
    List<String> parts =
        List.of(
            "\"",
            "'",
            "`",
            "/*",
            "*/",
            "//",
            "#",
            "<!--",
            "-->",
            "<?php",
            "\n",
            " ",
            "\t",
            "if",
            "0x1F",
            "1.5e3",
            "${",
            "}",
            "\\",
            "\u00e9",
            "\ud83d\ude00",
            "=",
            ": ",
            "- ",
            "&",
            "<",
            ">",
            "SELECT",
            "name",
            "\r",
            "\u0000",
            "'''",
            "\"\"\"",
            "<<EOF",
            "EOF");
    int marked = 0;
    for (String language : languages) {
      for (int round = 0; round < 60; round++) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 40; i++) {
          code.append(parts.get(random.nextInt(parts.size())));
        }
        Optional<String> markup = Highlighter.markup(language, code.toString());
        marked += markup.isPresent() ? 1 : 0;
        markup.ifPresent(text ->
            assertEquals(
                code.toString(),
                PlainText.decode(text.replaceAll("</?span[^>]*>", "")),
                () -> language + ", seed " + seed));
      }
    }
    assertTrue(marked > 1000, marked + " were marked");
  }

  /// Some lexers are quadratic, which the longest code that is marked keeps bearable.
  @Test
  void marksHostileCodeToItsEnd() {
    for (String language : List.of("bash", "html", "java", "js", "perl", "php", "ruby", "yaml")) {
      for (String part : List.of("\"", "/*", "<a ", "$(", "`", "{{", "<<E ", "'\\")) {
        assertTimeoutPreemptively(
            Duration.ofMinutes(10),
            () -> Highlighter.markup(language, part.repeat(12_000)),
            () -> language + " " + part);
      }
    }
  }
}
