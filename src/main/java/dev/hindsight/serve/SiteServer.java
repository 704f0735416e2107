package dev.hindsight.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Serves a site from memory to this machine alone. It answers only requests that name this machine
/// as their host, so that no foreign page can read it by a name that it points here.
public final class SiteServer implements AutoCloseable {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

  /// Pages for a frame may stand in a page of any other site, and have no scripts.
  private static final String FRAMED = "/embed/";

  private static final String LIVE_SCRIPT = "/hindsight-live.js";
  private static final String LIVE_EVENTS = "/hindsight-live";
  private static final String LIVE_TAG = "<script defer src=\"" + LIVE_SCRIPT + "\"></script>";
  private static final String LIVE_CODE =
      """
      // Reloads the page when the site has been made anew. Only the development server adds this.
      "use strict";
      new EventSource("/hindsight-live").addEventListener("changed", () => location.reload());
      """;

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
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("md", "text/markdown; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("log", "text/plain; charset=utf-8"),
          Map.entry("csv", "text/csv; charset=utf-8"));

  private final HttpServer server;
  private final Set<String> hosts;
  private final AtomicReference<MemoryOutput> site = new AtomicReference<>(new MemoryOutput());
  private volatile CountDownLatch changed = new CountDownLatch(1);

  /// Begins to serve.
  ///
  /// @param port 0 for any that is free
  /// @throws BindException when the port is taken
  public SiteServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    hosts = Set.of("localhost:" + port(), "127.0.0.1:" + port(), "[::1]:" + port());
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// The port it listens on.
  public int port() {
    return server.getAddress().getPort();
  }

  /// Shows another site from now on, and tells the pages that are open.
  public void show(MemoryOutput next) {
    site.set(next);
    CountDownLatch waiting = changed;
    changed = new CountDownLatch(1);
    waiting.countDown();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
        send(exchange, 403, "text/plain; charset=utf-8", text("unknown host\n"));
      } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        send(exchange, 405, "text/plain; charset=utf-8", text("GET only\n"));
      } else {
        page(exchange, exchange.getRequestURI().getPath());
      }
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case LIVE_EVENTS -> events(exchange);
      case LIVE_SCRIPT -> send(exchange, 200, TYPES.get("js"), text(LIVE_CODE));
      default -> {
        String name = path.endsWith("/") ? path + "index.html" : path;
        byte[] file = site.get().get(name.substring(1));
        if (file != null) {
          boolean isLive = name.endsWith(".html") && !name.startsWith(FRAMED);
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

  private static byte[] live(byte[] page) {
    String html = new String(page, StandardCharsets.UTF_8);
    return text(html.replaceFirst("</head>", LIVE_TAG + "</head>"));
  }

  /// Server-sent events: one when the site has changed. A comment now and then finds out whether
  /// the page is still there.
  private void events(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      CountDownLatch next = changed;
      out.write(text(": ready\n\n"));
      out.flush();
      while (!next.await(5, TimeUnit.SECONDS)) {
        out.write(text(": here\n\n"));
        out.flush();
      }
      out.write(text("event: changed\ndata: site\n\n"));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    boolean isFramed = exchange.getRequestURI().getPath().startsWith(FRAMED);
    headers.set("Content-Security-Policy", POLICY + (isFramed ? "*" : "'none'"));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    boolean hasBody = exchange.getRequestMethod().equals("GET");
    exchange.sendResponseHeaders(status, hasBody && body.length > 0 ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
