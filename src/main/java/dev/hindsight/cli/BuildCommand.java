package dev.hindsight.cli;

import dev.hindsight.pipeline.BuildMemory;
import dev.hindsight.pipeline.BuildOptions;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.pipeline.SiteBuilder;
import dev.hindsight.pipeline.publish.Publisher;
import dev.hindsight.pipeline.publish.SiteSize;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hindsight build`: builds the site and publishes it.
@Command(
    name = "build",
    description = "Builds the site from the reports in incidents/.",
    sortOptions = false)
final class BuildCommand extends SiteCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Output folder (default: site/ next to incidents/).")
  private Path output;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Option(
      names = "--keep-going",
      description = "Publish despite errors; skip reports that cannot be read.")
  private boolean keepGoing;

  @Option(
      names = "--allow-loss",
      description = "Publish even if that removes more than a quarter of the published incidents.")
  private boolean allowLoss;

  @Option(names = "--timings", description = "Print how long each stage took.")
  private boolean timings;

  @Override
  Path inventory() {
    return target().resolve(SiteSource.INVENTORY);
  }

  private Path target() {
    return output == null ? sourceFolder().resolve("site") : output;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    SiteSource source = source();
    BuildOptions options = options(strict, keepGoing, allowLoss);
    Path target = target();
    Path page = target.resolve("index.html").normalize();
    // Check the folder before anything reads it: it may be the whole disk.
    Publisher publisher = publisher(target);
    BuildMemory memory = new BuildMemory(source, options, target);
    Optional<BuildResult.Built> unchanged = memory.unchanged();
    if (unchanged.isPresent()) {
      problems().printShort(unchanged.get().problems());
      BuildSummary.remarks(unchanged.get().summary()).forEach(this::say);
      say(BuildSummary.unchanged(unchanged.get(), seconds(start), page));
      return exitCode(unchanged.get());
    }
    List<BuildResult> result = new ArrayList<>();
    Map<String, String> keys = new HashMap<>();
    List<String> times = List.of();
    SiteSize size;
    try (BuildProgress progress = progress()) {
      size =
          publisher.publish(
              files -> {
                SiteBuilder builder =
                    SiteBuilder.remembering(source, options, progress, memory.pages());
                result.add(builder.build(files));
                keys.putAll(builder.keys());
                return result.getFirst() instanceof BuildResult.Built;
              },
              progress);
      times = progress.timings();
    } catch (Publisher.Refused refused) {
      throw usage(refused.getMessage());
    }
    problems().printShort(result.getFirst().problems());
    if (timings) {
      times.forEach(out()::println);
    }
    return switch (result.getFirst()) {
      case BuildResult.Misconfigured _ -> {
        say("Nothing was published. The published site is unchanged.");
        yield ExitCode.USAGE;
      }
      case BuildResult.Rejected _ -> {
        say("Nothing was published. The published site is unchanged.");
        yield ExitCode.PROBLEMS;
      }
      case BuildResult.Built built -> {
        memory.keep(built, size, keys);
        BuildSummary.remarks(built.summary()).forEach(this::say);
        say(BuildSummary.built(built, seconds(start), page));
        yield exitCode(built);
      }
    };
  }

  private Publisher publisher(Path target) {
    try {
      return new Publisher(target, sourceFolder());
    } catch (Publisher.Refused refused) {
      throw usage(refused.getMessage());
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static int exitCode(BuildResult.Built built) {
    boolean errors = built.problems().stream().anyMatch(Problem::isError);
    return errors ? ExitCode.PROBLEMS : ExitCode.DONE;
  }
}
