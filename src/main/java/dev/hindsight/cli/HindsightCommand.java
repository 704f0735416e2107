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

/// `hindsight`: without a command, the help.
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
  /// The commands by their names, in the order of the help.
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

  /// These speak of all others.
  private static final Set<String> TELLING = Set.of("completion", "man");

  @Spec private CommandSpec spec;

  /// The whole program; or as much of it as the arguments ask for, as reading the options of every
  /// command takes a tenth of a second.
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

  /// The version that the program was packed with.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String packed = Version.class.getPackage().getImplementationVersion();
      return new String[] {"hindsight " + (packed == null ? "(not packed)" : packed)};
    }
  }
}
