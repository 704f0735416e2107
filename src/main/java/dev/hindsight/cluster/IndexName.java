package dev.hindsight.cluster;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The name that readers of the cluster use. It is an alias, so that one index can replace another.
record IndexName(String alias) {
  /// Leaves space for the suffix of each index.
  private static final int LONGEST = 200;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// @throws InvalidClusterSettings if OpenSearch does not allow this name
  static IndexName of(String name) throws InvalidClusterSettings {
    if (!name.matches("[a-z0-9][a-z0-9._-]*") || name.length() > LONGEST) {
      throw new InvalidClusterSettings(
          "--index: '"
              + name
              + "' cannot be the name of an index; use lower-case letters, digits, '-', '_' and '.', a"
              + " letter or digit first, up to "
              + LONGEST);
    }
    return new IndexName(name);
  }

  /// The name of a new index with these contents; unique for each export.
  String versioned(Instant now, String digest) {
    return alias + "-" + TIME.format(now) + "-" + digest;
  }

  /// Whether an index was created by an export to this name.
  boolean isOurs(String index) {
    return index.startsWith(alias + "-")
        && index.substring(alias.length() + 1).matches("\\d{8}t\\d{6}-[0-9a-v]{10}");
  }

  /// Whether an index has these contents.
  boolean has(String index, String digest) {
    return isOurs(index) && index.endsWith("-" + digest);
  }
}
