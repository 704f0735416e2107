package dev.hindsight.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Data in the form of a script. A page that is opened from disk may not fetch a file, but it may
/// load a script.
public final class Scripts {
  private Scripts() {}

  /// A script that hands JSON to the page under the path that it would have been fetched from.
  public static byte[] data(String path, byte[] json) {
    ByteArrayOutputStream script = new ByteArrayOutputStream(json.length + 64);
    script.writeBytes("hindsightData(".getBytes(StandardCharsets.UTF_8));
    script.writeBytes(Json.compact(path));
    script.writeBytes(", ".getBytes(StandardCharsets.UTF_8));
    script.writeBytes(json);
    script.writeBytes(");\n".getBytes(StandardCharsets.UTF_8));
    return script.toByteArray();
  }
}
