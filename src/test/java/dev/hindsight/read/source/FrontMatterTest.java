package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.hindsight.site.config.YamlValue;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Front matter is what stands between marks at the top, in YAML, TOML or lines of another form.
/// `⏎` ends a line, and `<…>` stands around the Markdown below.
class FrontMatterTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ---⏎a: 1⏎b: [x, y]⏎---⏎text          => a=1 b=x, y <text>
          ---⏎a: 1⏎...⏎text                    => a=1 <text>
          '---  ⏎a: 1⏎--- ⏎text'               => a=1 <text>
          ---⏎a: 1⏎---                         => a=1 <>
          ---⏎---⏎text                         => <text>
          ---⏎a: 1⏎b:⏎  c: 2⏎---⏎text          => a=1 b=c: 2 <text>
          ---⏎a: 'x: y'⏎---⏎text               => a=x: y <text>
          ---⏎a: |⏎  x⏎  y⏎---⏎text            => a=x⏎y <text>
          +++⏎a = "1"⏎b = ["x", "y"]⏎+++⏎text  => a=1 b=x, y <text>
          +++⏎a = 2024-04-02⏎+++⏎text          => a=2024-04-02 <text>
          +++⏎a = 1⏎[b]⏎c = 2⏎+++⏎text         => a=1 b=c: 2 <text>
          """)
  void isReadAsYamlOrToml(String report, String parts) {
    assertEquals(parts, shown(report));
    assertEquals(true, split(report).slips().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          text
          '# T⏎⏎---⏎a: 1⏎---'
          ---⏎a: 1⏎text
          ---⏎a: 1⏎+++⏎text
          +++⏎a = 1⏎...⏎text
          ----⏎a: 1⏎----⏎text
          ---⏎just words⏎---⏎text
          ''
          """)
  void isMissing(String report) {
    assertEquals("<" + report + ">", shown(report));
    assertEquals(0, split(report).bodyLine());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ---⏎a: x: y⏎b: 2⏎---⏎text            => a=x: y b=2 <text>
          ---⏎a: [x⏎b: 2⏎---⏎text              => a=[x b=2 <text>
          ---⏎a: @x⏎b:⏎---⏎text                => a=@x b= <text>
          ---⏎a: @x⏎ goes on⏎# a note⏎⏎b: 2⏎---⏎text => a=@x goes on b=2 <text>
          ---⏎a: "@x⏎b: 'y'⏎c: "z"⏎---⏎text    => a=@x b=y c=z <text>
          ---⏎words⏎a: @x⏎---⏎text             => a=@x <text>
          ---⏎two words: @x⏎a_b-c.d: 1⏎---⏎text => two words=@x a_b-c.d=1 <text>
          ---⏎1a: @x⏎b: 2⏎---⏎text             => 1a=@x b=2 <text>
          ---⏎a: @x⏎b:2⏎---⏎text               => a=@x b:2 <text>
          ---⏎a: 1⏎a: 2⏎---⏎text               => a=1 a (again)=2 <text>
          ---⏎a: &x 1⏎b: *x⏎---⏎text           => a=&x 1 b=*x <text>
          +++⏎a = x y⏎b = 'z'⏎+++⏎text         => a=x y b=z <text>
          +++⏎a: 1⏎+++⏎text                    => a=1 <text>
          """)
  void isReadLineByLineWhereItIsNeither(String report, String parts) {
    assertEquals(parts, shown(report));
    assertEquals(false, split(report).slips().isEmpty());
  }

  @Test
  void recordsPositionsOfValues() {
    FrontMatter.Readable strict = split("---⏎a: 1⏎b:  x⏎---⏎text");
    assertEquals("2:4 3:5", places(strict));
    assertEquals(4, strict.bodyLine());
    FrontMatter.Readable loose = split("---⏎a: @x⏎b:  x⏎---⏎text");
    assertEquals("2:4 3:5", places(loose));
    assertEquals(4, loose.bodyLine());
    assertEquals(2, loose.slips().getFirst().line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ---⏎a: 1⏎private: x⏎b: 2⏎---⏎text          => ---⏎a: 1⏎⏎b: 2⏎---⏎text   => a=1 b=2
          ---⏎a: 1⏎private:⏎  x: 1⏎  y: 2⏎b: 2⏎---⏎t => ---⏎a: 1⏎⏎⏎⏎b: 2⏎---⏎t   => a=1 b=2
          ---⏎a: 1⏎Private: x⏎b: 2⏎---⏎text          => ---⏎a: 1⏎⏎b: 2⏎---⏎text   => a=1 b=2
          ---⏎{a: 1, private: x}⏎---⏎text            => text                     => a=1
          ---⏎"priv\\u0061te": x⏎b: 2⏎---⏎text       => text                     => b=2
          ---⏎a: @x⏎b: 2⏎---⏎text                    => ---⏎a: @x⏎b: 2⏎---⏎text  => a=@x b=2
          ---⏎a: 1⏎---⏎private: x                    => ---⏎a: 1⏎---⏎private: x  => a=1
          +++⏎a = 1⏎private = "x"⏎b = 2⏎+++⏎text     => +++⏎a = 1⏎⏎b = 2⏎+++⏎text => a=1 b=2
          +++⏎a = 1⏎[private]⏎x = 1⏎+++⏎text         => +++⏎a = 1⏎⏎⏎+++⏎text     => a=1
          text⏎private: x                            => text⏎private: x          => ''
          """)
  void hasNoPrivateFieldsForOthers(String report, String published, String values) {
    assertEquals(
        published,
        FrontMatter.withoutPrivate(report.replace('⏎', '\n')).orElseThrow().replace('\n', '⏎'));
    assertEquals(values, values(split(report)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ---⏎private: @x⏎---⏎text           => 2:10
          ---⏎a: 1⏎private:⏎␉x: y⏎---⏎       => 4:1
          ---⏎private: 1⏎private: 2⏎---⏎     => 3:8
          ---⏎draft:true⏎---⏎text            => 2:1
          ---⏎a: x⏎ private:x⏎---⏎text       => 3:2
          ---⏎{a: x, draft:true}⏎---⏎text    => 2:1
          ---⏎status:draft⏎---⏎text          => 2:1
          ---⏎published:false⏎---⏎text       => 2:1
          ---⏎a: b: c⏎x, private: y⏎---⏎     => 2:5
          ---⏎a: x⏎private: y⏎⏎# T           => 3:1
          ----⏎private: y⏎----⏎# T           => 2:1
          ⏎---⏎a: x⏎Draft: y⏎---⏎# T         => 4:1
          title: x⏎draft: yes⏎---⏎# T        => 2:1
          { "private": "x" }⏎# T             => 1:4
          +++⏎[private⏎a = 1⏎+++⏎            => 2:9
          """)
  void isRefusedWhereItMayHideSomethingAndCannotBeRead(String report, String place) {
    String text = report.replace('⏎', '\n').replace('␉', '\t');
    FrontMatter.Refused refused = (FrontMatter.Refused) FrontMatter.split(text);
    assertEquals(place, refused.line() + ":" + refused.column());
    assertEquals(Optional.empty(), FrontMatter.withoutPrivate(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---⏎All private networks failed.⏎⏎Draft mails were lost.⏎⏎---⏎text",
        "# T⏎⏎---⏎⏎The private link failed: twice. Draft mails were lost.⏎⏎---⏎text",
        "# T⏎⏎---⏎private: @x⏎---⏎",
        "---⏎⏎# T⏎⏎Draft mails, private links.⏎",
        "***⏎⏎Private, as ever.⏎",
        "# T⏎⏎- Severity: SEV1⏎- Draft: no⏎",
        "Severity: SEV1⏎Draft: no⏎⏎---⏎text",
        "Severity: SEV1⏎Draft: no⏎⏎Summary⏎-------⏎text",
        "---⏎title: Outage: private networks⏎---⏎text",
        "---⏎title: @private⏎---⏎text",
        "---⏎tags: [draft, private]⏎---⏎text",
        "---⏎title: \"Draft: a plan\"⏎---⏎text",
        "---⏎# draft: true⏎title: a: b⏎---⏎text",
        "---⏎private: |⏎  draft: x⏎  private: y⏎---⏎text",
        "---⏎notes:⏎  private: y⏎---⏎text",
        "---⏎privately: @x⏎drafted: y⏎---⏎text"
      })
  void isNotRefusedOtherwise(String report) {
    assertInstanceOf(FrontMatter.Readable.class, FrontMatter.split(report.replace('⏎', '\n')));
  }

  @Test
  void keepsLineNumbersInQuotableText() {
    assertEquals(
        "---\na: 1\n\n---\ntext",
        FrontMatter.withPrivateBlank("---\na: 1\nprivate: x\n---\ntext").orElseThrow());
    assertEquals(
        "\n\n\ntext",
        FrontMatter.withPrivateBlank("---\n{a: 1, private: x}\n---\ntext").orElseThrow());
    assertEquals(
        "\n\n\ntext",
        FrontMatter.withPrivateBlank("---\na: 1 # private: x\n---\ntext").orElseThrow());
  }

  private static FrontMatter.Readable split(String report) {
    return (FrontMatter.Readable) FrontMatter.split(report.replace('⏎', '\n'));
  }

  private static String shown(String report) {
    FrontMatter.Readable parts = split(report);
    String values = values(parts);
    return values + (values.isEmpty() ? "<" : " <") + parts.body().replace('\n', '⏎') + ">";
  }

  private static String values(FrontMatter.Readable parts) {
    return parts.values().entries().stream()
        .map(entry -> entry.key() + "=" + entry.value().asText().strip().replace('\n', '⏎'))
        .collect(Collectors.joining(" "));
  }

  private static String places(FrontMatter.Readable parts) {
    return parts.values().entries().stream()
        .map(YamlValue.Entry::value)
        .map(value -> value.line() + ":" + value.column())
        .collect(Collectors.joining(" "));
  }
}
