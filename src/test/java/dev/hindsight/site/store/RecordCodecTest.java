package dev.hindsight.site.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hindsight.Soak;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What was written comes back, and nothing else does.
class RecordCodecTest {
  enum Shade {
    LIGHT,
    DARK
  }

  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  record Group(List<Shape> shapes, Optional<Shape> around) implements Shape {
    Group {
      shapes = List.copyOf(shapes);
    }
  }

  record Everything(
      String text,
      int whole,
      long large,
      boolean yes,
      Shade shade,
      LocalDate day,
      LocalTime time,
      ZoneId zone,
      OptionalLong perhaps,
      Optional<String> none,
      Set<Shade> shades,
      Map<String, List<Integer2>> map,
      Shape shape) {}

  record Integer2(int value) {}

  record Even(int value) {
    Even {
      if (value % 2 != 0) {
        throw new IllegalArgumentException("odd");
      }
    }
  }

  private static final Everything EVERYTHING =
      new Everything(
          "ünï \u0086INC-1\u0087 😀\0",
          -1,
          Long.MIN_VALUE,
          true,
          Shade.DARK,
          LocalDate.of(2024, 2, 29),
          LocalTime.of(23, 59, 59),
          ZoneOffset.ofHours(-3),
          OptionalLong.of(-7),
          Optional.empty(),
          Set.of(Shade.LIGHT, Shade.DARK),
          Map.of("a", List.of(new Integer2(128), new Integer2(Integer.MAX_VALUE)), "", List.of()),
          new Group(
              List.of(new Circle(3), new Group(List.of(), Optional.empty())),
              Optional.of(new Circle(300))));

  @Test
  void everyTypeIsReadAsItWasWritten() throws RecordCodec.UnreadableRecord {
    byte[] bytes = RecordCodec.write(Everything.class, EVERYTHING);
    assertEquals(EVERYTHING, RecordCodec.read(Everything.class, bytes));
  }

  @Test
  void rejectsTruncatedAndExtraBytes() {
    byte[] bytes = RecordCodec.write(Everything.class, EVERYTHING);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      assertThrows(
          RecordCodec.UnreadableRecord.class, () -> RecordCodec.read(Everything.class, cut));
    }
    byte[] more = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    assertThrows(
        RecordCodec.UnreadableRecord.class, () -> RecordCodec.read(Everything.class, more));
  }

  @Test
  void recordsValidateTheirValues() {
    byte[] odd = RecordCodec.write(Integer2.class, new Integer2(3));
    assertThrows(RecordCodec.UnreadableRecord.class, () -> RecordCodec.read(Even.class, odd));
  }

  @Test
  void damagedBytesAreRejectedOrGiveAnotherValue() {
    long seed = Soak.SEED;
    Random random = new Random(seed);
    byte[] bytes = RecordCodec.write(Everything.class, EVERYTHING);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = bytes.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        RecordCodec.read(Everything.class, damaged);
      } catch (RecordCodec.UnreadableRecord expected) {
        // That is how it is told.
      }
    }
  }
}
