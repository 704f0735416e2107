package dev.hindsight.site.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Converts records to bytes and back, for caches. A record is written as its components, one after
/// the other; see [TypeCodecs]. There are no names and no versions: callers must record which
/// program wrote the bytes, and drop those of another.
public final class RecordCodec {
  private RecordCodec() {}

  /// Bytes that are truncated or damaged.
  public static final class UnreadableRecord extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRecord(Throwable why) {
      super(why.toString(), why);
    }
  }

  /// The bytes of a record.
  public static <T extends Record> byte[] write(Class<T> type, T value) {
    Encoder out = new Encoder();
    TypeCodecs.of(type).write(value, out);
    return out.bytes();
  }

  /// The record that was written.
  ///
  /// @throws UnreadableRecord if the bytes are not exactly one such record
  public static <T extends Record> T read(Class<T> type, byte[] bytes) throws UnreadableRecord {
    try {
      Decoder in = new Decoder(ByteBuffer.wrap(bytes));
      T value = type.cast(TypeCodecs.of(type).read(in));
      if (in.bytes.hasRemaining()) {
        throw new IllegalArgumentException("bytes are left over");
      }
      return value;
    } catch (BufferUnderflowException | IndexOutOfBoundsException cutOff) {
      throw new UnreadableRecord(cutOff);
    } catch (RuntimeException damaged) {
      // Constructors reject damaged values with various exceptions.
      throw new UnreadableRecord(damaged);
    }
  }

  /// A growing array of bytes.
  static final class Encoder {
    private byte[] bytes = new byte[1024];
    private int size;

    void raw(byte[] more) {
      ensure(more.length);
      System.arraycopy(more, 0, bytes, size, more.length);
      size += more.length;
    }

    /// Seven bits per byte, lowest first; the eighth bit says that more follow (LEB128). A negative
    /// number becomes a large one.
    void number(long value) {
      ensure(10);
      long left = value;
      while ((left & ~0x7FL) != 0) {
        bytes[size++] = (byte) (left & 0x7F | 0x80);
        left >>>= 7;
      }
      bytes[size++] = (byte) left;
    }

    void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      raw(utf8);
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
      }
    }
  }

  /// Reads bytes.
  static final class Decoder {
    private final ByteBuffer bytes;

    Decoder(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    long number() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        byte next = bytes.get();
        value |= (long) (next & 0x7F) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("a number without an end");
    }

    /// The number of items that follow. Each takes at least one byte.
    int count() {
      long count = number();
      if (count < 0 || count > bytes.remaining()) {
        throw new BufferUnderflowException();
      }
      return (int) count;
    }

    String text() {
      int length = count();
      String text =
          new String(
              bytes.array(),
              bytes.arrayOffset() + bytes.position(),
              length,
              StandardCharsets.UTF_8);
      bytes.position(bytes.position() + length);
      return text;
    }
  }
}
