package dev.hindsight.cli;

import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.pipeline.SiteBuilder;
import dev.hindsight.serve.BuildPause;
import dev.hindsight.serve.FileWatcher;
import dev.hindsight.serve.LiveSite;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.SiteSource;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hindsight serve`: serves the site on this machine and rebuilds it when a file changes.
@Command(
    name = "serve",
    description = "Serves the site on 127.0.0.1 and rebuilds it when a file changes.",
    sortOptions = false)
final class ServeCommand extends SiteCommand {
  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      defaultValue = "8000",
      description = "Port (default: ${DEFAULT-VALUE}); if it is taken, the next free one.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on (default: ${DEFAULT-VALUE}, reachable from this machine only).")
  private String host;

  @Option(
      names = "--allow-loss",
      description =
          "Show the site even if that removes more than a quarter of the published incidents.")
  private boolean allowLoss;

  @Option(names = "--open", description = "Open the site in the browser.")
  private boolean open;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SiteSource source = source();
    Path folder = sourceFolder();
    Path incidents = folder.resolve(SiteSource.INCIDENTS);
    BuildProgress first = progress();
    BuildPause rests = new BuildPause(first);
    try (SiteServer server = listen();
        FileWatcher changes =
            new FileWatcher(
                List.of(
                    incidents, folder.resolve(SiteSource.CONFIG), folder.resolve("templates")));
        LiveSite site =
            new LiveSite(
                new SiteBuilder(source, options(false, false, allowLoss), rests),
                rests,
                server,
                incidents,
                this::printResult,
                this::printResult)) {
      try (first) {
        site.build();
      }
      String address = "http://" + server.address() + "/";
      say(address + "  (Ctrl-C ends)");
      if (open) {
        open(address);
      }
      while (true) {
        site.changed(changes.next());
      }
    }
  }

  private SiteServer listen() throws IOException {
    for (int candidate = port; candidate < port + 20; candidate++) {
      try {
        return new SiteServer(host, candidate);
      } catch (BindException taken) {
        say("Port " + candidate + " is taken.");
      }
    }
    throw usage(
        "no port from " + port + " to " + (port + 19) + " is free; choose another with --port");
  }

  private void printResult(BuildResult result) {
    problems().printShort(result.problems());
    if (result instanceof BuildResult.Built built) {
      BuildSummary.lines(built.summary()).forEach(this::say);
    } else {
      say("The last good site is still shown.");
    }
  }

  private void printResult(Throwable fault) {
    if (OutOfMemory.isCause(fault)) {
      OutOfMemory.end();
    }
    say("hindsight: " + Fault.sentence(fault));
    say("The last good site is still shown.");
  }

  /// Opens an address in the browser. If that fails, the terminal still shows the address.
  private static void open(String address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("mac")
            ? List.of("open", address)
            : system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of("xdg-open", address);
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException none) {
      // The address has been printed.
    }
  }
}
