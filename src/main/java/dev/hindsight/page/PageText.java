package dev.hindsight.page;

import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of one page after another, in a buffer that a thread uses again and again: growing a
/// new one for each of twenty thousand pages costs more than filling it.
final class PageText extends Writer {
  private static final ThreadLocal<PageText> OWN = ThreadLocal.withInitial(PageText::new);

  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
  private char[] chars = new char[1 << 16];
  private byte[] bytes = new byte[1 << 16];
  private int size;

  private PageText() {}

  /// This thread's buffer, empty.
  static PageText empty() {
    PageText text = OWN.get();
    text.size = 0;
    return text;
  }

  @Override
  public void write(char[] from, int start, int length) {
    ensure(length);
    System.arraycopy(from, start, chars, size, length);
    size += length;
  }

  @Override
  public void write(String from, int start, int length) {
    ensure(length);
    from.getChars(start, start + length, chars, size);
    size += length;
  }

  @Override
  public void write(int c) {
    ensure(1);
    chars[size++] = (char) c;
  }

  private void ensure(int more) {
    if (size + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(size + more, 2 * chars.length));
    }
  }

  /// The page in UTF-8.
  byte[] bytes() {
    int most = (int) (size * (double) encoder.maxBytesPerChar());
    if (bytes.length < most) {
      bytes = new byte[most];
    }
    ByteBuffer encoded = ByteBuffer.wrap(bytes);
    encoder.reset();
    encoder.encode(CharBuffer.wrap(chars, 0, size), encoded, true);
    encoder.flush(encoded);
    return Arrays.copyOf(bytes, encoded.position());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
