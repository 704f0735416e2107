package dev.hindsight.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `hindsight`: without a command, prints the help.
@Command(
    name = "hindsight",
    description = "The incident knowledge base that answers at 3 a.m.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = HindsightCommand.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success, possibly with warnings",
      "1:problems in reports",
      "2:invalid usage or configuration",
      "3:internal or system error"
    })
final class HindsightCommand implements Callable<Integer> {
  /// The commands by name, in the order of the help.
  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("build", BuildCommand::new);
    COMMANDS.put("serve", ServeCommand::new);
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("search", SearchCommand::new);
    COMMANDS.put("new", NewCommand::new);
    COMMANDS.put("init", InitCommand::new);
    COMMANDS.put("export", ExportCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
    COMMANDS.put("man", ManCommand::new);
  }

  /// Commands that need all other commands.
  private static final Set<String> TELLING = Set.of("completion", "man");

  @Spec private CommandSpec spec;

  /// Creates the commands. Creates only those that the arguments need, because reading the options
  /// of all commands takes a tenth of a second.
  static CommandLine line(String... args) {
    CommandLine line = new CommandLine(new HindsightCommand());
    boolean isOne = args.length > 0 && COMMANDS.containsKey(args[0]) && !TELLING.contains(args[0]);
    COMMANDS.forEach((name, command) -> {
      if (!isOne || name.equals(args[0])) {
        line.addSubcommand(command.get());
      }
    });
    return line;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  /// The version of the program, from its package.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String packed = Version.class.getPackage().getImplementationVersion();
      return new String[] {"hindsight " + (packed == null ? "(not packed)" : packed)};
    }
  }
}
