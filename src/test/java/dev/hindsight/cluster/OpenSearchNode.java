package dev.hindsight.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A real node of OpenSearch in a process of its own, as its Lucene is another than ours. It can be
/// killed and started again on the same data.
public final class OpenSearchNode implements AutoCloseable {
  private static final Path POM = Path.of("src/test/opensearch/pom.xml");
  private static final Path CLASSES = Path.of("target/opensearch.classpath").toAbsolutePath();
  private static final Duration START = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;
  private final int port;
  private final String classPath;
  private Process process;

  /// Starts a node; skips the test where there is none to be had.
  ///
  /// @param folder for its data
  public OpenSearchNode(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.classPath = classPath();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    start();
  }

  /// Has Maven say which files a node is made of, and fetch them.
  private static synchronized String classPath() throws IOException, InterruptedException {
    boolean isKnown =
        Files.exists(CLASSES)
            && Files.getLastModifiedTime(CLASSES).compareTo(Files.getLastModifiedTime(POM)) > 0;
    if (!isKnown) {
      ProcessBuilder maven =
          new ProcessBuilder(
              "mvn",
              "-q",
              "-B",
              "-f",
              POM.toString(),
              "dependency:build-classpath",
              "-Dmdep.outputFile=" + CLASSES);
      maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
      int code = 1;
      try {
        Process resolving =
            maven.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        code = resolving.waitFor(15, TimeUnit.MINUTES) ? resolving.exitValue() : 1;
      } catch (IOException noMaven) {
        code = 2;
      }
      Assumptions.assumeTrue(
          code == 0, "OpenSearch cannot be had from Maven Central here: its tests are skipped");
    }
    return Files.readString(CLASSES).strip();
  }

  /// Starts it, on what is in its folder.
  public void start() throws IOException, InterruptedException {
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx768m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    "src/test/opensearch/Node.java",
                    folder.toString(),
                    Integer.toString(port)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Instant end = Instant.now().plus(START);
    while (!isUp()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new AssertionError("OpenSearch did not start:\n" + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  private boolean isUp() {
    try {
      return ask("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s", "").statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Ends it as a power cut does.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /// Asks it something.
  public HttpResponse<byte[]> ask(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(Duration.ofMinutes(5))
            .header(
                "Content-Type",
                path.endsWith("search") ? "application/x-ndjson" : "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.shutdownNow();
  }
}
