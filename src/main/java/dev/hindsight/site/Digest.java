package dev.hindsight.site;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether bytes are the same.
public final class Digest {
  private Digest() {}

  /// The first 50 bits of SHA-256, in ten signs of 0 to 9 and a to v: for names of files, also
  /// where case does not count. Two contents out of a million share one with a chance of 1 in
  /// 2,000.
  public static String brief(byte[] bytes) {
    String bits = Long.toString(Long.parseUnsignedLong(of(bytes).substring(0, 13), 16) >>> 2, 32);
    return "0".repeat(10 - bits.length()) + bits;
  }

  /// The same as [#of(byte[])] of all that a stream has, which may be more than memory holds.
  public static String of(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    byte[] some = new byte[1 << 16];
    for (int length = in.read(some); length >= 0; length = in.read(some)) {
      digest.update(some, 0, length);
    }
    return HexFormat.of().formatHex(digest.digest());
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
