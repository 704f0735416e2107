package dev.hindsight.site.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Distinguishes a file that this machine has written in its place from a copy that came from
/// elsewhere. A copy cannot have the same file number and time of last change.
public final class FileIdentity {
  private FileIdentity() {}

  /// The identity of a file.
  public static String of(Path file) throws IOException {
    boolean isUnix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    return isUnix
        ? Files.getAttribute(file, "unix:dev")
            + " "
            + Files.getAttribute(file, "unix:ino")
            + " "
            + Files.getAttribute(file, "unix:ctime")
        : Files.getAttribute(file, "creationTime") + " " + Files.getLastModifiedTime(file);
  }
}
