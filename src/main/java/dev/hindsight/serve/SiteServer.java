package dev.hindsight.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hindsight.site.Json;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.store.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Serves a site from memory, to this machine only, and not to other sites in its browser; see
/// [RequestGuard].
public final class SiteServer implements AutoCloseable {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; form-action"
          + " 'self'; base-uri 'none'; media-src 'self'";

  /// The hosts that a page may load images from and connect to: its own, and those of the
  /// configuration.
  private static final Pattern ORIGINS = Pattern.compile("(?:img|connect)-src [^;\"]*(?=;)");

  private static final String LIVE_SCRIPT = "/hindsight-live.js";
  private static final String LIVE_EVENTS = "/hindsight-live";
  private static final String LIVE_STYLE = "/hindsight-live.css";

  /// Only the development server adds these to pages.
  private static final String LIVE_TAGS =
      "<link rel=\"stylesheet\" href=\""
          + LIVE_STYLE
          + "\"><script defer src=\""
          + LIVE_SCRIPT
          + "\" data-version=\"%s\"></script></head>";

  /// The script for edited reports is inserted before it.
  private static final String ENGINE = "assets/search-engine.js";

  private static final String AMENDED = "amended.js";

  /// Search results depend on this file.
  private static final String SEARCH = "search.json";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("xml", "application/xml; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("webm", "video/webm"),
          Map.entry("ogv", "video/ogg"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("oga", "audio/ogg"),
          Map.entry("opus", "audio/ogg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("flac", "audio/flac"),
          Map.entry("vtt", "text/vtt; charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("md", "text/markdown; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("log", "text/plain; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"));

  private static final String OWN_ORIGIN = "img-src 'self' data:; connect-src 'self'";

  static {
    // Without this, the body of a response may wait 40 ms until the browser acknowledges the head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private volatile String origins = OWN_ORIGIN;
  private final String host;
  private final RequestGuard guard;
  private final AtomicReference<MemoryOutput> site = new AtomicReference<>(new MemoryOutput());
  private final Map<String, byte[]> previews = new ConcurrentHashMap<>();
  private volatile SiteVersion news = new SiteVersion(List.of(), "", new CountDownLatch(1));

  /// The state that open pages receive, until there is a newer one.
  ///
  /// @param problems errors and warnings to fix, as lines
  /// @param search the version of the search index
  private record SiteVersion(List<ShownProblem> problems, String search, CountDownLatch isOld) {}

  /// The data of an event.
  private record Event(List<ShownProblem> problems) {}

  /// A problem as a page shows it.
  private record ShownProblem(String level, String at, String message, String hint) {
    static ShownProblem of(Problem problem) {
      return new ShownProblem(
          problem.level().name().toLowerCase(Locale.ROOT),
          problem.at().toString(),
          problem.message(),
          problem.hint().orElse(""));
    }
  }

  /// Starts a server for this machine only.
  ///
  /// @param port 0 for any free port
  /// @throws BindException if the port is in use
  public SiteServer(int port) throws IOException {
    this("127.0.0.1", port);
  }

  /// Starts a server at an address of this machine.
  ///
  /// @param host a name or an address of this machine
  /// @param port 0 for any free port
  /// @throws BindException if the port is in use
  public SiteServer(String host, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
    this.host = host.contains(":") ? "[" + host + "]" : host.toLowerCase(Locale.ROOT);
    guard =
        new RequestGuard(
            Stream.of("localhost", "127.0.0.1", "[::1]", this.host)
                .map(name -> name + ":" + port())
                .collect(Collectors.toSet()));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// The address of the site, `127.0.0.1:8000`.
  public String address() {
    return host + ":" + port();
  }

  /// The port it listens on.
  public int port() {
    return server.getAddress().getPort();
  }

  /// Shows another site, and notifies open pages.
  public void show(MemoryOutput next) {
    show(next, List.of());
  }

  /// Shows another site with its problems, and notifies open pages.
  public void show(MemoryOutput next, List<Problem> problems) {
    origins = origins(next);
    site.set(next);
    previews.clear();
    showProblems(problems);
  }

  private static String origins(MemoryOutput site) {
    byte[] search = site.get("search.html");
    String page = search == null ? "" : new String(search, StandardCharsets.UTF_8);
    String policy = page.substring(0, Math.max(0, page.indexOf("</head>")));
    String stated =
        ORIGINS.matcher(policy).results().map(MatchResult::group).collect(Collectors.joining("; "));
    return stated.isEmpty() ? OWN_ORIGIN : stated;
  }

  /// Shows changed pages until the next whole site.
  public void preview(MemoryOutput pages, List<Problem> problems) {
    previews.putAll(pages.files());
    showProblems(problems);
  }

  /// Shows on open pages what prevents a newer site.
  public synchronized void showProblems(List<Problem> problems) {
    SiteVersion old = news;
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    news =
        new SiteVersion(
            errors.stream().map(ShownProblem::of).toList(),
            version(shown(SEARCH)),
            new CountDownLatch(1));
    old.isOld().countDown();
  }

  private byte[] shown(String name) {
    byte[] preview = previews.get(name);
    return preview == null ? site.get().get(name) : preview;
  }

  private byte[] file(String name) throws IOException {
    byte[] file = shown(name);
    return file != null && name.equals(ENGINE) ? both(own(AMENDED), file) : file;
  }

  private static byte[] both(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Optional<String> refusal = guard.refusal(exchange.getRequestHeaders(), path);
      if (refusal.isPresent()) {
        send(exchange, 403, "text/plain; charset=utf-8", text(refusal.get()));
      } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        send(exchange, 405, "text/plain; charset=utf-8", text("GET only\n"));
      } else {
        page(exchange, path);
      }
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case LIVE_EVENTS -> events(exchange);
      case LIVE_SCRIPT -> send(exchange, 200, TYPES.get("js"), own("live.js"));
      case LIVE_STYLE -> send(exchange, 200, TYPES.get("css"), own("live.css"));
      default -> {
        String name = name(path);
        byte[] file = file(name);
        if (file != null) {
          boolean isLive = name.endsWith(".html") && !RequestGuard.isFramed(path);
          if (isLive) {
            exchange.getResponseHeaders().set("ETag", '"' + version(file) + '"');
          }
          send(exchange, 200, type(name), isLive ? live(file) : file);
        } else if (site.get().get(path.substring(1) + "/index.html") != null) {
          exchange.getResponseHeaders().set("Location", path + "/");
          send(exchange, 301, "text/plain; charset=utf-8", text("moved\n"));
        } else {
          byte[] missing = site.get().get("404.html");
          send(exchange, 404, TYPES.get("html"), missing == null ? text("not found\n") : missing);
        }
      }
    }
  }

  /// The file at a path.
  private static String name(String path) {
    String name = path.endsWith("/") ? path + "index.html" : path;
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private static byte[] live(byte[] page) {
    String html = new String(page, StandardCharsets.UTF_8);
    return text(html.replaceFirst("</head>", LIVE_TAGS.formatted(version(page))));
  }

  /// The `ETag` of a file; empty if there is no such file.
  private static String version(byte[] file) {
    return file == null ? "" : Digest.brief(file);
  }

  private static byte[] own(String name) throws IOException {
    try (InputStream in = SiteServer.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /// Server-sent events: the current state, then every change. The ID of an event is the version of
  /// the search index. One tab listens for all, because browsers open at most six connections; each
  /// tab then requests the `ETag` of its own page. A comment now and then detects closed tabs.
  private void events(HttpExchange exchange) throws IOException {
    protect(exchange, "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        SiteVersion now = news;
        Event event = new Event(now.problems());
        out.write(text("event: changed\nid: " + now.search() + "\ndata: "));
        out.write(Json.compact(event));
        out.write(text("\n\n"));
        out.flush();
        while (!now.isOld().await(5, TimeUnit.SECONDS)) {
          out.write(text(": here\n\n"));
          out.flush();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    protect(exchange, type);
    boolean hasBody = exchange.getRequestMethod().equals("GET");
    exchange.sendResponseHeaders(status, hasBody && body.length > 0 ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
  }

  /// The headers that docs/hosting.md recommends for every host.
  private void protect(HttpExchange exchange, String type) {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    boolean isFramed = RequestGuard.isFramed(exchange.getRequestURI().getPath());
    headers.set(
        "Content-Security-Policy",
        POLICY + "; " + origins + "; frame-ancestors " + (isFramed ? "*" : "'none'"));
    if (!isFramed) {
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
