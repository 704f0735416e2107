package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/// Removes the characters that [Html] reserves for marks and that a report can produce with
/// character references: `&#134;`.
final class MarkerRemover extends AbstractVisitor {
  private static final Pattern REFERENCE =
      Pattern.compile("&#(?:0*13[45](?![0-9])|[xX]0*8[67](?![0-9a-fA-F]));?");

  @Override
  public void visit(Text text) {
    text.setLiteral(Html.unmarked(text.getLiteral()));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    code.setInfo(Html.unmarked(code.getInfo()));
  }

  @Override
  public void visit(Link link) {
    link.setDestination(Html.unmarked(link.getDestination()));
    link.setTitle(Html.unmarked(link.getTitle()));
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    image.setDestination(Html.unmarked(image.getDestination()));
    image.setTitle(Html.unmarked(image.getTitle()));
    visitChildren(image);
  }

  @Override
  public void visit(HtmlBlock html) {
    html.setLiteral(raw(html.getLiteral()));
  }

  @Override
  public void visit(HtmlInline html) {
    html.setLiteral(raw(html.getLiteral()));
  }

  private static String raw(String html) {
    return html.contains("&#") ? REFERENCE.matcher(html).replaceAll("\uFFFD") : html;
  }
}
