package dev.hindsight.cli;

import dev.hindsight.site.store.FileErrorText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.stream.Stream;

/// What went wrong with the machine or the program, in a sentence.
final class Fault {
  private static final int DEEPEST = 20;

  private Fault() {}

  static String sentence(Throwable fault) {
    Optional<VirtualMachineError> limit = limit(fault);
    if (limit.isPresent()) {
      return limit.get() instanceof StackOverflowError
          ? "something is nested too deeply, in a report or a template; give the program a larger"
              + " stack: HINDSIGHT_JAVA_OPTS=-Xss64m hindsight build"
          : "there is not enough memory for so many reports; give it more:"
              + " HINDSIGHT_JAVA_OPTS=-Xmx8g hindsight build";
    }
    return switch (fault) {
      case UncheckedIOException io -> sentence(new IOException(io.getMessage(), io.getCause()));
      case IOException io when io.getCause() instanceof IOException cause && isMeant(io, cause) ->
          io.getMessage() + " (" + sentence(cause) + ")";
      case IOException io when io.getCause() instanceof IOException cause -> sentence(cause);
      case FileSystemException file -> file.getFile() + ": " + FileErrorText.reason(file);
      case IOException io when io.getMessage() != null -> io.getMessage();
      case InvalidPathException name ->
          "the locale of this machine has no name for the file '"
              + name.getInput()
              + "': set LC_ALL=C.UTF-8";
      default -> "a fault in Hindsight: " + fault;
    };
  }

  /// What the machine has too little of; the faults of other threads arrive wrapped.
  private static Optional<VirtualMachineError> limit(Throwable fault) {
    return Stream.iterate(fault, one -> one != null, Throwable::getCause)
        .limit(DEEPEST)
        .filter(VirtualMachineError.class::isInstance)
        .map(VirtualMachineError.class::cast)
        .filter(one -> one instanceof OutOfMemoryError || one instanceof StackOverflowError)
        .findFirst();
  }

  /// Whether an exception says more than the one that it holds.
  private static boolean isMeant(IOException io, IOException cause) {
    return io.getMessage() != null && !io.getMessage().equals(cause.toString());
  }
}
