package dev.hindsight.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Data as a script. A page opened from disk cannot fetch a file, but can load a script. So can
/// pages of any other site; therefore the first statement ends the script everywhere except in
/// pages from disk. Over HTTP, a page fetches the file as text, which browsers only allow to the
/// site's own pages, and extracts the JSON.
public final class DataScript {
  /// A page cannot replace its own `location`, but a worker can replace everything. A worker has
  /// nothing like `document.all`, an object whose type is "undefined". The statement has no comma,
  /// because the JSON starts after the first comma.
  private static final String ONLY_FROM_DISK =
      "(all=>{if(typeof all!==\"undefined\"||all===void 0||location.protocol!==\"file:\")throw 0})"
          + "(document.all);\n";

  private static final byte[] BEFORE =
      (ONLY_FROM_DISK + "hindsightData(").getBytes(StandardCharsets.UTF_8);
  private static final byte[] BETWEEN = ", ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] AFTER = ");\n".getBytes(StandardCharsets.UTF_8);

  private DataScript() {}

  /// A script that passes JSON to the page under the path of the file.
  public static byte[] data(String path, byte[] json) {
    byte[] name = Json.compact(path);
    ByteBuffer script =
        ByteBuffer.allocate(
            BEFORE.length + name.length + BETWEEN.length + json.length + AFTER.length);
    script.put(BEFORE).put(name).put(BETWEEN).put(json).put(AFTER);
    return script.array();
  }
}
