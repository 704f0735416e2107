package dev.hindsight.read.source;

import dev.hindsight.site.Addresses;
import dev.hindsight.site.store.Digest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An image that a report contains as data, as exports of Google Docs do: `data:image/png;base64,…`
/// (RFC 2397). It is published as a file, so that pages and search stay small.
///
/// @param target its path below the site, which depends only on its bytes
public record EmbeddedImage(String target, byte[] bytes) {
  private static final Pattern DATA =
      Pattern.compile("(?i)data:image/(png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=]+)");

  /// The image in an address; empty for any other address.
  public static Optional<EmbeddedImage> of(String address) {
    Matcher data = DATA.matcher(address);
    return data.matches() ? of(data) : Optional.empty();
  }

  /// All images in the text of a report.
  public static Stream<EmbeddedImage> in(String text) {
    return DATA.matcher(text).results().flatMap(data -> of(data.group()).stream());
  }

  private static Optional<EmbeddedImage> of(Matcher data) {
    try {
      byte[] bytes = Base64.getDecoder().decode(data.group(2));
      String name =
          Digest.of(bytes).substring(0, 16) + "." + data.group(1).toLowerCase(Locale.ROOT);
      return Optional.of(new EmbeddedImage(Addresses.attachment("embedded/" + name), bytes));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }
}
