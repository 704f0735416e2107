package dev.hindsight.read.context;

import dev.hindsight.model.Attachment;
import dev.hindsight.model.Mention;
import dev.hindsight.model.RemoteImages;
import dev.hindsight.model.ReportLink;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.source.RecordedFolder;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.secret.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// One report while it is being read: what its readers share and collect.
public final class ReportContext {
  private final SiteConfig config;
  private final Conventions conventions;
  private final RecordedFolder folder;
  private final ReportFolder.ReportFile file;
  private boolean isDayFirst;
  private final List<String> leftOvers = new ArrayList<>();
  private final Anchors anchors = new Anchors();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Mention> mentions = new LinkedHashMap<>();
  private final List<ReportLink> links = new ArrayList<>();
  private final Map<String, Attachment> attachments = new LinkedHashMap<>();
  private final Map<String, RemoteImages> remoteImages = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private Optional<SourcePosition> firstRemoved = Optional.empty();
  private final Map<String, Attachment> byAddress = new HashMap<>();
  private final String source;
  private final int bodyLine;
  private int steps;
  private int actions;

  /// @param conventions of the collection
  /// @param bodyLine how many lines the front matter takes
  public ReportContext(
      SiteConfig config,
      Conventions conventions,
      ReportFolder folder,
      ReportFolder.ReportFile file,
      int bodyLine) {
    this.config = config;
    this.conventions = conventions;
    this.folder = new RecordedFolder(folder);
    this.source = shown(folder.source(file.path()));
    this.file = file;
    this.bodyLine = bodyLine;
    this.isDayFirst = isDayFirstElsewhere();
  }

  public SiteConfig config() {
    return config;
  }

  /// The path from this report to the only report whose file name is, or begins with, these words;
  /// empty if there is none, or more than one.
  public Optional<String> reportNamed(String words) {
    return folder
        .reportNamed(words)
        .map(
            path -> "../".repeat((int) file.folder().chars().filter(c -> c == '/').count()) + path);
  }

  /// The name of the folder of reports.
  public String folderName() {
    return folder.name();
  }

  /// The files around the report.
  public RecordedFolder folder() {
    return folder;
  }

  public ReportFolder.ReportFile file() {
    return file;
  }

  /// The name of the report's file without its extension, as the site shows it.
  public String stem() {
    return shown(file.stem());
  }

  /// The path or name of a file as the site shows it.
  public String shown(String path) {
    return config.redact() ? Secrets.masked(path) : path;
  }

  /// What the reports of the collection have in common.
  public Conventions conventions() {
    return conventions;
  }

  /// Whether `06/11/2023` is in November where the report itself does not tell: as the
  /// configuration says, else as other reports have it.
  public boolean isDayFirstElsewhere() {
    return config.dayFirst().or(conventions::isDayFirst).orElse(false);
  }

  /// Whether `06/11/2023` is in November.
  public boolean isDayFirst() {
    return isDayFirst;
  }

  public void setDayFirst(boolean isDayFirst) {
    this.isDayFirst = isDayFirst;
  }

  public Anchors anchors() {
    return anchors;
  }

  /// Template text that the author has not replaced, each on one line. Readers add to it.
  public List<String> leftOvers() {
    return leftOvers;
  }

  public void report(Problem problem) {
    problems.add(problem);
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The report's path as messages show it.
  public String source() {
    return source;
  }

  /// The position of a node in the file.
  public SourcePosition at(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.getSourceSpans().isEmpty()) {
        SourceSpan span = n.getSourceSpans().getFirst();
        return new SourcePosition(
            source(), span.getLineIndex() + 1 + bodyLine, span.getColumnIndex() + 1);
      }
    }
    return SourcePosition.start(source());
  }

  /// The position of a node, for facts.
  public TextPosition place(Node node) {
    SourcePosition at = at(node);
    return new TextPosition(at.line(), at.column());
  }

  /// Records a link to an anchor in a report.
  public void link(String path, String fragment, SourcePosition at) {
    links.add(new ReportLink(path, fragment, new TextPosition(at.line(), at.column())));
  }

  public List<ReportLink> links() {
    return links;
  }

  public void attach(Attachment attachment) {
    attachments.put(attachment.target(), attachment);
    byAddress.put(Addresses.fromSubfolder(attachment.target()), attachment);
  }

  /// The file that this report shows or links to at an address relative to its page.
  public Optional<Attachment> attachment(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  public List<Attachment> attachments() {
    return List.copyOf(attachments.values());
  }

  /// Records an image on another host that the page shows as a link, with the position of the first
  /// image of each host.
  public void remoteImage(String host, SourcePosition at) {
    remoteImages.merge(
        host,
        new RemoteImages(host, 1, new TextPosition(at.line(), at.column())),
        (known, _) -> new RemoteImages(host, known.count() + 1, known.first()));
  }

  public List<RemoteImages> remoteImages() {
    return List.copyOf(remoteImages.values());
  }

  /// Records a part of the report that its page does not have.
  ///
  /// @param at called for the first part only
  public void removed(String what, Supplier<SourcePosition> at) {
    firstRemoved = firstRemoved.or(() -> Optional.of(at.get()));
    removed.add(what);
  }

  /// The parts that the page does not have, each once.
  public List<String> removed() {
    return List.copyOf(removed);
  }

  /// The position of the first of these parts.
  public Optional<SourcePosition> firstRemoved() {
    return firstRemoved;
  }

  /// Records a possible ID, `offset` characters after a position. Only the first mention of each
  /// counts.
  public void mention(
      String word, String anchor, SourcePosition at, int offset, Supplier<String> sentence) {
    mentions.computeIfAbsent(
        word.toLowerCase(Locale.ROOT),
        _ ->
            new Mention(
                word, anchor, new TextPosition(at.line(), at.column() + offset), sentence.get()));
  }

  public List<Mention> mentions() {
    return List.copyOf(mentions.values());
  }

  public int nextStep() {
    return ++steps;
  }

  public int nextAction() {
    return ++actions;
  }
}
