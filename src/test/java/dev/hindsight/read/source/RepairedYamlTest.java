package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.site.config.YamlValue;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A slip costs its line only: lists stay lists, and keys stay keys. `⏎` ends a line.
class RepairedYamlTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          title: Tank: full⏎systems:⏎  - A⏎  - B    => title=Tank: full systems=[A|B] @1
          authors: [@mira, @joon]⏎systems: [A, B]   => authors=[@mira|@joon] systems=[A|B] @1
          a: @mira⏎b: [c]                           => a=@mira b=[c] @1
          a:⏎  - @mira⏎  - joon                     => a=[@mira|joon] @2
          a: "open⏎b: [c]                           => a=open b=[c] @1
          a: 'it's⏎b: [c]                           => a=it's b=[c] @1
          a:⏎\t- b⏎c: [d]                           => a=[b] c=[d] @2
          a: 1⏎b: [c]⏎a: 2                          => a=1 b=[c] a (again)=2 @3
          a: `x` y⏎b: [c]                           => a=`x` y b=[c] @1
          a: x: y⏎b: z: w⏎c: [d]                    => a=x: y b=z: w c=[d] @1 @2
          a: %x⏎b: 1                                => a=%x b=1 @1
          just words                                => none
          """)
  void writesLinesAsTheyWereMeant(String yaml, String expected) {
    String text = yaml.replace('⏎', '\n').replace("\\t", "\t");
    assertEquals(expected, RepairedYaml.read(text).map(RepairedYamlTest::shown).orElse("none"));
  }

  private static String shown(RepairedYaml yaml) {
    return yaml.values().entries().stream()
            .map(entry ->
                entry.key()
                    + "="
                    + (entry.value() instanceof YamlValue.Items items
                        ? "[" + String.join("|", items.asList()) + "]"
                        : entry.value().asText()))
            .collect(Collectors.joining(" "))
        + yaml.slips().stream().map(slip -> " @" + slip.line()).collect(Collectors.joining());
  }
}
