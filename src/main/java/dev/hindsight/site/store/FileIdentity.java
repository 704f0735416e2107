package dev.hindsight.site.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells a file that this machine has written where it lies from one of the same name that came
/// from elsewhere: nobody can send along the number of a file and when anything about it was
/// changed last.
public final class FileIdentity {
  private FileIdentity() {}

  /// The mark of a file as it is.
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
