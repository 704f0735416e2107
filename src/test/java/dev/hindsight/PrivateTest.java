package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.MemoryOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must stay in the repository is in no byte of the site. The secrets are put together here,
/// so that no scanner takes this file for a leak.
class PrivateTest {
  private static final String CANARY = "zanzibarcanary";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: T\nprivate: @\nseverity: SEV1\n---\n",
        "---\n"
            + "title: T\n"
            + "Private:\n"
            + "  customer: @\n"
            + "  notes: |\n"
            + "    @\n\n"
            + "    @\n"
            + "# @\n"
            + "severity: SEV1\n"
            + "---\n",
        "---\ntitle: T\nprivate:\n- @\n- x: @\n  y: '@'\nseverity: SEV1\n---\n",
        "---\ntitle: T\n\"private\": {a: @,\n  b: [@,\n  @]}\nseverity: SEV1\n---\n",
        "---\n{title: T, private: @, severity: SEV1}\n---\n",
        "---\n? private\n: @\ntitle: T\nseverity: SEV1\n---\n",
        "+++\ntitle = \"T\"\nprivate = \"@\"\nseverity = \"SEV1\"\n+++\n",
        "+++\ntitle = \"T\"\nprivate = [\n  \"@\",\n  \"@\"\n]\nseverity = \"SEV1\"\n+++\n",
        "+++\ntitle = \"T\"\nseverity = \"SEV1\"\nprivate.who = \"@\"\n+++\n",
        "+++\n"
            + "title = \"T\"\n"
            + "severity = \"SEV1\"\n"
            + "[private]\n"
            + "who = \"@\"\n"
            + "[private.more]\n"
            + "x = \"@\"\n"
            + "+++\n",
        "+++\ntitle = \"T\"\nseverity = \"SEV1\"\nprivate = \"\"\"\nx = @\n[y]\n@\"\"\"\n+++\n"
      })
  void aPrivateFieldIsInNoFile(String matter) {
    MemoryOutput site =
        built(
            "", matter.replace("@", CANARY + " word") + "\n# T\n\n## Summary\n\nOrders stopped.\n");
    assertNowhere(CANARY, site);
    String copy = text(site, "incidents/INC-2024-0001.md");
    assertTrue(copy.contains("Orders stopped."), copy);
    assertTrue(text(site, "incidents/INC-2024-0001.json").contains("\"severity\" : \"SEV1\""));
  }

  @Test
  void theCopyKeepsEverythingButPrivateFields() {
    MemoryOutput site =
        built("", "---\ntitle: T\nprivate:\n  a: b\nteam: Payments\n---\n\n# T\n\nText.\n");
    assertEquals(
        "---\ntitle: T\n\n\nteam: Payments\n---\n\n# T\n\nText.\n",
        text(site, "incidents/INC-2024-0001.md"));
  }

  @Test
  void aDraftIsInNoFile() {
    Sites.write(
        folder,
        Map.of(
            "site-config.yml",
            "",
            "incidents/INC-2024-0001.md",
            "# T\n\n## Summary\n\nText.\n",
            "incidents/INC-2024-0002.md",
            "---\ndraft: true\nsystems: ["
                + CANARY
                + " system]\nowner: "
                + CANARY
                + "\n---\n\n# "
                + CANARY
                + "\n\n## Summary\n\n"
                + CANARY
                + " ![x]("
                + CANARY
                + ".png)\n",
            "incidents/" + CANARY + ".png",
            "no image"));
    assertNowhere(CANARY, Sites.built(folder));
  }

  @Test
  void aSecretIsMaskedEverywhere() {
    List<String> secrets =
        List.of(
            "gh" + "p_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5",
            "gh" + "p\\_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5",
            "s3cr3t" + "-h0rse",
            "-----BEGIN"
                + " RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEowIBAAKCAQEAaB3dE5fG7hI9\n"
                + "-----END RSA PRIVATE KEY-----",
            "-----BEGIN" + " PRIVATE KEY-----\nMIIEowIBAAKCAQEAaB3dE5fG7hI9jK1lM3nO5p");
    String report =
        """
        ---
        token: %1$s
        ---

        # Leak of %1$s

        ## Summary

        Posted %1$s and %2$s to postgres://app:%3$s@db.example/orders. See [log](log.txt).

        ```
        %4$s
        ```

        ## Timeline

        - 14:45 - curl -H "Authorization: %1$s"

        ## Action Items

        - [ ] Revoke `%1$s` (Owner: Ada)

        ## Related Incidents

        - INC-2024-0002: same %1$s

        ```
        %5$s

        the end
        ```
        """
            .formatted(secrets.toArray());
    Sites.write(folder, Map.of("incidents/log.txt", "x\n" + report + "\ny\n"));
    MemoryOutput site = built("redact: true\n", report);
    for (String leak : List.of("aB3dE5fG7hI9", "s3cr3t", "MIIEow")) {
      assertNowhere(leak, site);
    }
    assertTrue(text(site, "incidents/INC-2024-0001.html").contains("postgres://app:REDACTED@db"));
    assertTrue(text(site, "incidents/INC-2024-0001.html").contains("the end"));
    String copy = text(site, "incidents/INC-2024-0001.md");
    assertEquals(report.lines().count(), copy.lines().count());
    assertTrue(text(built("", report), "incidents/INC-2024-0001.md").contains("s3cr3t"));
  }

  private MemoryOutput built(String config, String report) {
    Sites.write(folder, Map.of("site-config.yml", config, "incidents/INC-2024-0001.md", report));
    return Sites.built(folder);
  }

  private static String text(MemoryOutput site, String path) {
    return new String(site.get(path), StandardCharsets.UTF_8);
  }

  private static void assertNowhere(String word, MemoryOutput site) {
    site.files()
        .forEach((path, bytes) -> {
          String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
          assertFalse((path + text).contains(word.toLowerCase(Locale.ROOT)), path);
        });
  }
}
