package dev.hindsight.read;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/// Tables of Markdown and what is read from it, for tests whose input has several lines.
///
/// ```
/// == name of the case
/// - [x] Add an alert
/// =>
/// DONE | Add an alert
/// ```
public final class Cases {
  private Cases() {}

  /// The cases of a table, each as its input under the case's name, and the expected text.
  public static Stream<Arguments> of(String table) {
    return Arrays.stream(table.split("(?m)^== ")).filter(text -> !text.isBlank()).map(Cases::parse);
  }

  private static Arguments parse(String text) {
    int name = text.indexOf('\n');
    int arrow = text.indexOf("\n=>\n");
    if (arrow < 0) {
      throw new IllegalArgumentException("no line '=>' in the case: " + text);
    }
    String input = text.substring(name + 1, arrow + 1);
    String expected = text.substring(arrow + 4).strip();
    return Arguments.of(Named.of(text.substring(0, name).strip(), input), expected);
  }
}
