package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.site.config.YamlValue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertEquals(true, split(report).slip().isEmpty());
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
          ⏎---⏎a: 1⏎---⏎text
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
          ---⏎a: "@x⏎b: 'y'⏎c: "z"⏎---⏎text    => a="@x b=y c=z <text>
          ---⏎words⏎a: @x⏎---⏎text             => a=@x <text>
          ---⏎two words: @x⏎a_b-c.d: 1⏎---⏎text => two words=@x a_b-c.d=1 <text>
          ---⏎1a: @x⏎b: 2⏎---⏎text             => b=2 <text>
          ---⏎a: @x⏎b:2⏎---⏎text               => a=@x b:2 <text>
          ---⏎a: 1⏎a: 2⏎---⏎text               => a=1 a=2 <text>
          ---⏎a: &x 1⏎b: *x⏎---⏎text           => a=&x 1 b=*x <text>
          +++⏎a = x y⏎b = 'z'⏎+++⏎text         => a=x y b=z <text>
          +++⏎a: 1⏎+++⏎text                    => a=1 <text>
          """)
  void isReadLineByLineWhereItIsNeither(String report, String parts) {
    assertEquals(parts, shown(report));
    assertEquals(true, split(report).slip().isPresent());
  }

  @Test
  void knowsWhereItsValuesStand() {
    FrontMatter strict = split("---⏎a: 1⏎b:  x⏎---⏎text");
    assertEquals("2:4 3:5", places(strict));
    assertEquals(4, strict.bodyLine());
    FrontMatter loose = split("---⏎a: @x⏎b:  x⏎---⏎text");
    assertEquals("2:4 3:5", places(loose));
    assertEquals(4, loose.bodyLine());
    assertEquals(2, loose.slip().orElseThrow().line());
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
          ---⏎a: @x⏎private: y⏎b: 2⏎---⏎text         => text                     => a=@x b=2
          ---⏎a: @x⏎b: 2⏎---⏎text                    => ---⏎a: @x⏎b: 2⏎---⏎text  => a=@x b=2
          ---⏎a: 1⏎---⏎private: x                    => ---⏎a: 1⏎---⏎private: x  => a=1
          +++⏎a = 1⏎private = "x"⏎b = 2⏎+++⏎text     => +++⏎a = 1⏎⏎b = 2⏎+++⏎text => a=1 b=2
          +++⏎a = 1⏎[private]⏎x = 1⏎+++⏎text         => +++⏎a = 1⏎⏎⏎+++⏎text     => a=1
          text⏎private: x                            => text⏎private: x          => ''
          """)
  void hasNoPrivateFieldsForOthers(String report, String published, String values) {
    assertEquals(
        published, FrontMatter.withoutPrivate(report.replace('⏎', '\n')).replace('\n', '⏎'));
    assertEquals(values, values(split(report)));
  }

  private static FrontMatter split(String report) {
    return FrontMatter.split(report.replace('⏎', '\n'));
  }

  private static String shown(String report) {
    FrontMatter parts = split(report);
    String values = values(parts);
    return values + (values.isEmpty() ? "<" : " <") + parts.body().replace('\n', '⏎') + ">";
  }

  private static String values(FrontMatter parts) {
    return parts.values().entries().stream()
        .map(entry -> entry.key() + "=" + entry.value().asText().strip().replace('\n', '⏎'))
        .collect(Collectors.joining(" "));
  }

  private static String places(FrontMatter parts) {
    return parts.values().entries().stream()
        .map(YamlValue.Entry::value)
        .map(value -> value.line() + ":" + value.column())
        .collect(Collectors.joining(" "));
  }
}
