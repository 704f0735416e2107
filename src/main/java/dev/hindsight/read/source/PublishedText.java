package dev.hindsight.read.source;

import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.secret.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Files as the site offers them beside its pages: as written, except for what must not leave the
/// repository.
public final class PublishedText {
  private PublishedText() {}

  /// A report without its private fields, and with secrets masked if the site is configured so.
  ///
  /// @param bytes of the file; the same array is returned if nothing is removed
  /// @return empty if the front matter cannot be read and may hide something
  public static Optional<byte[]> report(byte[] bytes, SiteConfig config) {
    String text = ReportText.decode(bytes, "").text();
    return FrontMatter.withoutPrivate(config.redact() ? Secrets.masked(text) : text)
        .map(shown -> shown.equals(text) ? bytes : shown.getBytes(StandardCharsets.UTF_8));
  }

  /// The lines of a Markdown file that messages may quote. Private fields are blank.
  ///
  /// @return empty if no line may be quoted
  public static List<String> quotable(byte[] bytes) {
    return FrontMatter.withPrivateBlank(ReportText.decode(bytes, "").text())
        .map(text -> text.lines().toList())
        .orElse(List.of());
  }

  /// The images that the text of a report contains, by their paths below the site.
  public static Map<String, byte[]> embedded(byte[] report, SiteConfig config) {
    String text = ReportText.decode(report, "").text();
    return EmbeddedImage.in(config.redact() ? Secrets.masked(text) : text)
        .collect(Collectors.toMap(EmbeddedImage::target, EmbeddedImage::bytes, (same, _) -> same));
  }

  /// A file that a report shows or links to, with secrets masked in the same way. Only text is
  /// searched, in any encoding.
  public static byte[] attachment(byte[] bytes, SiteConfig config) {
    Optional<Charset> charset = config.redact() ? charset(bytes) : Optional.empty();
    if (charset.isEmpty()) {
      return bytes;
    }
    String text = new String(bytes, charset.get());
    String masked = Secrets.masked(text);
    return masked.equals(text) ? bytes : masked.getBytes(charset.get());
  }

  /// An encoding that keeps every byte of a text; empty if the bytes are not text.
  private static Optional<Charset> charset(byte[] bytes) {
    Optional<Charset> wide = wideCharset(bytes);
    if (wide.isPresent()) {
      return wide;
    }
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && "\t\n\013\f\r\033".indexOf(b) < 0) {
        return Optional.empty();
      }
    }
    // Any encoding that contains ASCII will do: secrets look the same in all of them.
    return Optional.of(isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  /// UTF-16 or UTF-32, by the byte order mark or by where most zeros are.
  private static Optional<Charset> wideCharset(byte[] bytes) {
    int[] zeros = new int[4];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
    }
    int most = bytes.length / 4 * 9 / 10;
    int half = bytes.length / 4 / 2;
    if (bytes.length < 4 || bytes.length % 2 == 1) {
      return Optional.empty();
    }
    if (bytes.length % 4 == 0 && zeros[2] >= most && zeros[3] >= most) {
      return Optional.of(StandardCharsets.UTF_32LE);
    }
    if (bytes.length % 4 == 0 && zeros[0] >= most && zeros[1] >= most) {
      return Optional.of(StandardCharsets.UTF_32BE);
    }
    boolean isLittle = bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    boolean isBig = bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
    if (isLittle || !isBig && zeros[1] > half && zeros[3] > half && zeros[0] + zeros[2] == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return isBig || zeros[0] > half && zeros[2] > half && zeros[1] + zeros[3] == 0
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }
}
