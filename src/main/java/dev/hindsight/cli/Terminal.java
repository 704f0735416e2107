package dev.hindsight.cli;

import java.io.Console;
import java.util.Optional;

/// Somebody who can be asked.
@FunctionalInterface
interface Terminal {
  /// Asks, and waits for one line; empty where there will be no more of them.
  Optional<String> ask(String question);

  /// The one that the program was started from; empty in a script.
  static Optional<Terminal> here() {
    Console console = System.console();
    return console != null && console.isTerminal()
        ? Optional.of(question ->
            Optional.ofNullable(console.readLine("%s", PrintedText.line(question)))
                .map(String::strip))
        : Optional.empty();
  }
}
