package dev.hindsight.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.site.MemoryOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void servesPagesFoldersAndWhatIsMissing() throws Exception {
    assertTrue(get("/").body().contains("home"));
    assertTrue(get("/incidents/").body().contains("all"));
    assertEquals("/incidents/", get("/incidents").headers().firstValue("Location").orElse(""));
    assertEquals(404, get("/nothing.html").statusCode());
    assertTrue(get("/nothing.html").body().contains("missing"));
  }

  @Test
  void saysWhatAFileIs() throws Exception {
    MemoryOutput site = new MemoryOutput();
    List.of("feed.xml", "robots.txt", "objects.inv").forEach(name -> site.write(name, new byte[1]));
    server.show(site);
    assertEquals("application/xml; charset=utf-8", type("/feed.xml"));
    assertEquals("text/plain; charset=utf-8", type("/robots.txt"));
    assertEquals("application/octet-stream", type("/objects.inv"));
  }

  private String type(String path) throws Exception {
    return get(path).headers().firstValue("Content-Type").orElse("");
  }

  @Test
  void sendsAStrictPolicy() throws Exception {
    String policy = get("/").headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  void answersOnlyToItsOwnName() throws IOException {
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

  @Test
  void tellsOpenPagesWhenTheSiteHasChanged() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String own = "localhost:" + server.port();
      socket
          .getOutputStream()
          .write(("GET /hindsight-live HTTP/1.1\r\nHost: " + own + "\r\n\r\n").getBytes());
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      while (!lines.readLine().equals(": ready")) {}
      server.show(new MemoryOutput());
      String line = lines.readLine();
      while (!line.startsWith("event")) {
        line = lines.readLine();
      }
      assertEquals("event: changed", line);
    }
  }

  @Test
  void noticesWhatHasChanged(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "a");
    Changes changes = new Changes(List.of(folder, folder.resolve("missing")));
    assertFalse(changes.any());
    Files.writeString(file, "longer");
    assertTrue(changes.any());
    assertFalse(changes.any());
    Files.move(file, folder.resolve("b.md"));
    assertTrue(changes.any());
    Files.writeString(folder.resolve("missing"), "now there");
    assertTrue(changes.any());
  }
}
