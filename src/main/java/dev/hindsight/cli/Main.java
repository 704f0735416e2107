package dev.hindsight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/// The program: a function of arguments and streams that returns an exit code.
public final class Main {
  /// Lucene advises on every run to switch on a module for vectors, which Hindsight does not use.
  /// The reference is kept because loggers are forgotten otherwise.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /// Runs the program and ends with its exit code.
  public static void main(String[] args) {
    // Ids, addresses and numbers must not depend on where the program runs.
    Locale.setDefault(Locale.ROOT);
    LUCENE.setLevel(Level.SEVERE);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /// Runs one command.
  ///
  /// @return 0 done, 1 problems in reports, 2 wrong usage or configuration, 3 a fault of the
  ///   program or the machine
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new HindsightCommand());
    line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((fault, command, _) -> explain(fault, command));
    try {
      return line.execute(args);
    } catch (Error fault) {
      return explain(fault, line);
    }
  }

  private static int explain(Throwable fault, CommandLine line) {
    PrintWriter err = line.getErr();
    err.println("hindsight: " + sentence(fault));
    if (isDebug(line)) {
      fault.printStackTrace(err);
    } else {
      err.println("  (--debug shows where in the program this happened)");
    }
    return ExitCode.FAULT;
  }

  /// A line of which a command failed knows it; the whole line knows its last command.
  private static boolean isDebug(CommandLine line) {
    CommandLine.ParseResult parsed = line.getParseResult();
    CommandLine last =
        parsed == null || !parsed.hasSubcommand()
            ? line
            : parsed.subcommand().commandSpec().commandLine();
    return last.getCommand() instanceof SiteCommand command && command.debug;
  }

  static String sentence(Throwable fault) {
    return switch (fault) {
      case OutOfMemoryError _ ->
          "there is not enough memory for so many reports; give it more:"
              + " HINDSIGHT_JAVA_OPTS=-Xmx8g hindsight build";
      case NoSuchFileException missing -> "there is no " + missing.getMessage();
      case IOException io when io.getCause() instanceof IOException cause ->
          io.getMessage() + " (" + cause.getMessage() + ")";
      case IOException io -> io.getClass().getSimpleName() + ": " + io.getMessage();
      case InvalidPathException name ->
          "the locale of this machine has no name for the file '"
              + name.getInput()
              + "': set LC_ALL=C.UTF-8";
      default -> "a fault in Hindsight: " + fault;
    };
  }
}
