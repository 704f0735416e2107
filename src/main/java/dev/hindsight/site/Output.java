package dev.hindsight.site;

import java.util.List;

/// The only way out of a build: a sink of files. May be used by many threads at once; each path is
/// written once.
public interface Output {

  /// Takes one file.
  ///
  /// @param path relative to the site's root, with `/`
  void write(String path, byte[] bytes);

  /// Lets files of the last site be files of this one, for whoever knows that they would be the
  /// same.
  ///
  /// @return false, and nothing is done, where the last site does not have all of them
  default boolean keep(List<String> paths) {
    return false;
  }
}
