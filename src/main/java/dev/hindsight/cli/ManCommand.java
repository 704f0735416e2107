package dev.hindsight.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `hindsight man`: prints the manual page with the macros of man(7), from the texts of the help.
@Command(
    name = "man",
    description = {"Prints the manual page.", "To read it: hindsight man | man -l -"})
final class ManCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public Integer call() {
    CommandSpec program = spec.root();
    PrintWriter out = program.commandLine().getOut();
    String version = String.join(" ", program.version());
    out.println(".TH HINDSIGHT 1 \"\" \"" + text(version) + "\" \"User Commands\"");
    out.println(".SH NAME");
    out.println("hindsight \\- " + text(sentence(program)));
    out.println(".SH SYNOPSIS");
    out.println(".B hindsight");
    out.println("COMMAND [OPTIONS]");
    out.println(".SH COMMANDS");
    program.subcommands().values().stream()
        .filter(command -> !command.getCommandSpec().usageMessage().hidden())
        .forEach(command -> describe(command, out));
    out.println(".SH EXIT STATUS");
    program
        .usageMessage()
        .exitCodeList()
        .forEach((code, meaning) -> {
          out.println(".TP");
          out.println(".B " + code);
          out.println(line(meaning));
        });
    out.println(".SH ENVIRONMENT");
    out.println(".TP");
    out.println(".B HINDSIGHT_JAVA_OPTS");
    out.println("Options for the Java runtime: \\-Xmx8g gives it more memory.");
    out.flush();
    return ExitCode.DONE;
  }

  private static void describe(CommandLine command, PrintWriter out) {
    CommandSpec spec = command.getCommandSpec();
    out.println(".SS " + text(spec.name()));
    for (String description : spec.usageMessage().description()) {
      out.println(line(description));
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      out.println(".TP");
      out.println(".I " + text(parameter.paramLabel()));
      describe(parameter.description(), out);
    }
    for (OptionSpec option : spec.options()) {
      out.println(".TP");
      String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      out.println(".B " + text(String.join(", ", option.names()) + value));
      // The description contains the default as a variable.
      describe(
          Arrays.stream(option.description())
              .map(
                  words -> words.replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue())))
              .toArray(String[]::new),
          out);
    }
  }

  private static void describe(String[] description, PrintWriter out) {
    for (String words : description) {
      out.println(line(words));
    }
  }

  private static String sentence(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  /// Escapes words at the beginning of a line, where a period or quote would start a macro.
  private static String line(String words) {
    return "\\&" + text(words);
  }

  private static String text(String words) {
    return CommandLine.Help.Ansi.OFF
        .string(words)
        .replace("%%", "%")
        .replace("%n", " ")
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("\n", " ");
  }
}
