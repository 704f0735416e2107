package dev.hindsight.read.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/// Parses each paragraph with a new parser. The library's parser clears its tables for each
/// paragraph, and one paragraph with many brackets would make these tables large for all others.
record FreshInlineParser(InlineParserContext context) implements InlineParser {
  @Override
  public void parse(SourceLines lines, Node node) {
    new InlineParserImpl(context).parse(lines, node);
  }
}
