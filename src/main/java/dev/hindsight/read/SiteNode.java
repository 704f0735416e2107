package dev.hindsight.read;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/// The nodes that reading adds to those of CommonMark, printed by [SiteNodeRenderer].
final class SiteNode {
  private SiteNode() {}

  /// Nodes that are printed one after the other without anything around them.
  static final class Fragment extends CustomBlock {}

  /// A word that may be an incident's id.
  static final class Mention extends CustomNode {
    final String word;

    Mention(String word) {
      this.word = word;
    }
  }

  /// A heading inside a section, with its address.
  static final class AnchoredHeading extends CustomBlock {
    final int level;
    final String anchor;

    AnchoredHeading(int level, String anchor) {
      this.level = level;
      this.anchor = anchor;
    }
  }

  /// The words of a link that leads nowhere in the site, with where it led.
  static final class DeadLink extends CustomNode {
    final String target;

    DeadLink(String target) {
      this.target = target;
    }
  }

  /// The number of a footnote.
  static final class FootnoteNumber extends CustomNode {
    final int number;
    final boolean isFirst;

    FootnoteNumber(int number, boolean isFirst) {
      this.number = number;
      this.isFirst = isFirst;
    }
  }
}
