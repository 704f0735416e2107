package dev.hindsight.site.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Explains file errors to people.
public final class FileErrorText {
  private FileErrorText() {}

  /// The reason, without the name of the file.
  public static String reason(IOException fault) {
    return switch (fault) {
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "it already exists";
      case NotDirectoryException _ -> "it is not a folder";
      case FileSystemException file when file.getReason() != null -> file.getReason();
      case FileSystemException _ -> "it cannot be used";
      default -> fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    };
  }
}
