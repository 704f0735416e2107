package dev.hindsight.read.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/// The Markdown that Hindsight reads: CommonMark with GFM's tables, task lists, strikethrough and
/// autolinks, and footnotes.
public final class Markdown {
  /// Schemes that links may use.
  public static final Set<String> SCHEMES =
      Set.of("http", "https", "mailto", "tel", "slack", "msteams");

  private static final List<Extension> PARSED =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          TaskListItemsExtension.create(),
          AutolinkExtension.create(),
          FootnotesExtension.create());

  /// The renderer of footnotes needs a whole document; [Footnotes] renders parts of one.
  private static final List<Extension> RENDERED = PARSED.subList(0, 4);

  private static final Parser PARSER =
      Parser.builder()
          .extensions(PARSED)
          .inlineParserFactory(FreshInlineParser::new)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /// Leaves raw HTML as it is. Callers pass any raw HTML through [HtmlSanitizer].
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(RENDERED)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(SCHEMES))
          .nodeRendererFactory(SiteNodeRenderer::new)
          .build();

  private Markdown() {}

  public static Node parse(String text) {
    Node document = LiteralTags.reparsed(parsed(text), text);
    LiteralTags.replace(document);
    LinkExpansionLimit.stop(document, text.length());
    return document;
  }

  static Node parsed(String text) {
    return PARSER.parse(text);
  }

  public static String render(Node node) {
    return RENDERER.render(node);
  }
}
