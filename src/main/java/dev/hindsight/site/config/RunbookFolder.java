package dev.hindsight.site.config;

import dev.hindsight.model.TextPosition;
import dev.hindsight.site.Addresses;
import java.util.Optional;

/// A folder of runbooks.
///
/// @param folder its path, as seen from the folder of the configuration
/// @param url where its files are read, with a `/` at the end: `guides/dns.md` is at
///   `https://…/guides/dns.md`
/// @param ending what the address of a runbook ends with in the place of its file's ending:
///   `.html`, or nothing; empty where addresses end as the files do
/// @param place where the configuration names it
public record RunbookFolder(
    String folder, Optional<String> url, Optional<String> ending, TextPosition place) {

  /// A folder that the configuration does not name.
  public static RunbookFolder of(String folder) {
    return new RunbookFolder(folder, Optional.empty(), Optional.empty(), TextPosition.START);
  }

  /// Where the runbook of a path below the folder is read.
  public Optional<String> address(String path) {
    String page = ending.map(end -> path.replaceFirst("\\.[A-Za-z0-9]+$", "") + end).orElse(path);
    return url.map(base -> base + Addresses.encode(page));
  }
}
