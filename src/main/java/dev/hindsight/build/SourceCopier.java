package dev.hindsight.build;

import dev.hindsight.model.Attachment;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.read.PublishedText;
import dev.hindsight.read.ReportFolder;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Output;
import dev.hindsight.site.SiteConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Copies what the site offers as it is: reports as they were written, without what is private, and
/// the files beside them that they show or link to.
final class SourceCopier {
  private final ReportFolder folder;
  private final SiteConfig config;

  SourceCopier(ReportFolder folder, SiteConfig config) {
    this.folder = folder;
    this.config = config;
  }

  Stream<Runnable> work(KnowledgeBase knowledge, Output output) {
    Map<String, Attachment> byTarget = new TreeMap<>();
    knowledge.incidents().stream()
        .flatMap(incident -> incident.attachments().stream())
        .forEach(file -> byTarget.putIfAbsent(file.target().toLowerCase(Locale.ROOT), file));
    return Stream.concat(
        knowledge.incidents().stream()
            .map(incident ->
                () -> {
                  byte[] bytes = bytes(incident.source().substring(folder.name().length() + 1));
                  output.write(
                      Addresses.report(incident.id()), PublishedText.report(bytes, config));
                }),
        byTarget.values().stream()
            .map(file ->
                () -> {
                  byte[] bytes = bytes(file.source());
                  output.write(file.target(), PublishedText.attachment(bytes, config));
                }));
  }

  private byte[] bytes(String path) {
    try {
      return Files.readAllBytes(folder.root().resolve(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + folder.name() + "/" + path, unreadable);
    }
  }
}
