package dev.hindsight.read.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Replaces names such as `:warning:` by emoji, as code hosts do. Code and names that GitHub does
/// not know stay as they are.
public final class Shortcodes {
  /// At least one letter, so that `14:05:23` needs no look-up.
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}:]):((?=[0-9_+-]*[a-z])[a-z0-9_+-]{2,40}|[+-]1):(?![\\p{L}\\p{N}:])");

  private Shortcodes() {}

  public static void replace(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            String literal = text.getLiteral();
            if (literal.indexOf(':') != literal.lastIndexOf(':')) {
              text.setLiteral(signs(literal));
            }
          }
        });
  }

  private static String signs(String text) {
    return CODE.matcher(text)
        .replaceAll(code -> {
          Optional<Emoji> sign = EmojiManager.getByGithubAlias(code.group());
          return Matcher.quoteReplacement(sign.map(Emoji::getEmoji).orElse(code.group()));
        });
  }
}
