package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Private fields go with all that stands in them, and every other line keeps its number. `⏎` ends
/// a line.
class PrivateFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          private: x⏎b: 2⏎                => ⏎b: 2⏎
          private:⏎  x: 1⏎⏎  y: 2⏎b: 2⏎   => ⏎⏎⏎⏎b: 2⏎
          private:⏎- x⏎- y⏎b: 2⏎          => ⏎⏎⏎b: 2⏎
          private:⏎# x⏎b: 2⏎              => ⏎⏎b: 2⏎
          private: {x: 1⏎}⏎b: 2⏎          => ⏎⏎b: 2⏎
          private: [x,⏎  y⏎]⏎b: 2⏎        => ⏎⏎⏎b: 2⏎
          private: (x⏎)⏎b: 2⏎             => ⏎⏎b: 2⏎
          PRIVATE : x⏎b: 2⏎               => ⏎b: 2⏎
          "private": x⏎b: 2⏎              => ⏎b: 2⏎
          '''private'': x⏎b: 2⏎'          => ⏎b: 2⏎
          private = x⏎b: 2⏎               => ⏎b: 2⏎
          a: 1⏎private: x                 => a: 1⏎⏎
          a:⏎  private: x⏎b: 2⏎           => a:⏎⏎b: 2⏎
          privately: x⏎b: 2⏎              => privately: x⏎b: 2⏎
          not private: x⏎b: 2⏎            => not private: x⏎b: 2⏎
          a: 1⏎b: 2⏎                      => a: 1⏎b: 2⏎
          """)
  void goFromYaml(String matter, String kept) {
    assertEquals(kept, blanked(matter, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          private = "x"⏎b = 2⏎            => ⏎b = 2⏎
          private = [⏎"x",⏎]⏎b = 2⏎       => ⏎⏎⏎b = 2⏎
          private = \"""⏎x⏎\"""⏎b = 2⏎    => ⏎⏎⏎b = 2⏎
          private = 1⏎[b]⏎c = 2⏎          => ⏎[b]⏎c = 2⏎
          private.x = 1⏎b = 2⏎            => ⏎b = 2⏎
          private = 1⏎"b".d = 2⏎          => ⏎"b".d = 2⏎
          private = 1⏎b.c-d = 2⏎          => ⏎b.c-d = 2⏎
          [private]⏎x = 1⏎⏎y = 2⏎[b]⏎c = 2⏎ => ⏎⏎⏎⏎[b]⏎c = 2⏎
          [private.x]⏎y = 1⏎[b]⏎          => ⏎⏎[b]⏎
          [[private]]⏎y = 1⏎[b]⏎          => ⏎⏎[b]⏎
          [a]⏎private = 1⏎b = 2⏎          => [a]⏎⏎b = 2⏎
          """)
  void goFromToml(String matter, String kept) {
    assertEquals(kept, blanked(matter, true));
  }

  @Test
  void areRemovedFromValues() throws Yaml.MalformedYaml {
    YamlValue.Entries values =
        Yaml.read("a: 1\nprivate: x\nPrivate: {y: 1}\n\" private \": z\nb: {private: 2}\n");
    assertEquals(
        List.of("a", "b"),
        PrivateFields.without(values).entries().stream().map(YamlValue.Entry::key).toList());
  }

  private static String blanked(String matter, boolean isToml) {
    return PrivateFields.blanked(matter.replace('⏎', '\n'), isToml).replace('\n', '⏎');
  }
}
