package dev.hindsight.read.source;

import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.secret.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Files as the site offers them beside its pages: as they were written, but for what must not
/// leave the repository.
public final class PublishedText {
  private PublishedText() {}

  /// A report without its private fields, and with secrets masked where the site wants that.
  ///
  /// @param bytes of the file; the same array comes back where nothing is to be taken out
  public static byte[] report(byte[] bytes, SiteConfig config) {
    String text = ReportText.decode(bytes, "").text();
    String shown = FrontMatter.withoutPrivate(config.redact() ? Secrets.masked(text) : text);
    return shown.equals(text) ? bytes : shown.getBytes(StandardCharsets.UTF_8);
  }

  /// A file that a report shows or links to, the same way; only text is looked at.
  public static byte[] attachment(byte[] bytes, SiteConfig config) {
    if (!config.redact()) {
      return bytes;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String masked = Secrets.masked(text);
      return masked.equals(text) ? bytes : masked.getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException noText) {
      return bytes;
    }
  }
}
