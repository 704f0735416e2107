package dev.hindsight.read.source;

import dev.hindsight.model.Html;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of a report.
///
/// @param problem set if the file is not UTF-8 and its encoding had to be guessed
public record ReportText(String text, Optional<Problem> problem) {
  public static final ProblemKind FOREIGN_ENCODING =
      ProblemKind.warning(
          "foreign-encoding",
          ProblemKind.Topic.FILES,
          """
          A report that is not UTF-8. It was read as UTF-16 if it has a byte order mark, else as Windows-1252.
          """);

  /// Decodes UTF-8, or UTF-16 with a byte order mark, or else Windows-1252, in which every byte has
  /// a meaning. Removes the byte order mark and the characters that [Html] reserves. Breaks up
  /// endless runs of combining marks.
  public static ReportText decode(byte[] bytes, String file) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return foreign(bytes, StandardCharsets.UTF_16LE, SourcePosition.start(file));
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return foreign(bytes, StandardCharsets.UTF_16BE, SourcePosition.start(file));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The replacement character can also be in the file itself.
    return text.indexOf('\uFFFD') < 0
        ? new ReportText(clean(text), Optional.empty())
        : decodeStrictly(bytes, file);
  }

  private static ReportText decodeStrictly(byte[] bytes, String file) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    if (decoder.decode(input, text, true).isError()) {
      String before = text.flip().toString();
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      return foreign(
          bytes, Charset.forName("windows-1252"), new SourcePosition(file, line, column));
    }
    return new ReportText(clean(text.flip().toString()), Optional.empty());
  }

  private static ReportText foreign(byte[] bytes, Charset charset, SourcePosition at) {
    return new ReportText(
        clean(new String(bytes, charset)),
        Optional.of(
            FOREIGN_ENCODING.at(
                at, "not UTF-8; read as " + charset.displayName(), "save the file as UTF-8")));
  }

  private static String clean(String text) {
    return CombiningMarks.breakUp(
        Html.unmarked(text.startsWith("\uFEFF") ? text.substring(1) : text));
  }
}
