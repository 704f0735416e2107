package dev.hindsight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/// The program: a function from arguments and streams to an exit code.
public final class Main {
  /// Silences Lucene's advice to enable a vector module, which Hindsight does not use. The field
  /// keeps the logger from being garbage-collected.
  private static Logger lucene;

  private Main() {}

  /// Runs the program and ends with its exit code.
  public static void main(String[] args) {
    OutOfMemory.watch();
    try {
      // Ids, addresses and numbers must not depend on where the program runs.
      Locale.setDefault(Locale.ROOT);
      lucene = Logger.getLogger("org.apache.lucene");
      lucene.setLevel(Level.SEVERE);
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      System.exit(run(out, err, args));
    } catch (Throwable fault) {
      if (OutOfMemory.isCause(fault)) {
        OutOfMemory.end();
      }
      throw fault;
    }
  }

  /// Runs one command.
  ///
  /// @return 0 done, 1 problems in reports, 2 wrong usage or configuration, 3 a bug or a failure of
  ///   the machine
  /// @throws OutOfMemoryError if memory runs out; nothing more is printed then
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(line(out, err, args), args);
  }

  static CommandLine line(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = HindsightCommand.line(args);
    line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
    return line.setExecutionExceptionHandler((fault, command, _) -> explain(fault, command));
  }

  static int run(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (Error fault) {
      return explain(fault, line);
    }
  }

  private static int explain(Throwable fault, CommandLine line) {
    PrintWriter err = line.getErr();
    if (OutOfMemory.isCause(fault)) {
      if (isDebug(line)) {
        printStackTrace(fault, err);
      }
      throw new OutOfMemoryError();
    }
    err.println("hindsight: " + PrintedText.line(Fault.sentence(fault)));
    if (isDebug(line)) {
      printStackTrace(fault, err);
    } else {
      err.println("  (--debug shows a stack trace)");
    }
    return ExitCode.FAULT;
  }

  private static void printStackTrace(Throwable fault, PrintWriter err) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    trace.toString().lines().map(PrintedText::line).forEach(err::println);
  }

  /// Whether `--debug` is set for the command that failed, or else for the last command of the
  /// line.
  private static boolean isDebug(CommandLine line) {
    CommandLine.ParseResult parsed = line.getParseResult();
    CommandLine last =
        parsed == null || !parsed.hasSubcommand()
            ? line
            : parsed.subcommand().commandSpec().commandLine();
    return last.getCommand() instanceof SiteCommand command && command.debug;
  }
}
