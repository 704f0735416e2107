package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.Html;
import dev.hindsight.site.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A report is read in the encoding that it most probably has, and one that is not UTF-8 is told.
class ReportTextTest {

  @ParameterizedTest
  @CsvSource({
    "UTF-8, Größe 障害 🔥, ''",
    "UTF-16LE, Größe 障害 🔥, foreign-encoding",
    "UTF-16BE, Größe 障害 🔥, foreign-encoding",
    "windows-1252, Größe “x” €, foreign-encoding"
  })
  void isReadInItsEncoding(String charset, String text, String problem) {
    // Only a byte order mark tells UTF-16.
    String marked = charset.startsWith("UTF-16") ? "\uFEFF" + text : text;
    ReportText read = ReportText.decode(marked.getBytes(Charset.forName(charset)), "a.md");
    assertEquals(text, read.text());
    assertEquals(problem, read.problem().map(Problem::code).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "\uFEFFtext, text",
    "te\uFEFFxt, te\uFEFFxt",
    "a written \uFFFD, a written \uFFFD"
  })
  void isCleanText(String written, String text) {
    ReportText read = ReportText.decode(written.getBytes(StandardCharsets.UTF_8), "a.md");
    assertEquals(text, read.text());
    assertEquals(true, read.problem().isEmpty());
  }

  @Test
  void replacesReservedMarks() {
    String marked = "a" + Html.MENTION + "b" + Html.MENTION_END + "c";
    assertEquals(
        "a\uFFFDb\uFFFDc",
        ReportText.decode(marked.getBytes(StandardCharsets.UTF_8), "a.md").text());
  }

  @Test
  void reportsTextThatIsNotUtf8() {
    byte[] bytes = "one\ntwo é".getBytes(Charset.forName("windows-1252"));
    Problem problem = ReportText.decode(bytes, "a.md").problem().orElseThrow();
    assertEquals("a.md:2:5", problem.at().toString());
    assertEquals(true, problem.message().contains("windows-1252"), problem.message());
  }

  @Test
  void canBeAMarkAlone() {
    assertEquals("", ReportText.decode(new byte[] {(byte) 0xFF, (byte) 0xFE}, "a.md").text());
    assertEquals("ÿ", ReportText.decode(new byte[] {(byte) 0xFF}, "a.md").text());
  }
}
