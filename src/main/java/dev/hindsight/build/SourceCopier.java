package dev.hindsight.build;

import dev.hindsight.model.Attachment;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.read.ReportFolder;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Copies what the site shows as it is: reports as they were written, and the files beside them
/// that they show or link to.
final class SourceCopier {
  private final ReportFolder folder;

  SourceCopier(ReportFolder folder) {
    this.folder = folder;
  }

  Stream<Runnable> work(KnowledgeBase knowledge, Output output) {
    Map<String, Attachment> byTarget = new TreeMap<>();
    knowledge.incidents().stream()
        .flatMap(incident -> incident.attachments().stream())
        .forEach(file -> byTarget.putIfAbsent(file.target().toLowerCase(Locale.ROOT), file));
    return Stream.concat(
        knowledge.incidents().stream()
            .map(incident ->
                () ->
                    copy(
                        incident.source().substring(folder.name().length() + 1),
                        Addresses.report(incident.id()),
                        output)),
        byTarget.values().stream().map(file -> () -> copy(file.source(), file.target(), output)));
  }

  private void copy(String source, String target, Output output) {
    Path file = folder.root().resolve(source);
    try {
      output.write(target, Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + folder.name() + "/" + source, unreadable);
    }
  }
}
