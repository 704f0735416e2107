package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.hindsight.model.Attachment;
import dev.hindsight.read.ReportContexts;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.source.ReportFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables and code can be scrolled by keyboard, and images have a size and a way to the whole
/// picture.
class HtmlDecoratorTest {
  @TempDir private Path root;
  private ReportContext context;

  @BeforeEach
  void attachAnImage() throws IOException {
    BufferedImage image = new BufferedImage(37, 21, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "png", root.resolve("a.png").toFile());
    context = ReportContexts.of(ReportFolder.list(root, "incidents"), "INC-2024-0001.md");
    context.attach(new Attachment("a.png", "attachments/a.png"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <table><tr></tr></table>   => <div class="scroll" role="group" aria-label="Table" tabindex="0"><table><tr></tr></table></div>
          <table id="a">x</table>    => <div class="scroll" role="group" aria-label="Table" tabindex="0"><table id="a">x</table></div>
          <pre>a</pre>               => <pre tabindex="0">a</pre>
          <pre id="b">a</pre>        => <pre tabindex="0" id="b">a</pre>
          <pre><code>a</code></pre>  => <pre tabindex="0"><code>a</code></pre>
          <pre><code class="language-nope">a &lt; b</code></pre> => <pre tabindex="0"><code class="language-nope">a &lt; b</code></pre>
          <p>a</p><pre>b</pre>c      => <p>a</p><pre tabindex="0">b</pre>c
          <prefix>a</prefix><pre>b</pre> => <prefix>a</prefix><pre tabindex="0">b</pre>
          """)
  void framesTablesAndCode(String html, String framed) {
    assertEquals(framed, HtmlDecorator.around(html, context));
  }

  @Test
  void marksTheWordsOfCode() {
    String html = "<pre><code class=\"language-json\">{&quot;a&quot;: 1}</code></pre>";
    assertEquals(
        "<pre tabindex=\"0\"><code class=\"language-json\">"
            + Highlighter.markup("json", "{\"a\": 1}").orElseThrow()
            + "</code></pre>",
        HtmlDecorator.around(html, context));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <img src="../attachments/a.png" alt="x" /> => <a class="zoom" href="../attachments/a.png"><img src="../attachments/a.png" alt="x" width="37" height="21" loading="lazy" decoding="async"></a>
          <img src="../attachments/a.png" width="5" /> => <a class="zoom" href="../attachments/a.png"><img src="../attachments/a.png" width="5" loading="lazy" decoding="async"></a>
          <img height="5" src="../attachments/a.png"> => <a class="zoom" href="../attachments/a.png"><img height="5" src="../attachments/a.png" loading="lazy" decoding="async"></a>
          <img src="../attachments/b.png" /> => <a class="zoom" href="../attachments/b.png"><img src="../attachments/b.png" loading="lazy" decoding="async"></a>
          <a href="b"><img src="../attachments/b.png" /></a> => <a href="b"><img src="../attachments/b.png" loading="lazy" decoding="async"></a>
          <a href="b">x</a><img src="../attachments/b.png" /> => <a href="b">x</a><a class="zoom" href="../attachments/b.png"><img src="../attachments/b.png" loading="lazy" decoding="async"></a>
          <img alt="x" />  => <img alt="x">
          """)
  void givesImagesASizeAndAWayToTheWholePicture(String html, String framed) {
    assertEquals(framed, HtmlDecorator.around(html, context));
  }

  @ParameterizedTest
  @CsvSource({"plain", "<p>a</p>", "<a href='b'>a</a>"})
  void leavesOtherMarkupAlone(String html) {
    assertSame(html, HtmlDecorator.around(html, context));
  }
}
