package dev.hindsight.cli;

import java.util.concurrent.Callable;
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
    subcommands = {
      BuildCommand.class,
      ServeCommand.class,
      CheckCommand.class,
      SearchCommand.class,
      NewCommand.class,
      InitCommand.class,
      ExportCommand.class,
      CompletionCommand.class,
      ManCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; there may be warnings",
      "1:problems in reports",
      "2:wrong usage or configuration",
      "3:a fault of the program or the machine"
    })
final class HindsightCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

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
