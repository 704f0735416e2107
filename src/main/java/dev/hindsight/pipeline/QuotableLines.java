package dev.hindsight.pipeline;

import dev.hindsight.read.source.PublishedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The lines of a file that messages may quote, without the private lines of Markdown.
public final class QuotableLines {
  private QuotableLines() {}

  /// @return empty if the file is gone or none of its lines may be quoted
  public static List<String> of(Path file) {
    // Reading a pipe could block a message forever.
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return file.toString().endsWith(".yml")
          ? Files.readString(file).lines().toList()
          : PublishedText.quotable(Files.readAllBytes(file));
    } catch (IOException notText) {
      return List.of();
    }
  }
}
