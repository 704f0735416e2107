package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rsyntaxtextarea.modes.CPlusPlusTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSharpTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DockerTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GroovyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.IniTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JsonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.KotlinTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LuaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PHPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PerlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PowerShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PropertiesFileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PythonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RubyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RustTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SQLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ScalaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TypeScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.UnixShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.XMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.YamlTokenMaker;

/// Marks keywords, strings, numbers and comments in code, for the stylesheet to color. The text
/// stays as it is.
final class Highlighter {
  /// Nobody needs colors in longer code, and a hostile line can have any length.
  private static final int LONGEST = 50_000;

  private static final Map<String, Supplier<TokenMaker>> LANGUAGES =
      Map.ofEntries(
          Map.entry("bash", UnixShellTokenMaker::new),
          Map.entry("c", CPlusPlusTokenMaker::new),
          Map.entry("cpp", CPlusPlusTokenMaker::new),
          Map.entry("csharp", CSharpTokenMaker::new),
          Map.entry("dockerfile", DockerTokenMaker::new),
          Map.entry("go", GoTokenMaker::new),
          Map.entry("groovy", GroovyTokenMaker::new),
          Map.entry("html", XMLTokenMaker::new),
          Map.entry("ini", IniTokenMaker::new),
          Map.entry("java", JavaTokenMaker::new),
          Map.entry("javascript", JavaScriptTokenMaker::new),
          Map.entry("js", JavaScriptTokenMaker::new),
          Map.entry("json", JsonTokenMaker::new),
          Map.entry("kotlin", KotlinTokenMaker::new),
          Map.entry("lua", LuaTokenMaker::new),
          Map.entry("perl", PerlTokenMaker::new),
          Map.entry("php", PHPTokenMaker::new),
          Map.entry("powershell", PowerShellTokenMaker::new),
          Map.entry("properties", PropertiesFileTokenMaker::new),
          Map.entry("py", PythonTokenMaker::new),
          Map.entry("python", PythonTokenMaker::new),
          Map.entry("ruby", RubyTokenMaker::new),
          Map.entry("rust", RustTokenMaker::new),
          Map.entry("scala", ScalaTokenMaker::new),
          Map.entry("sh", UnixShellTokenMaker::new),
          Map.entry("shell", UnixShellTokenMaker::new),
          Map.entry("sql", SQLTokenMaker::new),
          Map.entry("toml", IniTokenMaker::new),
          Map.entry("ts", TypeScriptTokenMaker::new),
          Map.entry("typescript", TypeScriptTokenMaker::new),
          Map.entry("xml", XMLTokenMaker::new),
          Map.entry("yaml", YamlTokenMaker::new),
          Map.entry("yml", YamlTokenMaker::new));

  private Highlighter() {}

  /// The markup of code; empty if the language is unknown, the code is too long, or its lexer would
  /// lose part of it.
  static Optional<String> markup(String language, String code) {
    Supplier<TokenMaker> maker = LANGUAGES.get(language.toLowerCase(Locale.ROOT));
    return maker == null || code.length() > LONGEST
        ? Optional.empty()
        : new MarkedCode(code).by(maker.get());
  }

  /// Code that is being marked.
  private record MarkedCode(String code, StringBuilder markup, StringBuilder seen) {
    MarkedCode(String code) {
      this(code, new StringBuilder(code.length() * 2), new StringBuilder(code.length()));
    }

    Optional<String> by(TokenMaker maker) {
      int state = TokenTypes.NULL;
      for (int from = 0; from <= code.length(); ) {
        int end = code.indexOf('\n', from);
        end = end < 0 ? code.length() : end;
        Segment line = new Segment(code.substring(from, end).toCharArray(), 0, end - from);
        Token token = maker.getTokenList(line, state, 0);
        for (; token != null && token.isPaintable(); token = token.getNextToken()) {
          append(name(token.getType()), token.getLexeme());
        }
        if (end < code.length()) {
          append("", "\n");
        }
        state = maker.getLastTokenTypeOnLine(line, state);
        from = end + 1;
      }
      return seen.toString().equals(code) ? Optional.of(markup.toString()) : Optional.empty();
    }

    private void append(String name, String text) {
      seen.append(text);
      String escaped = Html.escape(text).value();
      if (name.isEmpty()) {
        markup.append(escaped);
      } else {
        markup
            .append("<span class=\"")
            .append(name)
            .append("\">")
            .append(escaped)
            .append("</span>");
      }
    }
  }

  /// `k` for a keyword, `s` for a string, `n` for a number, `c` for a comment.
  private static String name(int type) {
    return switch (type) {
      case TokenTypes.RESERVED_WORD,
          TokenTypes.RESERVED_WORD_2,
          TokenTypes.DATA_TYPE,
          TokenTypes.LITERAL_BOOLEAN,
          TokenTypes.PREPROCESSOR,
          TokenTypes.MARKUP_TAG_NAME ->
          "k";
      case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          TokenTypes.LITERAL_CHAR,
          TokenTypes.LITERAL_BACKQUOTE,
          TokenTypes.REGEX,
          TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE ->
          "s";
      case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
          TokenTypes.LITERAL_NUMBER_FLOAT,
          TokenTypes.LITERAL_NUMBER_HEXADECIMAL ->
          "n";
      case TokenTypes.COMMENT_EOL,
          TokenTypes.COMMENT_MULTILINE,
          TokenTypes.COMMENT_DOCUMENTATION,
          TokenTypes.MARKUP_COMMENT ->
          "c";
      default -> "";
    };
  }
}
