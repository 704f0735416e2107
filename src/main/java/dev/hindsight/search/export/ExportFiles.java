package dev.hindsight.search.export;

import dev.hindsight.site.DataScript;
import dev.hindsight.site.Json;
import dev.hindsight.site.Output;
import dev.hindsight.site.store.Digest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Receives the parts of the search index. Small parts go into the manifest as long as all of them
/// are small together. Otherwise each becomes a file whose name depends on its content, so that
/// browsers can cache it forever. The file is a script, for pages opened from disk; other pages
/// extract the JSON.
final class ExportFiles {

  /// The manifest contains the parts if they have at most this many bytes of JSON, about 500
  /// reports.
  private static final int MOST_INLINE = 2_000_000;

  private final Output output;
  private final Map<String, Object> kept = new LinkedHashMap<>();
  private final Set<String> written = new HashSet<>();
  private long size;

  ExportFiles(Output output) {
    this.output = output;
  }

  /// Continues an earlier export.
  ///
  /// @param size the bytes of its parts
  /// @param inline its parts that are in the manifest
  ExportFiles(Output output, long size, Map<String, Object> inline) {
    this.output = output;
    this.size = size;
    kept.putAll(inline);
  }

  /// Adds a part.
  ///
  /// @return the hash in its name, which is `search/<kind>-<hash>.js`
  String add(String kind, Object content) {
    byte[] json = Json.compact(content);
    String hash = Digest.brief(json);
    add(kind + "-" + hash, content, json);
    return hash;
  }

  /// Adds one of many small parts. Its name has a number, so half a hash is enough.
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

  /// The size of all parts in bytes of JSON.
  long size() {
    return size;
  }

  /// The parts for the manifest; empty if they are files.
  Map<String, Object> inline() {
    return kept;
  }
}
