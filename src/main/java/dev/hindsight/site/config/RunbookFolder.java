package dev.hindsight.site.config;

import dev.hindsight.model.TextPosition;
import dev.hindsight.site.Addresses;
import java.util.Optional;

/// A folder of runbooks.
///
/// @param folder its path, relative to the folder of the configuration
/// @param url where its files are published, with a `/` at the end: `guides/dns.md` is at
///   `https://…/guides/dns.md`
/// @param ending what replaces the file extension in addresses: `.html`, or nothing; empty if
///   addresses keep the extension
/// @param place the position of its name in the configuration
public record RunbookFolder(
    String folder, Optional<String> url, Optional<String> ending, TextPosition place) {

  /// A folder that is not in the configuration.
  public static RunbookFolder of(String folder) {
    return new RunbookFolder(folder, Optional.empty(), Optional.empty(), TextPosition.START);
  }

  /// The address of a runbook, by its path below the folder.
  public Optional<String> address(String path) {
    String page = ending.map(end -> path.replaceFirst("\\.[A-Za-z0-9]+$", "") + end).orElse(path);
    return url.map(base -> base + Addresses.encode(page));
  }
}
