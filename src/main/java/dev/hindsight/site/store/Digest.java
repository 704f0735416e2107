package dev.hindsight.site.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Computes digests of bytes.
public final class Digest {
  /// A piece of a file, in native memory so that it need not be copied first.
  private static final ThreadLocal<ByteBuffer> PIECE =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(1 << 16));

  private Digest() {}

  /// The first 50 bits of SHA-256, as ten characters of 0 to 9 and a to v: for file names, even if
  /// case does not count. Among a million contents, the chance that two share a digest is 1 in
  /// 2,000.
  public static String brief(byte[] bytes) {
    String bits = Long.toString(Long.parseUnsignedLong(of(bytes).substring(0, 13), 16) >>> 2, 32);
    return "0".repeat(10 - bits.length()) + bits;
  }

  /// Detects changes of a file where nobody gains from a collision: its length and two 32-bit
  /// checksums, for which processors have instructions. In a program that has just started, SHA-256
  /// takes twenty times as long.
  public static String quick(Path file) throws IOException {
    CRC32 one = new CRC32();
    CRC32C other = new CRC32C();
    long size = 0;
    ByteBuffer some = PIECE.get();
    try (FileChannel in = FileChannel.open(file)) {
      while (in.read(some.clear()) >= 0) {
        some.flip();
        size += some.remaining();
        one.update(some.duplicate());
        other.update(some);
      }
    }
    return quick(size, one, other);
  }

  /// The same for bytes.
  public static String quick(byte[] bytes) {
    CRC32 one = new CRC32();
    CRC32C other = new CRC32C();
    one.update(bytes);
    other.update(bytes);
    return quick(bytes.length, one, other);
  }

  private static String quick(long size, CRC32 one, CRC32C other) {
    return size + "-" + one.getValue() + "-" + other.getValue();
  }

  /// SHA-256 in hexadecimal digits.
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
