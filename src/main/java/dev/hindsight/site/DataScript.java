package dev.hindsight.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Data in the form of a script. A page that is opened from disk may not fetch a file, but it may
/// load a script. So may any page of any other site, and therefore the first statement stops the
/// script everywhere but in a page from disk. Over HTTP a page fetches the file as text, which the
/// browser lets only the site's own pages do, and takes the JSON out.
public final class DataScript {
  /// A page cannot replace its own `location`, but a worker can replace everything. There, nothing
  /// is like `document.all`: an object whose type is "undefined". The statement has no comma, as
  /// the JSON is what is behind the first.
  private static final String ONLY_FROM_DISK =
      "(all=>{if(typeof all!==\"undefined\"||all===void 0||location.protocol!==\"file:\")throw 0})"
          + "(document.all);\n";

  private static final byte[] BEFORE =
      (ONLY_FROM_DISK + "hindsightData(").getBytes(StandardCharsets.UTF_8);
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
