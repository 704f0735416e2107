package dev.hindsight.read.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One long address that many links refer to is printed a limited number of times.
class LinkExpansionLimitTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "11, 11", "12, 11", "20, 11"})
  void keepsTheWordsOfFurtherLinks(int uses, int links) {
    String address = "http://a.example/" + "x".repeat(99_983);
    String html =
        Markdown.render(Markdown.parse("[a]: " + address + "\n\n" + "[*b*][a]\n".repeat(uses)));
    assertEquals(links, html.split("<a ", -1).length - 1);
    assertEquals(uses, html.split("<em>b</em>", -1).length - 1);
  }
}
