package dev.hindsight.cli;

import dev.hindsight.pipeline.BuildOptions;
import dev.hindsight.site.OwnFolder;
import dev.hindsight.site.SiteSource;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The common base of commands that read a site.
abstract class SiteCommand implements Callable<Integer> {
  /// When to use colors.
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--source",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Folder with site-config.yml and incidents/ (default: the current folder).")
  private Path source;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print only problems.")
  private boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Use colors: auto, always or never (default: ${DEFAULT-VALUE}).")
  private Color color;

  @Option(
      names = "--published",
      paramLabel = "FILE",
      description =
          "Keep the addresses in this published incidents.json (default: the one in the existing"
              + " site).")
  private Path published;

  @Option(names = "--drafts", description = "Include drafts.")
  private boolean drafts;

  @Option(names = "--debug", description = "Show a stack trace for internal errors.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /// The site to read.
  ///
  /// @throws ParameterException if there is no such folder
  final SiteSource source() {
    if (!Files.isDirectory(source)) {
      throw usage("folder not found: " + source);
    }
    if (Files.isSymbolicLink(source.resolve(SiteSource.INCIDENTS))) {
      throw usage(
          source.resolve(SiteSource.INCIDENTS).normalize()
              + " is a symbolic link, which Hindsight does not follow, so that a link cannot publish files"
              + " from elsewhere; move or copy the folder itself");
    }
    if (!Files.isDirectory(source.resolve(SiteSource.INCIDENTS))) {
      throw usage(
          "folder not found: "
              + SiteSource.INCIDENTS
              + "/ in "
              + source.toAbsolutePath().normalize()
              + "; go to the folder of your site, pass it with --source, or create one with"
              + " `hindsight init`");
    }
    checkIsFile(source.resolve(SiteSource.CONFIG).normalize());
    if (published != null) {
      if (!Files.exists(published)) {
        throw usage("file not found: " + published);
      }
      checkIsFile(published);
    }
    SiteSource site = new SiteSource(source, published == null ? inventory() : published);
    OwnFolder.refusal(site.cache())
        .ifPresent(why -> {
          throw usage(why);
        });
    return site;
  }

  /// Reading a pipe or a device may never end.
  private void checkIsFile(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw usage(
          file + " is not a regular file; Hindsight reads no pipes, devices or folders there");
    }
  }

  /// The path of the inventory of the published site.
  Path inventory() {
    return new SiteSource(source).published();
  }

  final Path sourceFolder() {
    return source;
  }

  final ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), PrintedText.line(message));
  }

  final BuildOptions options(boolean strict, boolean keepGoing) {
    return options(strict, keepGoing, false);
  }

  final BuildOptions options(boolean strict, boolean keepGoing, boolean allowLoss) {
    return new BuildOptions(
        drafts, strict, keepGoing, allowLoss, LocalDate.now(ZoneOffset.UTC), true);
  }

  /// Prints a message unless `--quiet` is set.
  final void say(String text) {
    if (!quiet) {
      out().println(PrintedText.line(text));
    }
  }

  /// Prints a message to the error stream unless `--quiet` is set.
  final void remark(String text) {
    if (!quiet) {
      complain(text);
    }
  }

  /// Prints the reason for a failure.
  final void complain(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(PrintedText.line(text));
    err.flush();
  }

  /// Shows progress unless `--quiet` is set.
  final BuildProgress progress() {
    PrintWriter err = spec.commandLine().getErr();
    return quiet
        ? BuildProgress.silent(err)
        : BuildProgress.shown(err, System.console() != null && System.console().isTerminal());
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final ProblemPrinter problems() {
    return problems(source);
  }

  /// @param folder the folder that the paths of files are relative to
  final ProblemPrinter problems(Path folder) {
    CommandLine.Help.Ansi ansi =
        switch (color) {
          case ALWAYS -> CommandLine.Help.Ansi.ON;
          case NEVER -> CommandLine.Help.Ansi.OFF;
          case AUTO -> CommandLine.Help.Ansi.AUTO;
        };
    return new ProblemPrinter(spec.commandLine().getErr(), ansi, folder);
  }
}
