package dev.hindsight.page;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of one page after another in UTF-8, in a buffer that a thread uses again and again:
/// growing a new one for each of twenty thousand pages costs more than filling it.
final class PageText extends Writer {
  private static final ThreadLocal<PageText> OWN = ThreadLocal.withInitial(PageText::new);

  private byte[] bytes = new byte[1 << 16];
  private int size;

  private PageText() {}

  /// This thread's buffer, empty.
  static PageText empty() {
    PageText text = OWN.get();
    text.size = 0;
    return text;
  }

  /// What is in UTF-8 already.
  void write(byte[] from) {
    if (size + from.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + from.length, 2 * bytes.length));
    }
    System.arraycopy(from, 0, bytes, size, from.length);
    size += from.length;
  }

  @Override
  public void write(String from) {
    write(from.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(String from, int start, int length) {
    write(from.substring(start, start + length));
  }

  @Override
  public void write(char[] from, int start, int length) {
    write(new String(from, start, length));
  }

  @Override
  public void write(int c) {
    write(String.valueOf((char) c));
  }

  /// The page so far.
  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
