package dev.hindsight.cli;

import dev.hindsight.cluster.ClusterException;
import dev.hindsight.cluster.ClusterExport;
import dev.hindsight.cluster.InvalidClusterSettings;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.pipeline.SiteExporter;
import dev.hindsight.pipeline.publish.Publisher;
import dev.hindsight.site.SiteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hindsight export`: exports the incidents to another search engine.
@Command(
    name = "export",
    description = "Exports the incidents to files or to a search cluster.",
    footer = {
      "",
      "Credentials come from the environment: OPENSEARCH_USERNAME and",
      "OPENSEARCH_PASSWORD, or OPENSEARCH_API_KEY. See docs/opensearch.md."
    },
    sortOptions = false)
final class ExportCommand extends SiteCommand {
  /// The search engine.
  enum Engine {
    OPENSEARCH
  }

  private static final String INDEX = "incidents";

  @Option(
      names = "--to",
      paramLabel = "ENGINE",
      required = true,
      description = "The search engine: opensearch.")
  private Engine engine;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Send the incidents to the cluster at this URL instead of writing files.")
  private String url;

  @Option(
      names = "--index",
      paramLabel = "NAME",
      description =
          "Name of the index alias (default: search.index of"
              + " site-config.yml, else "
              + INDEX
              + ").")
  private String index;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Output folder (default: opensearch/ next to incidents/).")
  private Path output;

  @Option(
      names = "--keep-going",
      description = "Export despite errors; skip reports that cannot be read.")
  private boolean keepGoing;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    SiteSource source = source();
    if (url != null && output != null) {
      throw usage("use either --url (send to a cluster) or --output (write files)");
    }
    if (url == null && index != null) {
      throw usage("--index needs --url");
    }
    // Check the address before any report is read.
    Optional<ClusterExport> cluster = cluster();
    try (BuildProgress progress = progress()) {
      SiteExporter exporter = new SiteExporter(source, options(false, keepGoing), progress);
      SiteExporter.PreparedExport read = exporter.read();
      if (read.knowledge().isEmpty()) {
        problems().printShort(read.problems());
        say("Nothing was exported.");
        return read.config().isEmpty() ? ExitCode.USAGE : ExitCode.PROBLEMS;
      }
      KnowledgeBase knowledge = read.knowledge().get();
      if (index == null && url != null && read.config().get().cluster().isPresent()) {
        index = read.config().get().cluster().get().index();
        cluster = cluster();
      }
      return cluster.isEmpty()
          ? write(exporter, knowledge, progress, start)
          : send(exporter, knowledge, cluster.get(), start);
    }
  }

  private Optional<ClusterExport> cluster() {
    if (url == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ClusterExport(url, index(), System::getenv, this::complain));
    } catch (InvalidClusterSettings misuse) {
      throw usage(misuse.getMessage());
    }
  }

  private String index() {
    return index == null ? INDEX : index;
  }

  private int write(
      SiteExporter exporter, KnowledgeBase knowledge, BuildProgress progress, long start)
      throws IOException {
    Path target = output == null ? sourceFolder().resolve("opensearch") : output;
    if (Files.exists(target.resolve("index.html"))) {
      throw usage(target + " contains a site; choose another folder");
    }
    try {
      new Publisher(target, sourceFolder())
          .publish(
              files -> {
                exporter.write(knowledge, files);
                return true;
              },
              progress);
    } catch (Publisher.Refused refused) {
      throw usage(refused.getMessage());
    }
    say(
        String.format(
            Locale.ROOT,
            "Wrote %s to %s/ in %.1f s.",
            ProblemPrinter.plural(knowledge.incidents().size(), "incident"),
            target.normalize(),
            (System.nanoTime() - start) / 1e9));
    return ExitCode.DONE;
  }

  private int send(
      SiteExporter exporter, KnowledgeBase knowledge, ClusterExport cluster, long start) {
    try {
      ClusterExport.ExportResult done = exporter.send(knowledge, cluster);
      done.deleted().forEach(gone -> say("Deleted the index " + gone + "."));
      say(
          String.format(
              Locale.ROOT,
              done.isNew()
                  ? "Sent %s in %.1f s: %s is now %s."
                  : "The cluster already has these %s (%.1f s): %s is %s.",
              ProblemPrinter.plural(done.incidents(), "incident"),
              (System.nanoTime() - start) / 1e9,
              index(),
              done.index()));
      return ExitCode.DONE;
    } catch (InvalidClusterSettings misuse) {
      throw usage(misuse.getMessage());
    } catch (ClusterException fault) {
      complain("hindsight: " + fault.getMessage());
      return ExitCode.FAULT;
    }
  }
}
