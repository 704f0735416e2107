package dev.hindsight.cluster;

import dev.hindsight.site.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/// Sends requests to a cluster. Retries if the cluster cannot be reached or is busy, or if a
/// gateway says so. So requests must be safe to repeat.
final class ClusterClient implements AutoCloseable {
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(90);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String url;
  private final Credentials credentials;
  private final Consumer<String> told;
  private final Pause pause;

  /// Waits, except in tests.
  @FunctionalInterface
  interface Pause {
    void over(Duration time) throws InterruptedException;
  }

  /// @param url without a trailing `/`
  /// @param told receives a message for each retry
  ClusterClient(String url, Credentials credentials, Consumer<String> told, Pause pause) {
    this.url = url;
    this.credentials = credentials;
    this.told = told;
    this.pause = pause;
  }

  /// Sends JSON, or nothing.
  ///
  /// @throws ClusterException if there is no answer, or an answer that retrying cannot change
  ClusterResponse send(String method, String path, Object json, RetryPolicy patience)
      throws ClusterException {
    return send(method, path, json == null ? null : Json.compact(json), patience);
  }

  /// Sends bytes: JSON, or lines of it.
  ClusterResponse send(String method, String path, byte[] body, RetryPolicy patience)
      throws ClusterException {
    HttpRequest request = request(method, path, body);
    Duration waited = Duration.ZERO;
    for (int tries = 1; ; tries++) {
      Optional<Duration> wanted = Optional.empty();
      String why;
      try {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        ClusterResponse answer =
            new ClusterResponse(
                response.statusCode(), Json.read(response.body(), Object.class).orElse(Map.of()));
        if (!PASSING.contains(answer.status()) || answer.isBlocked()) {
          return checked(answer);
        }
        wanted = response.headers().firstValue("Retry-After").flatMap(ClusterClient::duration);
        why = "status " + answer.status() + (answer.error().isEmpty() ? "" : ", " + answer.error());
      } catch (SSLException untrusted) {
        throw new ClusterException(
            "no secure connection to "
                + url
                + " ("
                + untrusted.getMessage()
                + "); is it an https: address, and does this machine's Java trust its certificate?");
      } catch (IOException lost) {
        why = reason(lost);
      } catch (InterruptedException stopped) {
        throw stopped();
      }
      // A cluster can ask for a longer wait, but not for a shorter one: `Retry-After: 0` would make
      // us retry in a loop.
      Duration own = patience.pause(tries, ThreadLocalRandom.current());
      Duration wait = wanted.filter(longer -> longer.compareTo(own) > 0).orElse(own);
      waited = waited.plus(wait);
      if (waited.compareTo(patience.total()) > 0 || patience == RetryPolicy.NONE) {
        throw new ClusterException(
            "the cluster at "
                + url
                + " does not respond ("
                + why
                + "); tried "
                + (tries == 1 ? "once" : tries + " times"));
      }
      told.accept(
          "The cluster does not respond (" + why + "); trying again in " + seconds(wait) + " s.");
      await(wait);
    }
  }

  private static String reason(Exception lost) {
    return switch (lost) {
      case ConnectException unknown when unknown.getCause() instanceof UnresolvedAddressException ->
          "no such host";
      case ConnectException refused when refused.getMessage() == null -> "connection refused";
      case HttpTimeoutException _ -> "no response in time";
      default -> lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage();
    };
  }

  /// Waits before a retry.
  void await(Duration wait) throws ClusterException {
    try {
      pause.over(wait);
    } catch (InterruptedException stopped) {
      throw stopped();
    }
  }

  private static ClusterException stopped() {
    Thread.currentThread().interrupt();
    return new ClusterException("interrupted while waiting for the cluster");
  }

  static String seconds(Duration time) {
    return Long.toString(Math.max(1, Math.round(time.toMillis() / 1000.0)));
  }

  private HttpRequest request(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(ANSWER)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body != null) {
      boolean isLines = path.contains("/_bulk");
      request.header("Content-Type", isLines ? "application/x-ndjson" : "application/json");
    }
    credentials.header().ifPresent(header -> request.header("Authorization", header));
    return request.build();
  }

  private ClusterResponse checked(ClusterResponse answer) throws ClusterException {
    if (answer.isBlocked()) {
      throw new ClusterException(
          "the cluster is read-only ("
              + answer.reason()
              + "); usually its disk is full: free some space, then export again");
    }
    return switch (answer.status()) {
      case 401 ->
          throw new ClusterException(
              "the cluster at "
                  + url
                  + (credentials.header().isPresent()
                      ? " rejected the credentials; check the environment variables "
                      : " requires credentials; set the environment variables ")
                  + Credentials.USERNAME
                  + " and "
                  + Credentials.PASSWORD
                  + ", or "
                  + Credentials.API_KEY);
      case 403 ->
          throw new ClusterException(
              "the cluster at " + url + " does not allow this: " + answer.reason());
      case 301, 302, 307, 308 ->
          throw new ClusterException(
              "the server at "
                  + url
                  + " redirects to another address; use the address of the cluster");
      default -> answer;
    };
  }

  /// Parses `Retry-After`: a number of seconds or a date.
  private static Optional<Duration> duration(String header) {
    if (header.strip().matches("\\d{1,6}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())));
    }
    try {
      Instant then =
          ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), then);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
