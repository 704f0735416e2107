package dev.hindsight.site;

import java.util.List;

/// Receives all files of a build. Can be used by many threads at once; each path is written once.
public interface Output {

  /// Writes one file.
  ///
  /// @param path relative to the site's root, with `/`
  void write(String path, byte[] bytes);

  /// Reuses files of the last site, for callers who know that they would be the same.
  ///
  /// @return false, without reusing any, if the last site does not have all of them
  default boolean keep(List<String> paths) {
    return false;
  }
}
