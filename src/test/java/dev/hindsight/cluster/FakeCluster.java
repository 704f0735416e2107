package dev.hindsight.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hindsight.site.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers as far as an export asks, as OpenSearch does, and fails as a test wants it to.
final class FakeCluster implements AutoCloseable {
  /// Takes the place of an answer once, for the first request that it is meant for.
  record Mishap(String request, int status, String body, Map<String, String> headers, Kind kind) {
    enum Kind {
      /// Nothing was done, and the answer says so.
      REFUSED,
      /// It was done, and the answer is lost.
      LOST
    }
  }

  private final HttpServer server;
  private final Deque<Mishap> mishaps = new ArrayDeque<>();
  private final Map<String, Set<String>> indices = new TreeMap<>();
  private final Map<String, Set<String>> aliases = new TreeMap<>();

  /// What was asked, in order.
  final List<String> requests = new CopyOnWriteArrayList<>();

  /// The credentials that came.
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  FakeCluster() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void refuse(String request, int status, String body) {
    mishaps.add(new Mishap(request, status, body, Map.of(), Mishap.Kind.REFUSED));
  }

  void refuse(String request, int status, Map<String, String> headers) {
    mishaps.add(new Mishap(request, status, "{}", headers, Mishap.Kind.REFUSED));
  }

  void loseAnswer(String request) {
    mishaps.add(new Mishap(request, 0, "", Map.of(), Mishap.Kind.LOST));
  }

  synchronized void index(String name, String... ids) {
    indices.put(name, new TreeSet<>(List.of(ids)));
  }

  synchronized void alias(String name, String index) {
    aliases.put(name, new TreeSet<>(Set.of(index)));
  }

  synchronized Set<String> indices() {
    return new TreeSet<>(indices.keySet());
  }

  synchronized Set<String> behind(String alias) {
    return new TreeSet<>(aliases.getOrDefault(alias, Set.of()));
  }

  synchronized Set<String> incidents(String alias) {
    Set<String> all = new TreeSet<>();
    behind(alias).forEach(index -> all.addAll(indices.get(index)));
    return all;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    requests.add(request);
    authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
    byte[] body = exchange.getRequestBody().readAllBytes();
    Mishap mishap = mishaps.peek();
    boolean isMeant = mishap != null && request.matches(mishap.request());
    if (isMeant) {
      mishaps.poll();
    }
    if (isMeant && mishap.kind() == Mishap.Kind.REFUSED) {
      mishap.headers().forEach(exchange.getResponseHeaders()::add);
      send(exchange, mishap.status(), mishap.body());
      return;
    }
    Reply reply = reply(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
    if (isMeant) {
      exchange.close();
      return;
    }
    send(exchange, reply.status(), reply.body());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean isEmpty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, isEmpty ? -1 : bytes.length);
    if (!isEmpty) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private record Reply(int status, String body) {
    static final Reply DONE = new Reply(200, "{\"acknowledged\":true}");
    static final Reply MISSING =
        new Reply(404, "{\"error\":{\"type\":\"index_not_found_exception\"}}");
  }

  private synchronized Reply reply(String method, String path, byte[] body) {
    String first = path.split("/", -1)[1];
    if (path.equals("/")) {
      return new Reply(200, "{\"version\":{\"number\":\"3.8.0\"}}");
    }
    if (path.startsWith("/_alias/")) {
      Set<String> behind = behind(path.substring("/_alias/".length()));
      return behind.isEmpty() ? Reply.MISSING : reply(new TreeMap<>(toMap(behind)));
    }
    if (path.startsWith("/_cat/indices/")) {
      return reply(indices.keySet().stream().map(name -> Map.of("index", name)).toList());
    }
    if (path.equals("/_aliases")) {
      return change(new ClusterResponse(200, Json.read(body, Object.class).orElseThrow()));
    }
    if (path.endsWith("/_bulk")) {
      return bulk(first, new String(body, StandardCharsets.UTF_8));
    }
    if (method.equals("PUT") && path.equals("/" + first)) {
      if (indices.containsKey(first)) {
        return new Reply(400, "{\"error\":{\"type\":\"resource_already_exists_exception\"}}");
      }
      index(first);
      new ClusterResponse(200, Json.read(body, Object.class).orElseThrow())
          .at("aliases")
          .ifPresent(
              names -> ((Map<?, ?>) names).keySet().forEach(name -> alias(name.toString(), first)));
      return Reply.DONE;
    }
    if (!indices.containsKey(first)) {
      return Reply.MISSING;
    }
    if (path.endsWith("/_count")) {
      return reply(Map.of("count", indices.get(first).size(), "_shards", Map.of("failed", 0)));
    }
    if (method.equals("DELETE")) {
      indices.remove(first);
      aliases.values().forEach(behind -> behind.remove(first));
    }
    return Reply.DONE;
  }

  private static Map<String, Object> toMap(Set<String> names) {
    Map<String, Object> map = new TreeMap<>();
    names.forEach(name -> map.put(name, Map.of()));
    return map;
  }

  private static Reply reply(Object json) {
    return new Reply(200, new String(Json.compact(json), StandardCharsets.UTF_8));
  }

  private Reply change(ClusterResponse asked) {
    for (Object action : asked.list("actions")) {
      ClusterResponse.at(action, "remove")
          .ifPresent(of -> aliases.get(text(of, "alias")).remove(text(of, "index")));
      ClusterResponse.at(action, "add")
          .ifPresent(of ->
              aliases
                  .computeIfAbsent(text(of, "alias"), _ -> new TreeSet<>())
                  .add(text(of, "index")));
    }
    return Reply.DONE;
  }

  private static String text(Object of, String key) {
    return ClusterResponse.at(of, key).orElseThrow().toString();
  }

  private Reply bulk(String alias, String lines) {
    if (behind(alias).isEmpty()) {
      return Reply.MISSING;
    }
    Set<String> index = indices.get(behind(alias).iterator().next());
    List<Object> items = new ArrayList<>();
    String[] all = lines.split("\n");
    for (int i = 0; i < all.length; i += 2) {
      Object line = Json.read(all[i].getBytes(StandardCharsets.UTF_8), Object.class).orElseThrow();
      String id = ClusterResponse.at(line, "create", "_id").orElseThrow().toString();
      items.add(Map.of("create", Map.of("status", index.add(id) ? 201 : 409)));
    }
    return reply(Map.of("items", items));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
