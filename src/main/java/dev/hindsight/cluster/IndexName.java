package dev.hindsight.cluster;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The name by which readers ask for the incidents: an alias, behind which one index takes the
/// place of another.
record IndexName(String alias) {
  /// Leaves room for what is put behind it.
  private static final int LONGEST = 200;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// @throws InvalidClusterSettings if OpenSearch does not allow this name
  static IndexName of(String name) throws InvalidClusterSettings {
    if (!name.matches("[a-z0-9][a-z0-9._-]*") || name.length() > LONGEST) {
      throw new InvalidClusterSettings(
          "--index: '"
              + name
              + "' cannot be the name of an index; write small letters, digits, '-', '_' and '.', a"
              + " letter or digit first, up to "
              + LONGEST);
    }
    return new IndexName(name);
  }

  /// What an index of these contents is called that is made now: no two exports share one.
  String versioned(Instant now, String digest) {
    return alias + "-" + TIME.format(now) + "-" + digest;
  }

  /// Whether an index was made by an export to this name.
  boolean isOurs(String index) {
    return index.startsWith(alias + "-")
        && index.substring(alias.length() + 1).matches("\\d{8}t\\d{6}-[0-9a-v]{10}");
  }

  /// Whether it has these contents.
  boolean has(String index, String digest) {
    return isOurs(index) && index.endsWith("-" + digest);
  }
}
