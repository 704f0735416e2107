package dev.hindsight.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// A run of inline nodes that readers take pieces off at both ends. What is left over is printed,
/// so nothing that is not taken can be lost.
final class Inline {
  /// Nothing that readers take off an end is longer; a longer search could be quadratic.
  private static final int LONGEST_END = 300;

  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");

  private final List<Node> nodes;

  Inline(List<Node> nodes) {
    this.nodes = new ArrayList<>(nodes);
  }

  /// The inline nodes of a paragraph or a heading.
  static Inline of(Node block) {
    return new Inline(children(block));
  }

  static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  /// The lines of a paragraph as its author broke them.
  static List<Inline> lines(Node paragraph) {
    List<Inline> lines = new ArrayList<>();
    List<Node> line = new ArrayList<>();
    for (Node child : children(paragraph)) {
      if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
        lines.add(new Inline(line));
        line = new ArrayList<>();
      } else {
        line.add(child);
      }
    }
    lines.add(new Inline(line));
    return lines;
  }

  List<Node> nodes() {
    return nodes;
  }

  boolean isEmpty() {
    return text().isBlank() && nodes.stream().allMatch(Text.class::isInstance);
  }

  /// The first node, or null.
  Node first() {
    return nodes.isEmpty() ? null : nodes.getFirst();
  }

  /// Takes the first node off.
  void dropFirst() {
    nodes.removeFirst();
  }

  /// The words of all nodes.
  String text() {
    StringBuilder text = new StringBuilder();
    nodes.forEach(node -> append(node, text));
    return text.toString();
  }

  /// The words of a node and all below it.
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    append(node, text);
    return text.toString();
  }

  private static void append(Node node, StringBuilder text) {
    node.accept(
        new AbstractVisitor() {
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
            if (BREAK.matcher(node.getLiteral()).matches()) {
              text.append('\n');
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
        });
  }

  /// Takes so many characters of words off the beginning; a node that has none left, or only the
  /// colon of a bold label, goes with them. Gives the words.
  String takeWords(int length) {
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
    return text(node).chars().allMatch(c -> " \t:：,–—-".indexOf(c) >= 0);
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

  /// Takes what matches off the beginning, if the text node there does.
  Optional<MatchResult> takeStart(Pattern pattern) {
    return takeStartIf(pattern, _ -> true);
  }

  /// The same, if what matches also passes a test.
  Optional<MatchResult> takeStartIf(Pattern pattern, Predicate<MatchResult> test) {
    if (first() instanceof Text text) {
      Matcher matcher = pattern.matcher(text.getLiteral());
      if (matcher.lookingAt() && test.test(matcher)) {
        MatchResult result = matcher.toMatchResult();
        cut(text, text.getLiteral().substring(matcher.end()));
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /// Takes what matches off the end, if the text node there does. The pattern ends with `$`.
  Optional<MatchResult> takeEnd(Pattern pattern) {
    return takeEndIf(pattern, _ -> true);
  }

  /// The same, if what matches also passes a test.
  Optional<MatchResult> takeEndIf(Pattern pattern, Predicate<MatchResult> test) {
    Optional<MatchResult> found = findEnd(pattern).filter(test);
    found.ifPresent(match -> {
      Text text = (Text) nodes.getLast();
      cut(text, text.getLiteral().substring(0, match.start()));
    });
    return found;
  }

  /// What matches at the end, which is left there.
  Optional<MatchResult> findEnd(Pattern pattern) {
    if (!nodes.isEmpty() && nodes.getLast() instanceof Text text) {
      String literal = text.getLiteral();
      Matcher matcher =
          pattern
              .matcher(literal)
              .region(Math.max(0, literal.length() - LONGEST_END), literal.length());
      return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
    return Optional.empty();
  }

  private void cut(Text text, String rest) {
    if (rest.isEmpty()) {
      nodes.remove(text);
    } else {
      text.setLiteral(rest);
    }
  }
}
