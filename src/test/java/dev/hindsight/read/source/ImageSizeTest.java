package dev.hindsight.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizeTest {
  /// One pixel, lossy.
  private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";

  @TempDir private Path folder;

  private Path image(String format) throws IOException {
    Path file = folder.resolve("image." + format);
    ImageIO.write(new BufferedImage(37, 21, BufferedImage.TYPE_INT_RGB), format, file.toFile());
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void readsEveryFormatThatReportsShow(String format) throws IOException {
    assertEquals(Optional.of(new ImageSize(37, 21)), ImageSize.of(image(format)));
  }

  @Test
  void readsWebP() throws IOException {
    Path file = Files.write(folder.resolve("image.webp"), Base64.getDecoder().decode(WEBP));
    assertEquals(Optional.of(new ImageSize(1, 1)), ImageSize.of(file));
  }

  @Test
  void aTruncatedHeaderHasNoSize() throws IOException {
    for (String format : new String[] {"png", "jpg", "gif"}) {
      byte[] whole = Files.readAllBytes(image(format));
      for (int length = 0; length < 6; length++) {
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
        assertEquals(Optional.empty(), ImageSize.of(file), format + " of " + length + " bytes");
      }
    }
  }

  @Test
  void ignoresAnImpossibleSize() throws IOException {
    byte[] png = Files.readAllBytes(image("png"));
    png[16] = 0x7f;
    assertEquals(Optional.empty(), ImageSize.of(Files.write(folder.resolve("large.png"), png)));
  }

  @Test
  void otherAndMissingFilesHaveNoSize() throws IOException {
    assertEquals(
        Optional.empty(), ImageSize.of(Files.writeString(folder.resolve("a.png"), "no image")));
    assertEquals(Optional.empty(), ImageSize.of(folder.resolve("missing.png")));
  }
}
