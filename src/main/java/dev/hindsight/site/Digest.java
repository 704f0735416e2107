package dev.hindsight.site;

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

  /// SHA-256 in hexadecimal digits.
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
