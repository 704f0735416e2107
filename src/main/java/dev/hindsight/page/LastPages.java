package dev.hindsight.page;

import java.util.Map;

/// What the pages of the last site were made of, so that those that would be the same are not made
/// again.
///
/// @param common what every page is made of beside reports, in short: the program, the theme, the
///   configuration
/// @param digests what tells each incident as it is now from what it was, by the key of its id
/// @param keys of the files of each incident, by the address of its page; what an incident's files
///   show is the same where its key is
public record LastPages(String common, Map<String, String> digests, Map<String, String> keys) {
  public LastPages {
    digests = Map.copyOf(digests);
    keys = Map.copyOf(keys);
  }
}
