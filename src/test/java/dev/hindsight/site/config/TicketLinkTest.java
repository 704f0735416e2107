package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The address of a ticket has the parts of what was found.
class TicketLinkTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          OPS-\\d+        => http://t.example/$0         => OPS-7     => http://t.example/OPS-7
          OPS-(\\d+)      => http://t.example/$1         => OPS-7     => http://t.example/7
          (\\w+)#(\\d+)   => http://t.example/$1/$2      => hub#7     => http://t.example/hub/7
          (\\w+)#(\\d+)   => http://t.example/$2?$2      => hub#7     => http://t.example/7?7
          OPS-\\d+        => http://t.example/$1         => OPS-7     => http://t.example/
          OPS(-\\d+)?     => http://t.example/a$1        => OPS       => http://t.example/a
          q:(.+)          => http://t.example/$1         => q:a b"$0  => http://t.example/a%20b%22%240
          OPS-\\d+        => http://t.example/           => OPS-7     => http://t.example/
          OPS-\\d+        => http://t.example/$x         => OPS-7     => http://t.example/$x
          """)
  void isMadeOfGroups(String pattern, String url, String ticket, String address) {
    Matcher found = Pattern.compile(pattern).matcher(ticket);
    assertTrue(found.find());
    assertEquals(address, new TicketLink(found.pattern(), url).address(found));
  }
}
