package dev.hindsight.site;

/// The only way out of a build: a sink of files. May be used by many threads at once; each path is
/// written once.
public interface Output {

  /// Takes one file.
  ///
  /// @param path relative to the site's root, with `/`
  void write(String path, byte[] bytes);
}
