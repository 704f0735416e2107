package dev.hindsight.read.markdown;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Names that links use for a heading when they differ from its words. A name is an explicit ID,
/// `## Summary {#summary}`, as in Google Docs, pandoc and many site generators, or comes from the
/// names of emoji, `## :rocket: Launch`.
public final class HeadingNames {
  private static final Pattern ID =
      Pattern.compile("(?<!\\s)\\s*+\\{:?\\s*#([^\\s{}]{1,100})(?:\\s[^{}]*)?}\\s*$");

  private HeadingNames() {}

  /// Removes the IDs from the headings of a document, and replaces emoji names with emoji
  /// everywhere.
  ///
  /// @param named receives the words of each heading that has another name, and that name
  public static void take(Node document, BiConsumer<String, String> named) {
    Map<Heading, String> names = new IdentityHashMap<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            names.put(heading, id(heading));
          }
        });
    Shortcodes.replace(document);
    names.forEach((heading, name) -> {
      String words = Inline.text(heading).strip();
      if (!name.equals(words)) {
        named.accept(words, name);
      }
    });
  }

  /// The ID, which is removed, or else the words.
  private static String id(Heading heading) {
    if (heading.getLastChild() instanceof Text last) {
      Matcher id = ID.matcher(last.getLiteral());
      if (id.find()) {
        last.setLiteral(last.getLiteral().substring(0, id.start()));
        return id.group(1);
      }
    }
    return Inline.text(heading).strip();
  }
}
