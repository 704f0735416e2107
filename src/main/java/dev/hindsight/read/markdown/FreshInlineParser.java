package dev.hindsight.read.markdown;

import java.util.List;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/// Parses each paragraph with a new parser. The library's parser clears its tables for each
/// paragraph, and one paragraph with many brackets would make these tables large for all others.
///
/// For each link the library visits all open brackets, so its time grows with the square of their
/// number. A paragraph with too many brackets is not parsed, and its text stays as it is written.
record FreshInlineParser(InlineParserContext context) implements InlineParser {
  /// Few enough that 1 MB of such paragraphs is parsed in a second.
  static final int MOST_BRACKETS = 5_000;

  @Override
  public void parse(SourceLines lines, Node node) {
    int brackets = 0;
    for (SourceLine line : lines.getLines()) {
      brackets += brackets(line.getContent());
    }
    if (brackets <= MOST_BRACKETS) {
      new InlineParserImpl(context).parse(lines, node);
    } else {
      appendWords(lines, node);
    }
  }

  /// The number of opening brackets in a text.
  static int brackets(CharSequence text) {
    int brackets = 0;
    for (int i = 0; i < text.length(); i++) {
      brackets += text.charAt(i) == '[' ? 1 : 0;
    }
    return brackets;
  }

  private static void appendWords(SourceLines lines, Node node) {
    for (SourceLine line : lines.getLines()) {
      if (node.getLastChild() != null) {
        node.appendChild(new SoftLineBreak());
      }
      Text words = new Text(line.getContent().toString());
      if (line.getSourceSpan() != null) {
        words.setSourceSpans(List.of(line.getSourceSpan()));
      }
      node.appendChild(words);
    }
  }
}
