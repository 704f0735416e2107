package dev.hindsight.read.html;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.read.markdown.SiteNode;
import dev.hindsight.read.source.Limits;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.IdCandidates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Renders nodes as safe HTML, with resolved links and with marks around words that may be IDs.
/// Rendered nodes are removed from their tree.
public final class SafeHtmlRenderer {
  private static final MarkerRemover UNMARKING = new MarkerRemover();

  private final ReportContext context;
  private final LinkResolver links;
  private final Footnotes footnotes;

  public SafeHtmlRenderer(ReportContext context, Footnotes footnotes) {
    this.context = context;
    this.links = new LinkResolver(context);
    this.footnotes = footnotes;
  }

  /// Renders nodes, one after the other.
  ///
  /// @param anchor of the section they belong to
  public Html of(List<Node> nodes, String anchor) {
    if (nodes.isEmpty()) {
      return Html.EMPTY;
    }
    if (nodes.size() == 1 && nodes.getFirst() instanceof Text words && isPlain(words)) {
      words.unlink();
      return new Html(words.getLiteral().strip());
    }
    SourcePosition at = context.at(nodes.getFirst());
    SiteNode.Fragment fragment = new SiteNode.Fragment();
    nodes.forEach(fragment::appendChild);
    fragment.accept(UNMARKING);
    RawTags raw = new RawTags(at);
    Preparation preparation = new Preparation(anchor, raw);
    fragment.accept(preparation);
    String html = Markdown.render(fragment);
    String safe =
        raw.isEmpty()
            ? html
            : new HtmlSanitizer(context, links, preparation.resolved, raw).clean(html);
    return new Html(HtmlDecorator.around(safe.strip(), context));
  }

  /// Whether a text needs no markup or escaping, as is true for most.
  private static boolean isPlain(Text words) {
    String text = words.getLiteral();
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&', '<', '>', '"', Html.MENTION, Html.MENTION_END -> {
          return false;
        }
        default -> {}
      }
    }
    return IdCandidates.in(text).isEmpty();
  }

  /// Renders an inline run.
  public Html of(Inline inline, String anchor) {
    return of(inline.nodes(), anchor);
  }

  /// Renders plain text.
  public Html of(String words, String anchor) {
    return of(List.of(new Text(words)), anchor);
  }

  /// Renders nodes as a block of prose.
  public Block.Prose prose(List<Node> nodes, String anchor) {
    Html text = of(nodes, anchor);
    return new Block.Prose(text, PlainText.of(text));
  }

  /// Walks a fragment once, to resolve links and mark possible IDs.
  private final class Preparation extends AbstractVisitor {
    private final String anchor;
    private final Set<String> resolved = new HashSet<>();
    private final RawTags raw;
    private boolean inRawLink;
    private boolean inLink;

    Preparation(String anchor, RawTags raw) {
      this.anchor = anchor;
      this.raw = raw;
    }

    @Override
    protected void visitChildren(Node parent) {
      Node next;
      for (Node child = parent.getFirstChild(); child != null; child = next) {
        Limits.stopIfInterrupted();
        // Visiting replaces nodes.
        next = child.getNext();
        child.accept(this);
      }
    }

    @Override
    public void visit(CustomBlock block) {
      visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
      footnotes
          .number(node)
          .ifPresentOrElse(number -> replace(node, number), () -> visitChildren(node));
    }

    @Override
    public void visit(Heading heading) {
      visitChildren(heading);
      int level = Math.max(3, heading.getLevel());
      String id = context.anchors().heading(Inline.text(heading));
      replaceKeepingChildren(heading, new SiteNode.AnchoredHeading(level, id));
    }

    @Override
    public void visit(HtmlBlock html) {
      raw.add(html.getLiteral(), context.at(html));
    }

    @Override
    public void visit(HtmlInline html) {
      raw.add(html.getLiteral(), context.at(html));
      String tag = html.getLiteral().toLowerCase(Locale.ROOT);
      if (tag.startsWith("<a ") || tag.equals("<a>")) {
        inRawLink = true;
      } else if (tag.startsWith("</a")) {
        inRawLink = false;
      }
    }

    @Override
    public void visit(Link link) {
      Optional<String> address = links.resolve(link.getDestination(), context.at(link));
      if (address.isEmpty()) {
        visitChildren(link);
        replaceKeepingChildren(link, new SiteNode.DeadLink(shown(link.getDestination())));
        return;
      }
      link.setDestination(address.get());
      resolved.add(address.get());
      visitWithin(link);
      if (address.get().startsWith(LinkResolver.REPORT)) {
        context.mention(
            LinkResolver.path(address.get()),
            anchor,
            context.at(link),
            0,
            () -> MentionContext.sentence(link, Inline.text(link), 0, Inline.text(link).length()));
      }
    }

    /// A link can contain raw HTML and images like any text. Its words are not marked as IDs,
    /// because a link cannot contain another link.
    private void visitWithin(Node link) {
      boolean outer = inLink;
      inLink = true;
      visitChildren(link);
      inLink = outer;
    }

    @Override
    public void visit(Image image) {
      Optional<String> address = links.resolveImage(image.getDestination(), context.at(image));
      if (address.isEmpty()) {
        visitWithin(image);
        replaceKeepingChildren(image, new SiteNode.DeadLink(shown(image.getDestination())));
      } else {
        image.setDestination(address.get());
        resolved.add(address.get());
      }
    }

    @Override
    public void visit(Text text) {
      if (inRawLink || inLink) {
        return;
      }
      String literal = text.getLiteral();
      List<IdCandidates.Word> words = IdCandidates.in(literal);
      if (words.isEmpty()) {
        return;
      }
      List<Node> parts = new ArrayList<>();
      int from = 0;
      for (IdCandidates.Word word : words) {
        parts.add(new Text(literal.substring(from, word.start())));
        parts.add(new SiteNode.Mention(word.text()));
        context.mention(
            word.text(),
            anchor,
            context.at(text),
            word.start(),
            () -> MentionContext.sentence(text, literal, word.start(), word.end()));
        from = word.end();
      }
      parts.add(new Text(literal.substring(from)));
      Node last = text;
      for (Node part : parts) {
        last.insertAfter(part);
        last = part;
      }
      text.unlink();
    }

    /// The data in a `data:` address is not readable.
    private static String shown(String destination) {
      return destination.startsWith("data:") ? "data:…" : destination;
    }

    private void replace(Node old, Node replacement) {
      old.insertBefore(replacement);
      old.unlink();
    }

    private void replaceKeepingChildren(Node old, Node replacement) {
      Inline.children(old).forEach(replacement::appendChild);
      replace(old, replacement);
    }
  }
}
