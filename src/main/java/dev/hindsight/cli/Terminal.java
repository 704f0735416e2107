package dev.hindsight.cli;

import java.io.Console;
import java.util.Optional;

/// A terminal with a person who can answer prompts.
@FunctionalInterface
interface Terminal {
  /// Prints a prompt and reads a line; empty at the end of the input.
  Optional<String> ask(String question);

  /// The terminal that started the program; empty in a script.
  static Optional<Terminal> here() {
    Console console = System.console();
    return console != null && console.isTerminal()
        ? Optional.of(question ->
            Optional.ofNullable(console.readLine("%s", PrintedText.line(question)))
                .map(String::strip))
        : Optional.empty();
  }
}
