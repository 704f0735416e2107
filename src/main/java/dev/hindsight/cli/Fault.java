package dev.hindsight.cli;

import dev.hindsight.site.store.FileErrorText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.stream.Stream;

/// Describes a failure of the machine or the program in a sentence.
final class Fault {
  private static final int DEEPEST = 20;

  private Fault() {}

  static String sentence(Throwable fault) {
    if (OutOfMemory.isCause(fault)) {
      return OutOfMemory.SENTENCE;
    }
    if (isStackOverflow(fault)) {
      return "a report or template is nested too deeply; use a larger stack:"
          + " HINDSIGHT_JAVA_OPTS=-Xss64m hindsight build";
    }
    return switch (fault) {
      case UncheckedIOException io -> sentence(new IOException(io.getMessage(), io.getCause()));
      case IOException io when io.getCause() instanceof IOException cause && isMeant(io, cause) ->
          io.getMessage() + " (" + sentence(cause) + ")";
      case IOException io when io.getCause() instanceof IOException cause -> sentence(cause);
      case FileSystemException file -> file.getFile() + ": " + FileErrorText.reason(file);
      case IOException io when io.getMessage() != null -> io.getMessage();
      case InvalidPathException name ->
          "the locale of this machine cannot represent the file name '"
              + name.getInput()
              + "': set LC_ALL=C.UTF-8";
      default -> "internal error: " + fault;
    };
  }

  /// Exceptions of other threads arrive wrapped.
  private static boolean isStackOverflow(Throwable fault) {
    return Stream.iterate(fault, one -> one != null, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(StackOverflowError.class::isInstance);
  }

  /// Whether an exception has more information than its cause.
  private static boolean isMeant(IOException io, IOException cause) {
    return io.getMessage() != null && !io.getMessage().equals(cause.toString());
  }
}
