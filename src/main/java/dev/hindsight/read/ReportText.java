package dev.hindsight.read;

import dev.hindsight.model.Html;
import dev.hindsight.site.Problem;
import dev.hindsight.site.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Turns the bytes of a report into text.
final class ReportText {
  /// Thrown with the problem that keeps a report from being read.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Unreadable(Problem problem) {
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  private ReportText() {}

  /// Decodes UTF-8, drops a byte order mark, and takes away the marks that [Html] keeps for itself.
  static String decode(byte[] bytes, String file) throws Unreadable {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    if (result.isError()) {
      throw new Unreadable(notUtf8(text.flip().toString(), file));
    }
    String decoded = text.flip().toString();
    return (decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded)
        .replace(Html.MENTION, '\uFFFD')
        .replace(Html.MENTION_END, '\uFFFD');
  }

  private static Problem notUtf8(String before, String file) {
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new Problem.UnreadableReport(
        new SourcePosition(file, line, column),
        "this byte is not UTF-8 text",
        "save the file as UTF-8");
  }
}
