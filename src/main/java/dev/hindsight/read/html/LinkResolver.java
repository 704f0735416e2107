package dev.hindsight.read.html;

import dev.hindsight.model.Attachment;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.read.source.EmbeddedImage;
import dev.hindsight.read.source.RecordedFolder;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.ImageHosts;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where the links and images of one report lead.
public final class LinkResolver {
  public static final ProblemKind BROKEN_LINK =
      ProblemKind.warning(
          "broken-link",
          ProblemKind.Topic.LINKS,
          """
          A link or image whose file does not exist or is of a type that is not published.
          """);

  /// Types that a browser shows or saves but never runs. SVG and HTML can contain scripts.
  private static final Set<String> SAFE_TYPES =
      Set.of(
          "png", "jpg", "jpeg", "gif", "webp", "avif", "pdf", "txt", "log", "csv", "tsv", "json",
          "yml", "yaml", "zip", "gz", "mp4", "m4v", "mov", "webm", "ogv", "mp3", "m4a", "ogg",
          "oga", "opus", "wav", "flac", "vtt");

  private static final Pattern LINKED =
      Pattern.compile("(?is)(?:" + String.join("|", Markdown.SCHEMES) + "):.*");

  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");

  /// The start of an address that names a report by its path. Printing replaces it with the page.
  static final String REPORT = "../@/";

  private final ReportContext context;

  LinkResolver(ReportContext context) {
    this.context = context;
  }

  /// The address of a link target, relative to the page. Empty, with a problem, if it leads nowhere
  /// in the site.
  Optional<String> resolve(String destination, SourcePosition at) {
    if (destination.isEmpty() || destination.equals("#") || destination.startsWith("#fn-")) {
      return Optional.of(destination);
    }
    if (destination.startsWith("#")) {
      return Optional.of(report(context.file().path(), destination, at));
    }
    if (destination.startsWith("data:image/")) {
      return EmbeddedImage.of(destination).map(this::embedded).or(() -> unreadableImage(at));
    }
    if (SCHEME.matcher(destination).matches()) {
      return Optional.of(destination).filter(url -> LINKED.matcher(url).matches());
    }
    int end = indexOfAny(destination);
    String tail = destination.substring(end);
    String written = decode(destination.substring(0, end));
    Optional<String> path = inReports(written);
    if (path.isEmpty()) {
      return outside(written, destination, tail, at);
    }
    if (context.folder().isReport(path.get())) {
      return Optional.of(report(context.shown(path.get()), tail, at));
    }
    if (!context.folder().isFile(path.get())) {
      return broken(at, destination, "does not exist", "correct the path or add the file");
    }
    if (!SAFE_TYPES.contains(ending(path.get()))) {
      return broken(
          at,
          destination,
          "is of a type that is not published",
          "publish it as one of: " + String.join(", ", SAFE_TYPES.stream().sorted().toList()));
    }
    Optional<String> twin = context.folder().twin(path.get());
    if (twin.isPresent()) {
      return broken(
          at, destination, "has the same address as '" + twin.get() + "'", "rename one of the two");
    }
    if (context.folder().isTooLarge(path.get())) {
      return broken(
          at,
          destination,
          "has more than " + RecordedFolder.LARGEST / 1_000_000 + " MB, so it is not published",
          "make it smaller, or keep it where large files are kept and link to it there");
    }
    Attachment attachment =
        new Attachment(path.get(), Addresses.attachment(context.shown(path.get())));
    context.attach(attachment);
    return Optional.of(Addresses.fromSubfolder(attachment.target()) + tail);
  }

  /// The address of an image, in the site or on the web. Records images on hosts that the
  /// configuration does not name.
  Optional<String> resolveImage(String destination, SourcePosition at) {
    Optional<String> address = resolve(destination, at).filter(LinkResolver::isImage);
    address
        .filter(url -> url.indexOf(':') >= 0 && !context.config().images().allows(url))
        .flatMap(ImageHosts::host)
        .ifPresent(host -> context.remoteImage(host, at));
    return address;
  }

  /// Whether a link is refused because of its scheme, such as `javascript:`. It is not a broken
  /// link.
  static boolean isRefused(String destination) {
    return SCHEME.matcher(destination).matches()
        && !LINKED.matcher(destination).matches()
        && !destination.startsWith("data:image/");
  }

  /// The path of a file below the reports folder. A path that begins with `/` can start at that
  /// folder or, as on a code host, at the root of the repository.
  private Optional<String> inReports(String written) {
    String reports = context.folderName() + "/";
    if (written.startsWith("/")) {
      Optional<String> path = normal(written);
      int inner = ("/" + path.orElse("")).indexOf("/" + reports);
      return path.filter(known -> inner < 0 || exists(known))
          .filter(known -> inner >= 0 || !context.folder().isInSource(known))
          .or(() ->
              path.filter(_ -> inner >= 0).map(all -> all.substring(inner + reports.length())));
    }
    return normal(reports + context.file().folder() + written)
        .filter(path -> path.startsWith(reports))
        .map(path -> path.substring(reports.length()));
  }

  private boolean exists(String path) {
    return context.folder().isReport(path) || context.folder().isFile(path);
  }

  /// A file elsewhere in the repository, to be read on its code host. Without `edit` the host is
  /// unknown, which is not the report's mistake.
  private Optional<String> outside(
      String written, String destination, String tail, SourcePosition at) {
    Optional<String> path =
        normal(
            written.startsWith("/")
                ? written
                : context.folderName() + "/" + context.file().folder() + written);
    if (path.isEmpty()) {
      return broken(
          at,
          destination,
          "leads out of the folder with the configuration",
          "link to a page by its address (https://…), or move the file below the reports");
    }
    if (!context.folder().isInSource(path.get())) {
      return broken(at, destination, "does not exist", "correct the path or add the file");
    }
    return context
        .config()
        .edit()
        .map(edit -> edit.replaceFirst("/edit/", "/blob/") + Addresses.encode(path.get()) + tail);
  }

  private String report(String path, String tail, SourcePosition at) {
    int hash = tail.indexOf('#');
    if (hash >= 0 && hash + 1 < tail.length()) {
      context.link(path, decode(tail.substring(hash + 1)), at);
    }
    return REPORT + Addresses.encode(path) + tail;
  }

  /// Whether an address can be that of an image, in the site or on the web.
  private static boolean isImage(String address) {
    return address.indexOf(':') < 0 || address.regionMatches(true, 0, "http", 0, 4);
  }

  /// The path of the report that such an address names: `@/2024/INC-2024-0112.md`.
  static String path(String address) {
    String path = address.substring("../".length());
    int end = indexOfAny(path);
    return decode(path.substring(0, end));
  }

  /// The image is inside the report, so it is copied from there.
  private String embedded(EmbeddedImage image) {
    context.attach(new Attachment(context.file().path(), image.target()));
    return Addresses.fromSubfolder(image.target());
  }

  private Optional<String> unreadableImage(SourcePosition at) {
    return broken(
        at,
        "data:…",
        "is not an image of a supported type",
        "save the image as a png, jpg, gif or webp file beside the report and link to it");
  }

  private Optional<String> broken(SourcePosition at, String target, String why, String cure) {
    context.report(BROKEN_LINK.at(at, "'" + target + "' " + why, cure));
    return Optional.empty();
  }

  private static int indexOfAny(String destination) {
    for (int i = 0; i < destination.length(); i++) {
      if (destination.charAt(i) == '#' || destination.charAt(i) == '?') {
        return i;
      }
    }
    return destination.length();
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String decode(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return path;
    }
  }

  /// A path without `.` and `..`; empty if it leads out of the top folder.
  private static Optional<String> normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.pollLast() == null) {
            return Optional.empty();
          }
        }
        default -> parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
