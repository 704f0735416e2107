package dev.hindsight.read.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// The width and height of an image in pixels.
public record ImageSize(int width, int height) {
  /// No screen shows more, and a broken header can say anything.
  private static final int LARGEST = 32_767;

  static {
    // The stream reads the file itself and needs no copy of it.
    ImageIO.setUseCache(false);
  }

  /// The size that [#toString()] prints.
  static ImageSize parse(String text) {
    int x = text.indexOf('x');
    return new ImageSize(Integer.parseInt(text, 0, x, 10), Integer.parseInt(text.substring(x + 1)));
  }

  /// `640x480`
  @Override
  public String toString() {
    return width + "x" + height;
  }

  /// Reads the header of a file, not its pixels. Empty if the file is not an image or is broken;
  /// the browser then decides.
  static Optional<ImageSize> of(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        return width > 0 && height > 0 && width <= LARGEST && height <= LARGEST
            ? Optional.of(new ImageSize(width, height))
            : Optional.empty();
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      // A broken header can cause any exception.
      return Optional.empty();
    }
  }
}
