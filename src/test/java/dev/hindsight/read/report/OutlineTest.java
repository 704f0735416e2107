package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Markdown;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Headings in another form become headings, and all other lines stay.
class OutlineTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void findsHeadingsInOtherForms(String markdown, String expected) {
    assertEquals(
        expected,
        outline(markdown).stream().map(OutlineTest::line).collect(Collectors.joining("\n")));
  }

  static Stream<Arguments> findsHeadingsInOtherForms() {
    return Cases.of(
        """
        == headings stay
        ## Summary

        It was down.

        ### More

        - one
        =>
        ## Summary
        It was down.
        ### More
        - one
        == a bold line, in a report without headings
        **Summary**

        It was down.
        =>
        ## Summary
        It was down.
        == a bold line with a colon
        **Root cause:**

        A setting.

        **Timeline：**
        =>
        ## Root cause
        A setting.
        ## Timeline
        == a bold line below a heading
        ### Summary

        **Impact**

        Nobody could pay.
        =>
        ### Summary
        #### Impact
        Nobody could pay.
        == a bold line below the lowest heading
        ###### Summary

        **Impact**
        =>
        ###### Summary
        ###### Impact
        == a bold line with text below it
        **Summary**
        It was down.
        And up.
        =>
        ## Summary
        It was down./And up.
        == a bold line of other words
        **Something else**

        It was down.
        =>
        Something else
        It was down.
        == a bold line in a sentence
        **Summary** of it
        =>
        Summary of it
        == a plain line with a colon
        Timeline:

        - one
        =>
        ## Timeline
        - one
        == a plain line with a colon and text below it
        Summary:
        It was down.
        =>
        ## Summary
        It was down.
        == a plain line with a colon below a heading
        ## Summary

        Impact:

        Nobody could pay.
        =>
        ## Summary
        ### Impact
        Nobody could pay.
        == a plain line without a colon
        Summary

        It was down.
        =>
        ## Summary
        It was down.
        == a plain line without a colon, with text below it
        Summary
        It was down.
        =>
        Summary/It was down.
        == a plain line without a colon, below a heading
        ## Summary

        Impact
        =>
        ## Summary
        Impact
        == headings of other names count as none
        ## The shop

        Summary

        It was down.
        =>
        ## The shop
        ## Summary
        It was down.
        == a plain line of other words
        The shop:

        It was down.
        =>
        The shop:
        It was down.
        == a long line
        Summary of what the shop and the cart and the mail did to all:
        =>
        Summary of what the shop and the cart and the mail did to all:
        == a key with its text, in a report without headings
        **Summary:** It was down.

        **Root cause**: A setting.
        =>
        ## Summary
        It was down.
        ## Root cause
        A setting.
        == a key with its text on two lines
        **Summary:** It was down.
        And up.
        =>
        ## Summary
        It was down./And up.
        == a key with its text, of other words
        **Weather:** fine
        =>
        Weather: fine
        == a bold word without a colon
        **Summary** It was down.
        =>
        Summary It was down.
        == several keys in one paragraph
        **Summary:** It was down.
        **Impact:** Nobody could pay.
        =>
        Summary: It was down.|Impact: Nobody could pay.
        == a key with its text above headings
        **Summary:** It was down.

        ## Timeline
        =>
        Summary: It was down.
        ## Timeline
        == two keys with their text above headings
        **Summary:** It was down.
        And up.

        **Root cause:** A setting.

        ## Timeline

        **Impact:** Nobody could pay.
        =>
        ## Summary
        It was down./And up.
        ## Root cause
        A setting.
        ## Timeline
        Impact: Nobody could pay.
        == the same key twice above headings
        **Summary:** It was down.

        **Summary:** It was up.

        ## Timeline
        =>
        Summary: It was down.
        Summary: It was up.
        ## Timeline
        == keys below the first heading
        ## Timeline

        **Summary:** It was down.

        **Root cause:** A setting.
        =>
        ## Timeline
        Summary: It was down.
        Root cause: A setting.
        == a plain key with its text
        Summary: It was down.
        And up.

        Root cause: `df` was full.

        The disk: it is large.
        =>
        ## Summary
        It was down./And up.
        ## Root cause
        df was full.
        The disk: it is large.
        == a plain key with its text, below headings
        ## Timeline

        Root cause: A disk.
        =>
        ## Timeline
        Root cause: A disk.
        == a plain sentence with a colon and the word of a section
        We saw several contributing factors:

        - one
        =>
        We saw several contributing factors:
        - one
        == a bold sentence with a key
        **Root cause: a disk was full.**
        =>
        Root cause: a disk was full.
        == a bold line of other words ends the section before it
        **Timeline**

        14:45 Down

        **2024-05-02**

        **Backups**

        They are fine.
        =>
        ## Timeline
        14:45 Down
        2024-05-02
        ## Backups
        They are fine.
        == a bold line that is a label
        **Action items**

        **Short-term**

        **Done:**

        **It is still down.**
        =>
        ## Action items
        Short-term
        Done:
        It is still down.
        == action items at the end of a list
        ## Lessons learned

        - Test first
        - **Action items:**
          - Add an alert
        =>
        ## Lessons learned
        - Test first
        ### Action items
        - Add an alert
        == action items in the midst of a list
        ## Lessons learned

        - **Action items:**
          - Add an alert
        - Test first
        =>
        ## Lessons learned
        - Action items:
        == lines of keys
        Status: resolved
        Severity: SEV2
        =>
        Status: resolved|Severity: SEV2
        == lines of which one is no key
        Status: resolved
        and done
        =>
        Status: resolved/and done
        == one line of a key
        Status: resolved
        =>
        Status: resolved
        == a list whose items are sections
        - **Summary:** It was down.
        - **Root cause**

          A setting.
        - and more
        =>
        ## Summary
        It was down.
        ## Root cause
        A setting.
        and more
        == a list with one known name
        - **Summary:** It was down.
        - **Weather:** fine
        =>
        - Summary: It was down.
        == a list whose items are of one kind
        - **Summary:** It was down.
        - **Overview:** It was up.
        =>
        - Summary: It was down.
        == a list of plain names
        - Summary: It was down.
        - Impact: Nobody could pay.
        =>
        - Summary: It was down.
        == a list of sections below a heading
        ## Timeline

        - **Summary:** It was down.
        - **Impact:** Nobody could pay.
        =>
        ## Timeline
        - Summary: It was down.
        == code and quotes stay
        > Summary

        ```
        Impact
        ```
        =>
        BlockQuote
        FencedCodeBlock
        """);
  }

  @Test
  void recordsPositionsOfFoundHeadingsAndTheirText() {
    List<Node> outline = outline("One.\n\n**Summary**\nIt was down.\n");
    SourceSpan heading = outline.get(1).getSourceSpans().getFirst();
    SourceSpan text = outline.get(2).getSourceSpans().getFirst();
    assertEquals(2, heading.getLineIndex());
    assertEquals(3, text.getLineIndex());
  }

  @Test
  void aLineOfMoreThanSixtyCharactersIsNoHeading() {
    String name = "Summary of " + "x".repeat(49);
    assertEquals("## " + name, line(outline("**" + name + "**").getFirst()));
    assertEquals(name + "x", line(outline("**" + name + "x**").getFirst()));
  }

  private static List<Node> outline(String markdown) {
    return Outline.of(Inline.children(Markdown.parse(markdown)), ReadReport.CONFIG);
  }

  /// A block on one line: `/` for a line that Markdown joins, `|` for one that it does not.
  private static String line(Node node) {
    return switch (node) {
      case Heading heading -> "#".repeat(heading.getLevel()) + " " + Inline.text(heading);
      case Paragraph paragraph -> {
        StringBuilder line = new StringBuilder();
        for (Node child : Inline.children(paragraph)) {
          line.append(
              switch (child) {
                case HardLineBreak _ -> "|";
                case SoftLineBreak _ -> "/";
                default -> Inline.text(child);
              });
        }
        yield line.toString().strip();
      }
      case ListBlock list -> "- " + Inline.text(list.getFirstChild().getFirstChild());
      default -> node.getClass().getSimpleName();
    };
  }
}
