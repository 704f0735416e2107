package dev.hindsight.pipeline.publish;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The size of a site, to detect added or removed files.
///
/// @param files the number of files, including the marker file
/// @param bytes their total size
public record SiteSize(long files, long bytes) {
  public static final SiteSize NONE = new SiteSize(0, 0);

  /// The size of a folder and its subfolders. Files are inspected in parallel, because most files
  /// of a site are in one folder.
  public static SiteSize of(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
      return entries.parallelStream().map(SiteSize::ofEntry).reduce(NONE, SiteSize::plus);
    } catch (IOException unreadable) {
      return NONE;
    }
  }

  private static SiteSize ofEntry(Path entry) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isDirectory() ? of(entry) : new SiteSize(1, attributes.size());
    } catch (IOException gone) {
      return NONE;
    }
  }

  SiteSize plus(SiteSize more) {
    return new SiteSize(files + more.files, bytes + more.bytes);
  }
}
