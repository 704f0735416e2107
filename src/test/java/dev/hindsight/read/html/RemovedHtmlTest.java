package dev.hindsight.read.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Authors are warned about raw HTML that a page may not have.
class RemovedHtmlTest {
  @TempDir private Path folder;

  private List<Problem> problems(String report) throws IOException {
    Sites.write(folder, Map.of("INC-2024-0001.md", report));
    return new FolderReader(
            ConfigReader.read("c", "").config().orElseThrow(),
            ReportFolder.list(folder, "incidents"),
            false)
        .readAll()
        .getFirst()
        .problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <b onclick="x()">a</b>                 => `onclick` of <b>
          <B OnMouseOver=x()>a</B>               => `onmouseover` of <b>
          <a href="javascript:x()">a</a>         => `href` of <a>
          <a href="file:///srv/a.log">a</a>      => `href` of <a>
          <img src="data:text/html,a" alt="a">   => `src` of <img>
          <canvas width="3">a</canvas>           => <canvas>
          a <progress value="3" max="9"></progress> => <progress>
          """)
  void saysWhatWasRemoved(String html, String what) throws IOException {
    List<Problem> problems = problems("# T\n\n" + html + "\n");
    assertEquals(
        List.of("removed from the page: " + what),
        problems.stream().map(Problem::message).toList());
    assertEquals(
        "incidents/INC-2024-0001.md:3:" + (html.indexOf('<') + 1),
        problems.getFirst().at().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=\"a\" style=\"color: red\" align=\"center\">a</div>",
        "<font color=\"red\">a</font> <center>b</center> <section>c</section>",
        "<script>alert(1)</script> <iframe src=\"https://a.example\"></iframe>",
        "<video controls autoplay src=\"https://a.example/b.mp4\"></video>",
        "<a href=\"https://a.example\" target=\"_blank\" rel=\"x\">a</a>",
        "<!-- a comment -->"
      })
  void saysNothingOfWhatIsHarmless(String html) throws IOException {
    assertEquals(List.of(), problems("# T\n\n" + html + "\n"));
  }

  @Test
  void anAddressThatRunsIsFoundBehindLinks() throws IOException {
    List<Problem> problems =
        problems("# T\n\n<a href=\"https://a.example\">a</a> <a href=\"javascript:b()\">b</a>\n");
    assertEquals("incidents/INC-2024-0001.md:3:35", problems.getFirst().at().toString());
  }

  @Test
  void oneProblemNamesTheFirstAndCountsTheRest() throws IOException {
    List<Problem> problems =
        problems(
            """
            # T

            Words <b>and</b> more.

            <div>
            <p>
              <i onclick="a()">a</i> <i onclick="b()">b</i> <b onfocus="c()">c</b>
            </div>

            ## Impact

            <u onclick="d()">d</u> <s onclick="e()">e</s>
            """);
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(
        "removed from the page: `onclick` of <i>, `onfocus` of <b>, `onclick` of <u> and 1 more",
        problems.getFirst().message());
    assertEquals("incidents/INC-2024-0001.md:7:3", problems.getFirst().at().toString());
  }

  @Test
  void brokenLinksInRawHtmlHaveTheirOwnPosition() throws IOException {
    List<Problem> problems =
        problems(
            """
            # T

            One <img src="a.png?x=1&amp;y" alt=""> and
            two <a title="b" href="b.log">b</a>.

            <ul>
            <li><a href='c%20d.log'>c</a></li>
            </ul>
            """);
    assertEquals(
        "3:5 4:5 7:5",
        String.join(
            " ",
            problems.stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column())
                .toList()));
  }

  /// The search for an address starts at the last one found.
  @Test
  void manyAddressesTakeLinearTime() throws IOException {
    String links = "<a href=\"&#98;.log\">b</a> <b onclick=\"x\">c</b>\n".repeat(5_000);
    assertTrue(problems("# T\n\n" + links).size() >= 5_000);
  }
}
