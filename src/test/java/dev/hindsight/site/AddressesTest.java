package dev.hindsight.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.model.IncidentId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Addresses depend on the id alone, and no id can make one that leads elsewhere.
class AddressesTest {

  @Test
  void anIdIsUsedAsItsAddress() {
    assertEquals("incidents/INC-2024-0112.html", Addresses.page(new IncidentId("INC-2024-0112")));
    assertEquals("incidents/INC-2024-0112.json", Addresses.data(new IncidentId("INC-2024-0112")));
    assertEquals("incidents/some-notes.md", Addresses.report(new IncidentId("some notes")));
  }

  @Test
  void noIdHasTheAddressOfAnotherPageOrADevice() {
    for (String id : List.of("index", "INDEX", "con", "nul.txt", "..", "-", "../../etc/passwd")) {
      String page = Addresses.page(new IncidentId(id));
      assertTrue(page.matches("incidents/[\\p{L}\\p{N}_][^/]*\\.html"), id + " -> " + page);
      assertNotEquals("incidents/index.html", page.toLowerCase());
      assertNotEquals("incidents/con.html", page.toLowerCase());
    }
  }

  @Test
  void everyAddressIsSafeForEveryFileSystem() {
    Random random = new Random(42);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder id = new StringBuilder("x");
      for (int n = random.nextInt(120); n >= 0; n--) {
        int sign = random.nextInt(4) == 0 ? random.nextInt(0xD800) : 32 + random.nextInt(95);
        id.appendCodePoint(sign);
      }
      String page = Addresses.page(new IncidentId(id.toString()));
      String name = page.substring("incidents/".length());
      assertTrue(name.matches("[\\p{L}\\p{M}\\p{N}._-]+"), name);
      assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255, name);
      assertEquals(page, Addresses.page(new IncidentId(id.toString())), "always the same");
    }
  }

  @Test
  void slugsAreLowerCaseWordsJoinedByHyphens() {
    assertEquals("production-database", Addresses.slug("Production  Database"));
    assertEquals("größe-ändern", Addresses.slug("Größe ändern!"));
    assertEquals("untitled", Addresses.slug("?!"));
  }

  @Test
  void pathsAreEncodedAsInABrowser() {
    assertEquals("a%20b/%C3%A4.png", Addresses.encode("a b/ä.png"));
    assertEquals("a%2Bb%25%22", Addresses.encode("a+b%\""));
  }
}
