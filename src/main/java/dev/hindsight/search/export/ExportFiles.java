package dev.hindsight.search.export;

import dev.hindsight.site.DataScript;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.store.Digest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Takes the parts of the search index. As long as all are small together they are kept, to go into
/// the manifest; else each becomes a file, named after its content, so that a browser may keep it
/// for ever. The file is a script, for pages that are opened from disk; others take the JSON out.
final class ExportFiles {

  /// So many bytes of JSON may go into the manifest: about 500 reports.
  private static final int MOST_INLINE = 2_000_000;

  private final Output output;
  private final Map<String, Object> kept = new LinkedHashMap<>();
  private final Set<String> written = new HashSet<>();
  private long size;

  ExportFiles(Output output) {
    this.output = output;
  }

  /// Takes some parts beside those that were taken before.
  ///
  /// @param size how many bytes these have
  /// @param inline those of them that are in the manifest
  ExportFiles(Output output, long size, Map<String, Object> inline) {
    this.output = output;
    this.size = size;
    kept.putAll(inline);
  }

  /// Takes a part.
  ///
  /// @return the hash in its name, which is `search/<kind>-<hash>.js`
  String add(String kind, Object content) {
    byte[] json = Json.compact(content);
    String hash = Digest.brief(json);
    add(kind + "-" + hash, content, json);
    return hash;
  }

  /// Takes one of many small parts. As its number is in its name, half a hash will do.
  ///
  /// @return the hash in its name, which is `search/<kind>-<number>-<hash>.js`
  String add(String kind, int number, Object content) {
    byte[] json = Json.compact(content);
    String hash = Digest.brief(json).substring(0, 5);
    add(kind + "-" + number + "-" + hash, content, json);
    return hash;
  }

  private void add(String name, Object content, byte[] json) {
    size += json.length;
    if (size <= MOST_INLINE) {
      kept.put(name, content);
    } else {
      writeKept();
      write(name, json);
    }
  }

  private void writeKept() {
    kept.forEach((name, content) -> write(name, Json.compact(content)));
    kept.clear();
  }

  private void write(String name, byte[] json) {
    if (written.add(name)) {
      String path = "search/" + name + ".js";
      output.write(path, DataScript.data(path, json));
    }
  }

  /// How many bytes of JSON all have.
  long size() {
    return size;
  }

  /// The parts that are to go into the manifest; none where they are files.
  Map<String, Object> inline() {
    return kept;
  }
}
