package dev.hindsight.build;

import dev.hindsight.link.CrossLinker;
import dev.hindsight.page.Pages;
import dev.hindsight.page.Theme;
import dev.hindsight.runbook.Runbooks;
import dev.hindsight.site.Output;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Makes a site of a folder of reports.
public final class SiteBuilder {
  private final SiteSource source;
  private final SiteReader reader;
  private final Options options;

  public SiteBuilder(SiteSource source, Options options) {
    this.source = source;
    this.options = options;
    this.reader = new SiteReader(source, options);
  }

  /// Reads every report, links them and makes the whole site.
  ///
  /// @param output takes the files; they are a site only when the result is [BuildResult.Built]
  /// @throws IOException when the folder of reports cannot be listed or a file cannot be copied
  public BuildResult build(Output output) throws IOException {
    var changes =
        options.history()
            ? LastChanges.of(source.folder(), SiteSource.INCIDENTS)
            : CompletableFuture.completedFuture(Map.<String, LocalDate>of());
    SiteReader.Outcome read = reader.read();
    if (read.understood().isEmpty()) {
      return new BuildResult.Misconfigured(read.problems());
    }
    Understood understood = read.understood().get();
    return reader.isBlocking(understood.problems())
        ? new BuildResult.Rejected(understood.problems())
        : make(understood, changes, output);
  }

  /// The second half: the knowledge base becomes a site.
  private BuildResult make(
      Understood understood, CompletableFuture<Map<String, LocalDate>> changes, Output output)
      throws IOException {
    var config = understood.config();
    var linked = understood.knowledge();
    var counted = new Counted(output);
    var index = understood.index();
    var runbooks = new Runbooks(linked, config).check(reader.runbookFolders(config)).runbooks();
    var knowledge = CrossLinker.connect(linked.with(runbooks), index.similar());
    var theme = new Theme(source.templates(), source.folder());
    var pages = new Pages(config, theme, knowledge, changes.join());
    var copier = new SourceCopier(understood.folder());
    Stream.<Consumer<Output>>of(pages::render, index::writeTo, out -> copier.copy(knowledge, out))
        .parallel()
        .forEach(work -> work.accept(counted));
    if (!pages.faults().isEmpty()) {
      return new BuildResult.Misconfigured(pages.faults());
    }
    return understood.built(counted.files.get());
  }

  /// Counts the files on their way out.
  private record Counted(Output output, AtomicLong files) implements Output {
    Counted(Output output) {
      this(output, new AtomicLong());
    }

    @Override
    public void write(String path, byte[] bytes) {
      output.write(path, bytes);
      files.incrementAndGet();
    }
  }
}
