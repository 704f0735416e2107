package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import dev.hindsight.model.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The passages of finished markup: paragraphs, list items and table cells, each on one line.
/// Column heads, quotes and struck text are left out. Like [PlainText], it can read only what
/// [SafeHtmlRenderer] writes.
public final class Passages {
  /// Encloses code in the text of a passage, as [Html#MENTION] encloses IDs in markup: reports
  /// cannot contain these characters.
  public static final char CODE = Html.MENTION;

  /// Ends code.
  public static final char CODE_END = Html.MENTION_END;

  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)(p|li|ul|ol|h[1-6]|pre|table|thead|tbody|tr|td|th|blockquote|div|details|summary|dl|dt|dd|br|hr"
              + "|figure|figcaption|del|s|code|img|input)\\b((?:[^>\"]|\"[^\"]*\")*+)>");

  /// A longer line was not wrapped, so the next one begins a sentence.
  private static final int UNWRAPPED = 120;

  private static final Set<String> LEFT_OUT = Set.of("blockquote", "th", "del", "s");

  /// What a passage is.
  public enum Kind {
    PARAGRAPH,
    ITEM,
    CELL,
    HEADING,
    /// The first line of a block of code.
    CODE_BLOCK,
    /// An item with an empty box.
    UNCHECKED
  }

  /// @param depth how many lists it is in
  public record Passage(Kind kind, int depth, String text) {}

  private final List<Passage> passages = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Kind kind = Kind.PARAGRAPH;
  private int depth;
  private int leftOut;
  private boolean isBlockOfCode;

  private Passages() {}

  /// The passages, in order.
  public static List<Passage> of(Html html) {
    Passages passages = new Passages();
    passages.read(html.value());
    return passages.passages;
  }

  private void read(String markup) {
    Matcher tag = TAG.matcher(markup);
    int from = 0;
    while (tag.find()) {
      add(markup.substring(from, tag.start()));
      from = tag.end();
      tag(tag.group(2), !tag.group(1).isEmpty(), tag.group(3));
    }
    add(markup.substring(from));
    end();
  }

  private void add(String markup) {
    if (leftOut > 0 || markup.isEmpty()) {
      return;
    }
    String words = PlainText.of(new Html(markup));
    if (isBlockOfCode) {
      text.append(words);
      return;
    }
    text.append(Character.isWhitespace(markup.charAt(0)) ? " " : "").append(words);
    if (Character.isWhitespace(markup.charAt(markup.length() - 1))) {
      text.append(' ');
    }
  }

  private void tag(String name, boolean isEnd, String attributes) {
    if (LEFT_OUT.contains(name)) {
      end();
      leftOut = Math.max(0, leftOut + (isEnd ? -1 : 1));
      return;
    }
    switch (name) {
      case "img" -> {}
      case "input" -> kind = attributes.contains("checked") ? kind : Kind.UNCHECKED;
      case "code" -> {
        if (!isBlockOfCode && leftOut == 0) {
          text.append(isEnd ? CODE_END : CODE);
        }
      }
      default -> {
        end();
        block(name, isEnd);
      }
    }
  }

  private void block(String name, boolean isEnd) {
    switch (name) {
      case "ul", "ol" -> depth = Math.max(0, depth + (isEnd ? -1 : 1));
      case "pre" -> isBlockOfCode = !isEnd;
      default -> {}
    }
    kind =
        switch (name) {
          case "h1", "h2", "h3", "h4", "h5", "h6" -> isEnd ? Kind.PARAGRAPH : Kind.HEADING;
          case "td" -> isEnd ? Kind.PARAGRAPH : Kind.CELL;
          case "pre" -> isEnd ? Kind.PARAGRAPH : Kind.CODE_BLOCK;
          case "li" -> isEnd ? Kind.PARAGRAPH : Kind.ITEM;
          case "p" -> depth == 0 ? Kind.PARAGRAPH : kind == Kind.UNCHECKED ? kind : Kind.ITEM;
          default -> kind;
        };
  }

  private void end() {
    String words = text.toString().strip();
    text.setLength(0);
    if (kind == Kind.CODE_BLOCK) {
      String first = words.lines().findFirst().orElse("").strip();
      words = first.isEmpty() ? "" : CODE + first + CODE_END;
    }
    int from = 0;
    for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', end + 1)) {
      int next = end + 1;
      boolean isOwnLine =
          words.lastIndexOf('\n', end - 1) + UNWRAPPED < end
              && next < words.length()
              && Character.isUpperCase(words.charAt(next));
      if (isOwnLine) {
        add(kind, words.substring(from, end));
        from = next;
      }
    }
    add(kind, words.substring(from));
  }

  private void add(Kind kind, String words) {
    String line = Whitespace.collapse(words).strip();
    if (!line.isEmpty()) {
      passages.add(new Passage(kind, depth, line));
    }
  }
}
