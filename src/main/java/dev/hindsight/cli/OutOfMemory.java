package dev.hindsight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends the program when it has run out of memory. Everything that this takes is made while there
/// is memory: from then on, no object may be allocated and no class, lambda or string concatenation
/// linked, because each of these fails in turn.
final class OutOfMemory {
  /// The only thing that is printed.
  static final String SENTENCE =
      "not enough memory for this many reports; use more:"
          + " HINDSIGHT_JAVA_OPTS=-Xmx8g hindsight build";

  private static final int DEEPEST = 20;
  private static final byte[] LINE =
      ("hindsight: " + SENTENCE + "\n").getBytes(StandardCharsets.US_ASCII);
  private static final FileOutputStream STDERR = new FileOutputStream(FileDescriptor.err);
  private static final AtomicBoolean HAS_ENDED = new AtomicBoolean();

  /// Given back at the end, for whatever the virtual machine itself still needs.
  private static byte[] reserve = new byte[128 * 1024];

  private OutOfMemory() {}

  /// Watches the threads whose faults nobody waits for. Loads this class, too.
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

  /// Whether memory ran out. Faults of other threads arrive wrapped.
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

  /// Whether a class or a lambda could not be linked before, for want of memory. The virtual
  /// machine fails every later use of it in the same way: with a note about the memory, or with no
  /// cause at all where there was no memory for the note.
  private static boolean isLasting(Throwable fault) {
    if (fault instanceof BootstrapMethodError) {
      return fault.getCause() == null;
    }
    String message = fault instanceof LinkageError ? fault.getMessage() : null;
    return message != null
        && (message.contains("OutOfMemoryError")
            || fault.getCause() == null && message.startsWith("Could not initialize class"));
  }

  /// Prints the sentence, once, and ends the program without any of the work that an exit begins.
  static void end() {
    reserve = null;
    if (HAS_ENDED.compareAndSet(false, true)) {
      try {
        STDERR.write(LINE);
      } catch (IOException closed) {
        // The exit code still says it.
      }
    }
    Runtime.getRuntime().halt(ExitCode.FAULT);
  }
}
