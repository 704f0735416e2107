package dev.hindsight.pipeline;

import dev.hindsight.model.Attachment;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.read.source.PublishedText;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Output;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.secret.Secrets;
import dev.hindsight.site.store.FileErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Copies source files into the site: the Markdown of reports, without private keys, and the
/// attachments that they show or link to.
final class SourceCopier {
  private final ReportFolder folder;
  private final SiteConfig config;
  private final Map<String, String> masked;
  private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();

  SourceCopier(ReportFolder folder, SiteConfig config) {
    this.folder = folder;
    this.config = config;
    this.masked = config.redact() ? masked(folder) : Map.of();
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
                    report(path(incident))
                        .ifPresent(bytes -> output.write(Addresses.report(incident.id()), bytes))),
        byTarget.values().stream()
            .collect(Collectors.groupingBy(Attachment::source, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(files -> () -> attachments(files.getKey(), files.getValue(), output)));
  }

  /// Writes the source file itself, or the images inside it if it is a report.
  private void attachments(String source, List<Attachment> files, Output output) {
    Optional<byte[]> bytes = copy(source);
    if (!folder.reportPaths().contains(source)) {
      bytes.ifPresent(
          all -> output.write(files.getFirst().target(), PublishedText.attachment(all, config)));
      return;
    }
    Map<String, byte[]> images =
        bytes.map(report -> PublishedText.embedded(report, config)).orElse(Map.of());
    files.stream()
        .filter(file -> images.containsKey(file.target()))
        .forEach(file -> output.write(file.target(), images.get(file.target())));
  }

  /// The path of a report below its folder. The incident may only have it with secrets masked.
  private String path(Incident incident) {
    String path = incident.source().substring(folder.name().length() + 1);
    return folder.reportPaths().contains(path) ? path : masked.getOrDefault(path, path);
  }

  private static Map<String, String> masked(ReportFolder folder) {
    return folder.reportPaths().stream()
        .filter(path -> !Secrets.masked(path).equals(path))
        .collect(Collectors.toMap(Secrets::masked, path -> path, (one, _) -> one));
  }

  /// Files that were deleted during the build. The site would have dead links, so it is not
  /// published.
  List<Problem> problems() {
    return problems.stream().sorted(Problem.ORDER).toList();
  }

  private Optional<byte[]> report(String path) {
    Optional<byte[]> bytes = copy(path);
    Optional<byte[]> shown = bytes.flatMap(all -> PublishedText.report(all, config));
    if (bytes.isPresent() && shown.isEmpty()) {
      notCopied(path, "its front matter cannot be read any more");
    }
    return shown;
  }

  private Optional<byte[]> copy(String path) {
    try {
      return Optional.of(Files.readAllBytes(folder.root().resolve(path)));
    } catch (IOException unreadable) {
      notCopied(path, FileErrorText.reason(unreadable));
      return Optional.empty();
    }
  }

  private void notCopied(String path, String why) {
    problems.add(
        ReportFolder.UNREADABLE.at(
            SourcePosition.start(folder.name() + "/" + path),
            "the file changed during the build and cannot be copied (" + why + ")",
            "build again when nothing else changes the folder"));
  }
}
