package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The hosts whose images pages may load.
class ImageHostsTest {
  private static ConfigReader.Outcome read(String allow) {
    return ConfigReader.read("site-config.yml", "images:\n  allow: " + allow + "\n");
  }

  @Test
  void noneAreAllowedByDefault() {
    ImageHosts hosts = ConfigReader.read("c", "").config().orElseThrow().images();
    assertEquals("", hosts.origins());
    assertEquals(hosts, ConfigReader.read("c", "images:\n").config().orElseThrow().images());
    assertEquals(hosts, read("").config().orElseThrow().images());
  }

  @Test
  void namedHostsBecomeOrigins() {
    ImageHosts hosts =
        read("[A.example, b-1.example.com, a.example]").config().orElseThrow().images();
    assertEquals(List.of("a.example", "b-1.example.com"), hosts.names());
    assertEquals(" https://a.example https://b-1.example.com", hosts.origins());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://a.example/b.png,          true
          HTTPS://A.Example/b.png,          true
          https://a.example,                true
          https://a.example?b,              true
          https://a.example:443/b.png,      true
          https://a.example:8443/b.png,     false
          http://a.example/b.png,           false
          //a.example/b.png,                false
          https://b.a.example/b.png,        false
          https://a.example.evil/b.png,     false
          https://a.example@evil/b.png,     false
          https://evil\\@a.example/b.png,   false
          https://a.example\\.evil/b.png,   false
          'https://a.exa\tmple/b.png',      false
          incidents/b.png,                  false
          """)
  void onlyTheNamedHostsAreAllowed(String address, boolean isAllowed) {
    assertEquals(isAllowed, new ImageHosts(List.of("a.example")).allows(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "'*.a.example'",
        "https://a.example",
        "https://a.example/images",
        "a.example/images",
        "a.example:8443",
        "me@a.example",
        "localhost",
        "10.0.0.1",
        "-a.example",
        "bücher.example",
        "'a.example; script-src b.example'",
        "\"a.example\\nb.example\"",
        "{host: a.example}"
      })
  void whatIsNotTheNameOfAHostIsAnError(String host) {
    List<Problem> problems = read("\n    - c.example\n    - " + host).problems();
    assertTrue(problems.getFirst().message().startsWith("images.allow: "), problems.toString());
    assertEquals("site-config.yml:4:7", problems.getFirst().at().toString());
  }

  @Test
  void messagesSayWhatToWrite() {
    Problem scheme = read("[https://a.example/images]").problems().getFirst();
    assertEquals("images.allow: invalid host name 'https://a.example/images'", scheme.message());
    assertEquals("write only the name of the host: a.example", scheme.hint().orElseThrow());
    assertTrue(read("['*.a.example']").problems().getFirst().hint().orElseThrow().contains("`*`"));
    assertTrue(read("a.example").problems().getFirst().message().contains("expected a list"));
  }
}
