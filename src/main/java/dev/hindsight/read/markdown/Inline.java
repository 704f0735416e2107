package dev.hindsight.read.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// A run of inline nodes. Readers take pieces off both ends, and what is left over is printed, so
/// nothing gets lost.
public final class Inline {
  /// Readers take nothing longer off an end; a longer search could be quadratic.
  private static final int LONGEST_END = 300;

  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");

  /// Tags at which a browser begins a new line or cell.
  private static final Pattern BLOCK =
      Pattern.compile("(?i)</?(?:details|summary|p|div|li|tr|td|th|center|h[1-6])\\b[^>]*>");

  private static final Pattern ALTERNATIVE =
      Pattern.compile("(?i)\\salt\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

  private final List<Node> nodes;

  public Inline(List<Node> nodes) {
    this.nodes = new ArrayList<>(nodes);
  }

  private Inline() {
    this.nodes = new ArrayList<>();
  }

  /// The inline nodes of a paragraph or a heading.
  public static Inline of(Node block) {
    Inline line = new Inline();
    for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
      line.nodes.add(child);
    }
    return line;
  }

  public static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  /// The lines of a paragraph as its author broke them.
  public static List<Inline> lines(Node paragraph) {
    List<Inline> lines = new ArrayList<>();
    Inline line = new Inline();
    for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
        lines.add(line);
        line = new Inline();
      } else {
        line.nodes.add(child);
      }
    }
    lines.add(line);
    return lines;
  }

  public List<Node> nodes() {
    return nodes;
  }

  public boolean isEmpty() {
    for (Node node : nodes) {
      if (!(node instanceof Text text) || !text.getLiteral().isBlank()) {
        return false;
      }
    }
    return true;
  }

  /// The first node, or null.
  public Node first() {
    return nodes.isEmpty() ? null : nodes.getFirst();
  }

  /// Takes the first node off.
  public void dropFirst() {
    nodes.removeFirst();
  }

  /// The text of all nodes.
  public String text() {
    if (nodes.size() == 1) {
      return text(nodes.getFirst());
    }
    Words words = new Words();
    for (Node node : nodes) {
      node.accept(words);
    }
    return words.text.toString();
  }

  /// The text of a node and everything below it.
  public static String text(Node node) {
    // Most nodes are text, or contain only one.
    Node first = node.getFirstChild();
    Node only = first == null || first.getNext() != null ? node : first;
    if (only instanceof Text text) {
      return text.getLiteral();
    }
    Words words = new Words();
    node.accept(words);
    return words.text.toString();
  }

  /// Collects the text.
  private static final class Words extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(HtmlInline node) {
      String tag = node.getLiteral();
      if (BREAK.matcher(tag).matches()) {
        text.append('\n');
      } else if (BLOCK.matcher(tag).matches()) {
        text.append(' ');
      } else if (tag.regionMatches(true, 0, "<img", 0, 4)) {
        Matcher words = ALTERNATIVE.matcher(tag);
        if (words.find()) {
          Stream.of(words.group(1), words.group(2), words.group(3))
              .filter(Objects::nonNull)
              .map(RawLines::unescape)
              .forEach(text::append);
        }
      }
    }

    @Override
    public void visit(Image node) {
      visitChildren(node);
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof SiteNode.Mention mention) {
        text.append(mention.word);
      } else {
        visitChildren(node);
      }
    }
  }

  /// Takes this many characters off the beginning and returns them. Nodes that become empty, or
  /// keep only the colon of a bold label, are removed.
  public String takeWords(int length) {
    StringBuilder taken = new StringBuilder();
    while (!nodes.isEmpty() && taken.length() < length) {
      Node node = nodes.getFirst();
      taken.append(takeWords(node, length - taken.length()));
      boolean isSpent = text(node).isEmpty() || (!(node instanceof Text) && isSeparator(node));
      if (!isSpent) {
        break;
      }
      nodes.removeFirst();
    }
    return taken.toString();
  }

  private static boolean isSeparator(Node node) {
    String text = text(node);
    for (int i = 0; i < text.length(); i++) {
      if (" \t:：,–—-".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String takeWords(Node node, int length) {
    String text = text(node);
    String taken = text.substring(0, Math.min(length, text.length()));
    switch (node) {
      case Text words -> words.setLiteral(text.substring(taken.length()));
      case Code code -> code.setLiteral(text.substring(taken.length()));
      default -> {
        int rest = taken.length();
        for (Node child : children(node)) {
          if (rest > 0) {
            rest -= takeWords(child, rest).length();
          }
        }
      }
    }
    return taken;
  }

  /// Takes a match off the beginning, if the text node there matches.
  public Optional<MatchResult> takeStart(Pattern pattern) {
    return takeStartIf(pattern, _ -> true);
  }

  /// Takes it only if the match also passes a test.
  public Optional<MatchResult> takeStartIf(Pattern pattern, Predicate<MatchResult> test) {
    if (first() instanceof Text text) {
      Matcher matcher = pattern.matcher(text.getLiteral());
      if (matcher.lookingAt() && test.test(matcher)) {
        cut(text, text.getLiteral().substring(matcher.end()));
        return Optional.of(matcher);
      }
    }
    return Optional.empty();
  }

  /// Takes bracketed text off the end, if the text node there matches. The pattern begins with
  /// space and a bracket, has no other bracket of that kind, and ends with `$`.
  public Optional<MatchResult> takeEnd(Pattern pattern, char bracket) {
    return takeEndIf(pattern, bracket, _ -> true);
  }

  /// Takes it only if the match also passes a test.
  public Optional<MatchResult> takeEndIf(
      Pattern pattern, char bracket, Predicate<MatchResult> test) {
    if (!nodes.isEmpty() && nodes.getLast() instanceof Text text) {
      String literal = text.getLiteral();
      Matcher matcher = pattern.matcher(literal);
      if (matcher.region(beginning(literal, bracket), literal.length()).find()
          && test.test(matcher)) {
        cut(text, literal.substring(0, matcher.start()));
        return Optional.of(matcher);
      }
    }
    return Optional.empty();
  }

  /// The position of the last bracket of a kind, with the space before it; the end if there is none
  /// nearby.
  private static int beginning(String text, char bracket) {
    int first = Math.max(0, text.length() - LONGEST_END);
    int start = text.lastIndexOf(bracket);
    if (start < first) {
      return text.length();
    }
    while (start > first && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private void cut(Text text, String rest) {
    if (rest.isEmpty()) {
      nodes.remove(text);
    } else {
      text.setLiteral(rest);
    }
  }
}
