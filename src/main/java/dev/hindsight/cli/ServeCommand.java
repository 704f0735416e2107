package dev.hindsight.cli;

import dev.hindsight.build.BuildResult;
import dev.hindsight.build.SiteBuilder;
import dev.hindsight.build.SiteSource;
import dev.hindsight.serve.Changes;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hindsight serve`: shows the site on this machine and makes it anew when something changes.
@Command(
    name = "serve",
    description = "Serves the site on 127.0.0.1 and makes it anew when a file changes.",
    sortOptions = false)
final class ServeCommand extends SiteCommand {
  private static final long LOOK_EVERY_MILLIS = 300;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      defaultValue = "8000",
      description = "The port; where it is taken, the next free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SiteSource source = source();
    Path folder = sourceFolder();
    Changes changes =
        new Changes(
            List.of(
                folder.resolve(SiteSource.CONFIG),
                folder.resolve(SiteSource.INCIDENTS),
                folder.resolve("templates")));
    try (SiteServer server = listen()) {
      build(source, server);
      say("http://127.0.0.1:" + server.port() + "/  (Ctrl-C ends)");
      while (true) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        if (changes.any()) {
          build(source, server);
        }
      }
    }
  }

  private SiteServer listen() throws IOException {
    for (int candidate = port; candidate < port + 20; candidate++) {
      try {
        return new SiteServer(candidate);
      } catch (BindException taken) {
        say("Port " + candidate + " is taken.");
      }
    }
    throw usage(
        "no port from " + port + " to " + (port + 19) + " is free; name another with --port");
  }

  /// Builds in memory; where reports have errors, the last good site stays.
  private void build(SiteSource source, SiteServer server) throws IOException {
    MemoryOutput site = new MemoryOutput();
    BuildResult result = new SiteBuilder(source, options(false, false)).build(site);
    problems().printShort(result.problems());
    if (result instanceof BuildResult.Built built) {
      server.show(site);
      Summary.lines(built.summary()).forEach(this::say);
    } else {
      say("The last good site is still shown.");
    }
  }
}
