package dev.hindsight.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Data in the form of a script. A page that is opened from disk may not fetch a file, but it may
/// load a script.
public final class DataScript {
  private static final byte[] BEFORE = "hindsightData(".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BETWEEN = ", ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] AFTER = ");\n".getBytes(StandardCharsets.UTF_8);

  private DataScript() {}

  /// A script that hands JSON to the page under the path that it would have been fetched from.
  public static byte[] data(String path, byte[] json) {
    byte[] name = Json.compact(path);
    ByteBuffer script =
        ByteBuffer.allocate(
            BEFORE.length + name.length + BETWEEN.length + json.length + AFTER.length);
    script.put(BEFORE).put(name).put(BETWEEN).put(json).put(AFTER);
    return script.array();
  }
}
