package dev.hindsight.page;

import java.util.Map;

/// The inputs of the pages of the last site, so that unchanged pages need not be rendered again.
///
/// @param common a digest of what every page depends on besides reports: the program, the theme,
///   the configuration
/// @param digests a digest of each incident now, by the key of its ID
/// @param keys of the files of each incident, by the address of its page; the files are the same if
///   the key is
public record LastPages(String common, Map<String, String> digests, Map<String, String> keys) {
  public LastPages {
    digests = Map.copyOf(digests);
    keys = Map.copyOf(keys);
  }
}
