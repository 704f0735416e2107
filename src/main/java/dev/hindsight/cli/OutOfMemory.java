package dev.hindsight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends the program when it runs out of memory. Everything that this needs is created in advance.
/// Afterwards, nothing can be allocated, and no class, lambda or string concatenation can be
/// linked.
final class OutOfMemory {
  /// The message.
  static final String SENTENCE =
      "not enough memory for this many reports; use more:"
          + " HINDSIGHT_JAVA_OPTS=-Xmx8g hindsight build";

  private static final int DEEPEST = 20;
  private static final byte[] LINE =
      ("hindsight: " + SENTENCE + "\n").getBytes(StandardCharsets.US_ASCII);
  private static final FileOutputStream STDERR = new FileOutputStream(FileDescriptor.err);
  private static final AtomicBoolean HAS_ENDED = new AtomicBoolean();

  /// Reserved memory, released at the end for the JVM itself.
  private static byte[] reserve = new byte[128 * 1024];

  private OutOfMemory() {}

  /// Handles uncaught exceptions of all threads. Also loads this class.
  static void watch() {
    Thread.setDefaultUncaughtExceptionHandler(new Watch());
  }

  private static final class Watch implements Thread.UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
      if (isCause(fault)) {
        end();
      }
      fault.printStackTrace();
    }
  }

  /// Whether memory ran out. Exceptions of other threads arrive wrapped.
  static boolean isCause(Throwable fault) {
    Throwable one = fault;
    for (int depth = 0; one != null && depth < DEEPEST; depth++) {
      if (one instanceof OutOfMemoryError || isLasting(one)) {
        return true;
      }
      one = one.getCause();
    }
    return false;
  }

  /// Whether a class or lambda could not be linked earlier because memory had run out. The JVM then
  /// fails every later use in the same way: with a note about memory, or without a cause if there
  /// was no memory for the note.
  private static boolean isLasting(Throwable fault) {
    if (fault instanceof BootstrapMethodError) {
      return fault.getCause() == null;
    }
    String message = fault instanceof LinkageError ? fault.getMessage() : null;
    return message != null
        && (message.contains("OutOfMemoryError")
            || fault.getCause() == null && message.startsWith("Could not initialize class"));
  }

  /// Prints the message once and halts the program without running shutdown hooks.
  static void end() {
    reserve = null;
    if (HAS_ENDED.compareAndSet(false, true)) {
      try {
        STDERR.write(LINE);
      } catch (IOException closed) {
        // The exit code still reports the failure.
      }
    }
    Runtime.getRuntime().halt(ExitCode.FAULT);
  }
}
