package dev.hindsight.pipeline.publish;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

/// Swaps two folders atomically with Linux's `renameat2` and `RENAME_EXCHANGE`.
final class AtomicSwap {
  private static final int AT_FDCWD = -100;
  private static final int RENAME_EXCHANGE = 2;
  private static final Optional<MethodHandle> RENAMEAT2 = find();

  private AtomicSwap() {}

  /// Returns whether the swap happened. If not, nothing has changed, because the system or the file
  /// system does not support it.
  static boolean exchange(Path one, Path other) {
    if (RENAMEAT2.isEmpty() || one.getFileSystem() != FileSystems.getDefault()) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocateFrom(one.toString());
      MemorySegment to = arena.allocateFrom(other.toString());
      int failed = (int) RENAMEAT2.get().invokeExact(AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE);
      return failed == 0;
    } catch (Throwable unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> find() {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("renameat2")
        .map(address ->
            linker.downcallHandle(
                address,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT)));
  }
}
