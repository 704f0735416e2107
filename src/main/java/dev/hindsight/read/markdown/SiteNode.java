package dev.hindsight.read.markdown;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/// Nodes that Hindsight adds to those of CommonMark, printed by [SiteNodeRenderer].
public final class SiteNode {
  private SiteNode() {}

  /// Nodes that are printed one after the other, with nothing around them.
  public static final class Fragment extends CustomBlock {}

  /// A word that may be an incident's id.
  public static final class Mention extends CustomNode {
    final String word;

    public Mention(String word) {
      this.word = word;
    }
  }

  /// A heading inside a section, with its address.
  public static final class AnchoredHeading extends CustomBlock {
    final int level;
    final String anchor;

    public AnchoredHeading(int level, String anchor) {
      this.level = level;
      this.anchor = anchor;
    }
  }

  /// The text of a link that leads nowhere in the site, and the link's target.
  public static final class DeadLink extends CustomNode {
    final String target;

    public DeadLink(String target) {
      this.target = target;
    }
  }

  /// A box with a note or a warning.
  public static final class Alert extends CustomBlock {
    final String kind;

    /// @param kind one of GitHub's: `note`, `tip`, `important`, `warning` or `caution`
    public Alert(String kind) {
      this.kind = kind;
    }
  }

  /// The title of a box.
  public static final class AlertTitle extends CustomBlock {}

  /// The number of a footnote.
  public static final class FootnoteNumber extends CustomNode {
    final int number;
    final boolean isFirst;

    public FootnoteNumber(int number, boolean isFirst) {
      this.number = number;
      this.isFirst = isFirst;
    }
  }
}
