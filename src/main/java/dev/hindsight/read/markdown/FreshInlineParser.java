package dev.hindsight.read.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/// Parses each paragraph with a parser of its own: the library's clears its tables for each one,
/// and a single paragraph of many brackets makes them large for all others.
record FreshInlineParser(InlineParserContext context) implements InlineParser {
  @Override
  public void parse(SourceLines lines, Node node) {
    new InlineParserImpl(context).parse(lines, node);
  }
}
