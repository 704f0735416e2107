package dev.hindsight.page.template;

import dev.hindsight.model.Html;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of a page in UTF-8, in a buffer that each thread reuses. Growing a new buffer for each
/// of twenty thousand pages would cost more than filling it.
public final class PageBuffer extends Writer {
  private static final ThreadLocal<PageBuffer> OWN = ThreadLocal.withInitial(PageBuffer::new);

  /// ASCII characters that need no escaping.
  private static final boolean[] PLAIN = new boolean[0x80];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = Html.escape(String.valueOf(c)).value().length() == 1;
    }
  }

  private byte[] bytes = new byte[1 << 16];
  private int size;

  private PageBuffer() {}

  /// This thread's buffer, empty.
  public static PageBuffer empty() {
    PageBuffer text = OWN.get();
    text.size = 0;
    return text;
  }

  /// Writes text with special characters escaped. Most text has none and is copied in one pass.
  void escape(String text) {
    int length = text.length();
    ensure(length);
    byte[] to = bytes;
    int at = size;
    int i = 0;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) {
        break;
      }
      to[at++] = (byte) c;
    }
    size = at;
    if (i < length) {
      write(Html.escape(text.substring(i)).value());
    }
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /// Writes text that is already UTF-8.
  void write(byte[] from) {
    ensure(from.length);
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
  public byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
