package dev.hindsight.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The development server shows the site to this machine, and to nobody else.
class SiteServerTest {
  private SiteServer server;

  @BeforeEach
  void start() throws IOException {
    server = new SiteServer(0);
    MemoryOutput site = new MemoryOutput();
    site.write("index.html", "<head></head>home".getBytes());
    site.write("incidents/index.html", "<head></head>all".getBytes());
    site.write("404.html", "<head></head>missing".getBytes());
    server.show(site);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /// The first line of the answer to a request written by hand.
  private String status(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes());
      return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
    }
  }

  @Test
  void servesPagesFoldersAndNotFound() throws Exception {
    assertTrue(get("/").body().contains("home"));
    assertTrue(get("/incidents/").body().contains("all"));
    assertEquals("/incidents/", get("/incidents").headers().firstValue("Location").orElse(""));
    assertEquals(404, get("/nothing.html").statusCode());
    assertTrue(get("/nothing.html").body().contains("missing"));
  }

  @Test
  void sendsTheTypeOfAFile() throws Exception {
    MemoryOutput site = new MemoryOutput();
    List.of("feed.xml", "robots.txt", "objects.inv").forEach(name -> site.write(name, new byte[1]));
    server.show(site);
    assertEquals("application/xml; charset=utf-8", type("/feed.xml"));
    assertEquals("text/plain; charset=utf-8", type("/robots.txt"));
    assertEquals("application/octet-stream", type("/objects.inv"));
  }

  private String type(String path) throws Exception {
    return header(path, "Content-Type");
  }

  @Test
  void sendsAStrictPolicy() throws Exception {
    String policy = get("/").headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("same-origin", header("/", "Cross-Origin-Resource-Policy"));
    assertEquals("nosniff", header("/", "X-Content-Type-Options"));
  }

  @Test
  void sendsTheOriginsOfThePages() throws Exception {
    MemoryOutput site = new MemoryOutput();
    String page =
        """
        <head><meta http-equiv="Content-Security-Policy" content="default-src 'none';
         img-src 'self' data: https://a.example; connect-src 'self'; base-uri 'none'"></head>
        <p>img-src https://b.example;
        """;
    site.write("search.html", page.getBytes(StandardCharsets.UTF_8));
    server.show(site);
    String policy = header("/", "Content-Security-Policy");
    assertTrue(
        policy.contains("; img-src 'self' data: https://a.example; connect-src 'self';"), policy);
    assertFalse(policy.contains("b.example"), policy);
  }

  @Test
  void letsOtherSitesFrameEmbeddablePages() throws Exception {
    MemoryOutput site = new MemoryOutput();
    site.write("embed/card.html", new byte[1]);
    server.show(site);
    assertTrue(header("/embed/card.html", "Content-Security-Policy").endsWith("ancestors *"));
    assertEquals("", header("/embed/card.html", "Cross-Origin-Resource-Policy"));
  }

  private String header(String path, String name) throws Exception {
    return get(path).headers().firstValue(name).orElse("");
  }

  @Test
  void respondsOnlyToItsOwnHostName() throws IOException {
    for (String host : List.of("evil.example", "evil.example:" + server.port(), "127.0.0.1")) {
      assertTrue(
          status("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
              .contains("403"),
          host);
    }
    String own = "localhost:" + server.port();
    assertTrue(
        status("GET / HTTP/1.1\r\nHost: " + own + "\r\nConnection: close\r\n\r\n").contains("200"));
    assertTrue(
        status("POST / HTTP/1.1\r\nHost: " + own + "\r\nConnection: close\r\n\r\n")
            .contains("405"));
  }

  /// The status of the answer to a request as a browser sends it.
  private String fetched(String path, String site, String mode, String target) throws IOException {
    return status(
            """
            GET %s HTTP/1.1
            Host: localhost:%d
            Connection: close
            Sec-Fetch-Site: %s
            Sec-Fetch-Mode: %s
            Sec-Fetch-Dest: %s

            """
                .formatted(path, server.port(), site, mode, target)
                .replace("\n", "\r\n"))
        .split(" ")[1];
  }

  @Test
  void respondsToOtherSitesOnlyForNavigation() throws IOException {
    MemoryOutput site = new MemoryOutput();
    List.of("index.html", "search.js", "embed/card.html")
        .forEach(name -> site.write(name, new byte[1]));
    server.show(site);
    for (String from : List.of("cross-site", "same-site")) {
      assertEquals("200", fetched("/", from, "navigate", "document"), "a link in a chat");
      assertEquals("200", fetched("/embed/card.html", from, "navigate", "iframe"));
      assertEquals("403", fetched("/", from, "navigate", "iframe"));
      assertEquals("403", fetched("/", from, "navigate", "object"));
      assertEquals("403", fetched("/", from, "no-cors", "document"));
      assertEquals("403", fetched("/search.js", from, "no-cors", "script"));
      assertEquals("403", fetched("/embed/card.html", from, "cors", "empty"));
      assertEquals("403", fetched("/hindsight-live", from, "cors", "empty"));
    }
    assertEquals("200", fetched("/search.js", "same-origin", "no-cors", "script"));
    assertEquals("200", fetched("/search.js", "none", "no-cors", "empty"));
  }

  @Test
  void sendsProblemsToOpenPages() throws Exception {
    try (Listener page = new Listener()) {
      assertEquals(event(""), page.data(), "nothing is wrong");
      server.show(new MemoryOutput());
      assertEquals(event(""), page.data(), "the site has changed");
      server.showProblems(List.of(problem(Problem.Level.WARNING, "incidents/a.md")));
      assertEquals(event(""), page.data(), "a warning is for the terminal");
      server.showProblems(List.of(problem(Problem.Level.ERROR, "incidents/<b>.md")));
      String problem =
          "{\"level\":\"error\",\"at\":\"incidents/<b>.md:1:1\",\"message\":\"it is gone\","
              + "\"hint\":\"bring it back\"}";
      assertEquals(event(problem), page.data());
    }
  }

  private static Problem problem(Problem.Level level, String file) {
    return new Problem(
        "a-code", level, SourcePosition.start(file), "it is gone", Optional.of("bring it back"));
  }

  @Test
  void sendsTheVersionOfTheSearchIndexToOpenPages() throws Exception {
    try (Listener page = new Listener()) {
      String none = page.id();
      MemoryOutput pages = new MemoryOutput();
      pages.write("search.json", "{}".getBytes());
      server.preview(pages, List.of());
      String preview = page.id();
      assertFalse(preview.equals(none));
      server.showProblems(List.of());
      assertEquals(preview, page.id(), "it is as it was");
    }
  }

  @Test
  void pagesHaveAnETag() throws Exception {
    for (String path : List.of("/", "/incidents/")) {
      assertEquals('"' + version(path) + '"', header(path, "ETag"));
    }
    String home = version("/");
    String all = version("/incidents/");
    MemoryOutput pages = new MemoryOutput();
    pages.write("index.html", "<head></head>new home".getBytes());
    server.preview(pages, List.of());
    assertTrue(get("/").body().contains("new home"), "a preview is shown");
    assertFalse(home.equals(version("/")));
    assertEquals(all, version("/incidents/"), "the rest is as it was");
  }

  private static String event(String problem) {
    return "{\"problems\":[" + problem + "]}";
  }

  private String version(String path) throws Exception {
    return get(path).body().replaceFirst("(?s).* data-version=\"(\\w+)\".*", "$1");
  }

  /// Hears events as an open page does.
  private final class Listener implements AutoCloseable {
    private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    private final BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream()));

    Listener() throws IOException {
      String host = "localhost:" + server.port();
      String request = "GET /hindsight-live HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes());
    }

    /// The version of the search index in the next event.
    String id() throws IOException {
      return next("id: ");
    }

    /// What the next event says.
    String data() throws IOException {
      return next("data: ");
    }

    private String next(String name) throws IOException {
      String line = lines.readLine();
      while (!line.startsWith(name)) {
        line = lines.readLine();
      }
      return line.substring(name.length());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void detectsChangedFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "a");
    Path missing = folder.resolve("sub/missing");
    try (FileWatcher changes = new FileWatcher(List.of(folder, missing))) {
      assertEquals(Set.of(), changes.changed());
      Files.writeString(file, "longer");
      assertEquals(Set.of(file), changes.changed());
      assertEquals(Set.of(), changes.changed());
      Path other = Files.move(file, folder.resolve("b.md"));
      assertEquals(Set.of(file, other), changes.changed());
      Files.createDirectory(folder.resolve("sub"));
      Files.writeString(missing, "now there");
      assertEquals(Set.of(missing), changes.changed());
    }
  }

  @Test
  void handlesTheWaysInWhichEditorsSave(@TempDir Path folder) throws Exception {
    Path root = Files.createDirectory(folder.resolve("incidents"));
    Path report = Files.writeString(root.resolve("a.md"), "a");
    try (FileWatcher changes = new FileWatcher(List.of(root))) {
      // An editor writes another file and puts it in the place of the first.
      Path draft = Files.writeString(root.resolve(".a.md.swp"), "saved");
      Files.move(draft, report, StandardCopyOption.REPLACE_EXISTING);
      assertTrue(changes.next().contains(report));
      for (int i = 0; i < 1_000; i++) {
        Files.writeString(root.resolve("report-" + i + ".md"), "many");
      }
      Set<Path> many = new HashSet<>(changes.next());
      while (many.size() < 1_000) {
        many.addAll(changes.next());
      }
      Path renamed = Files.move(root, folder.resolve("elsewhere"));
      assertTrue(changes.next().contains(report), "the folder is gone");
      Files.move(renamed, root);
      assertTrue(changes.next().contains(report), "the folder is back");
      Files.writeString(root.resolve("b.md"), "in the folder that came back");
      assertEquals(Set.of(root.resolve("b.md")), changes.next());
    }
  }
}
