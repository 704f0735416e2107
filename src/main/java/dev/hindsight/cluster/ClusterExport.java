package dev.hindsight.cluster;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.search.export.ClusterDocuments;
import dev.hindsight.site.Progress;
import dev.hindsight.site.Stage;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Exports the incidents to a cluster. Loads them into a new index, then moves the alias from the
/// old index to the new one in one step. Readers of the alias see all old incidents or all new
/// ones, even if the export fails halfway.
public final class ClusterExport {
  private final IndexName name;
  private final String url;
  private final Credentials credentials;
  private final Consumer<String> told;
  private final RetryPolicy patience;
  private final ClusterClient.Pause pause;

  /// @param url the cluster's address
  /// @param index the alias
  /// @param environment gives the value of a variable, or null
  /// @param told receives messages about retries and failures
  /// @throws InvalidClusterSettings if one of these is invalid
  public ClusterExport(
      String url, String index, UnaryOperator<String> environment, Consumer<String> told)
      throws InvalidClusterSettings {
    this(url, index, environment, told, RetryPolicy.LONG, Thread::sleep);
  }

  ClusterExport(
      String url,
      String index,
      UnaryOperator<String> environment,
      Consumer<String> told,
      RetryPolicy patience,
      ClusterClient.Pause pause)
      throws InvalidClusterSettings {
    this.name = IndexName.of(index);
    this.credentials = Credentials.of(environment);
    this.url = address(url);
    this.told = told;
    this.patience = patience;
    this.pause = pause;
  }

  /// The result of an export.
  ///
  /// @param index the index behind the alias
  /// @param isNew whether it was created now; if not, the cluster had the same incidents already
  /// @param deleted the old index, and those that failed exports left behind
  public record ExportResult(String index, int incidents, boolean isNew, List<String> deleted) {
    public ExportResult {
      deleted = List.copyOf(deleted);
    }
  }

  private String address(String typed) throws InvalidClusterSettings {
    URI uri;
    try {
      uri = new URI(typed.strip());
    } catch (URISyntaxException wrong) {
      throw new InvalidClusterSettings(
          "--url: not a valid address; expected one such as https://search.example.com:9200");
    }
    if (uri.getRawUserInfo() != null) {
      throw new InvalidClusterSettings(
          "--url: other users can see a password in an address; set the environment variables "
              + Credentials.USERNAME
              + " and "
              + Credentials.PASSWORD);
    }
    boolean isWeb =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!isWeb || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new InvalidClusterSettings(
          "--url: '"
              + typed
              + "' is not the address of a cluster; expected one such as https://search.example.com:9200");
    }
    if (credentials.header().isPresent()
        && "http".equalsIgnoreCase(uri.getScheme())
        && !isHere(uri)) {
      throw new InvalidClusterSettings(
          "--url: Hindsight does not send credentials over http:, where others can read them; use https:");
    }
    return uri.toString().replaceAll("/+$", "");
  }

  private static boolean isHere(URI uri) {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
  }

  /// Sends all incidents, unless the cluster has the same already.
  ///
  /// @throws ClusterException if the cluster fails; readers then still see the old incidents
  /// @throws InvalidClusterSettings if the name is used by something else
  public ExportResult run(KnowledgeBase knowledge, Progress progress)
      throws ClusterException, InvalidClusterSettings {
    BulkLines lines = new BulkLines(new ClusterDocuments(knowledge));
    try (ClusterClient client = new ClusterClient(url, credentials, told, pause)) {
      hello(client);
      List<String> before = behindAlias(client);
      String digest = lines.digest();
      if (isThere(client, before, digest, lines.size())) {
        return new ExportResult(before.getFirst(), lines.size(), false, clear(client, before));
      }
      clear(client, before);
      String index = name.versioned(Instant.now(), digest);
      try {
        create(client, index);
        load(client, index, lines, progress);
        verify(client, index, lines.size());
      } catch (ClusterException failed) {
        forget(client, index);
        throw failed;
      }
      putBehindAlias(client, index, before);
      return new ExportResult(index, lines.size(), true, clear(client, List.of(index)));
    }
  }

  private void hello(ClusterClient client) throws ClusterException {
    ClusterResponse answer = client.send("GET", "/", null, RetryPolicy.BRIEF);
    if (!answer.isGood() || answer.at("version", "number").isEmpty()) {
      throw new ClusterException(
          "the server at "
              + url
              + " is not an OpenSearch cluster (status "
              + answer.status()
              + ")");
    }
  }

  /// The indices behind the alias: one, or none before the first export.
  private List<String> behindAlias(ClusterClient client)
      throws ClusterException, InvalidClusterSettings {
    List<String> behind = aliased(client);
    if (behind.isEmpty() && client.send("HEAD", "/" + name.alias(), null, patience).isGood()) {
      throw new InvalidClusterSettings(
          "--index: the cluster has an index that is itself called '"
              + name.alias()
              + "'; choose another name, or delete that index");
    }
    Optional<String> other = behind.stream().filter(index -> !name.isOurs(index)).findFirst();
    if (other.isPresent()) {
      throw new InvalidClusterSettings(
          "--index: '"
              + name.alias()
              + "' is an alias of the index '"
              + other.get()
              + "', which Hindsight did not create; choose another name, or remove that alias");
    }
    return behind;
  }

  private List<String> aliased(ClusterClient client) throws ClusterException {
    ClusterResponse answer = client.send("GET", "/_alias/" + name.alias(), null, patience);
    if (answer.status() == 404) {
      return List.of();
    }
    return good(answer, "the alias '" + name.alias() + "' cannot be looked up").body()
            instanceof Map<?, ?> map
        ? map.keySet().stream().map(Object::toString).sorted().toList()
        : List.of();
  }

  private boolean isThere(ClusterClient client, List<String> before, String digest, int size)
      throws ClusterException {
    return before.size() == 1
        && name.has(before.getFirst(), digest)
        && count(client, before.getFirst()) == size;
  }

  /// Deletes all indices of exports to this name, except some.
  private List<String> clear(ClusterClient client, List<String> kept) throws ClusterException {
    ClusterResponse answer =
        client.send(
            "GET",
            "/_cat/indices/" + name.alias() + "-*?format=json&h=index&expand_wildcards=all",
            null,
            patience);
    List<String> old =
        good(answer, "the cluster's indices cannot be listed").list().stream()
            .flatMap(one -> ClusterResponse.at(one, "index").stream())
            .map(Object::toString)
            .filter(name::isOurs)
            .filter(index -> !kept.contains(index))
            .sorted()
            .toList();
    for (String index : old) {
      ClusterResponse deleted = client.send("DELETE", "/" + index, null, patience);
      if (deleted.status() != 404) {
        good(deleted, "the index '" + index + "' cannot be deleted");
      }
    }
    return old;
  }

  /// Until it is complete, the index is written through an alias of its own. If it is deleted
  /// meanwhile, requests fail; without the alias, the cluster would create a new index
  /// automatically.
  private static String loading(String index) {
    return index + ".loading";
  }

  private void create(ClusterClient client, String index) throws ClusterException {
    Map<String, Object> definition = new LinkedHashMap<>();
    if (IndexDefinition.all() instanceof Map<?, ?> all) {
      all.forEach((key, value) -> definition.put(key.toString(), value));
    }
    definition.put("aliases", Map.of(loading(index), Map.of()));
    ClusterResponse answer = client.send("PUT", "/" + index, definition, patience);
    // We created it, but the response to the first try was lost.
    if (!answer.error().equals("resource_already_exists_exception")) {
      good(answer, "the index '" + index + "' cannot be created");
    }
  }

  private void load(ClusterClient client, String index, BulkLines lines, Progress progress)
      throws ClusterException {
    progress.begin(Stage.EXPORT, lines.size());
    BulkLoader bulk = new BulkLoader(client, loading(index), patience, told);
    bulk.send(lines, () -> progress.step(Stage.EXPORT));
    progress.end(Stage.EXPORT);
  }

  private void verify(ClusterClient client, String index, int size) throws ClusterException {
    good(
        client.send(
            "PUT",
            "/" + index + "/_settings",
            Map.of("index", Collections.singletonMap("refresh_interval", null)),
            patience),
        "the settings of '" + index + "' cannot be changed");
    good(
        client.send("POST", "/" + index + "/_refresh", null, patience),
        "the index '" + index + "' cannot be refreshed");
    long there = count(client, index);
    if (there != size) {
      throw new ClusterException(
          "the cluster has "
              + there
              + " of "
              + size
              + " incidents after all were sent; the previous export stays in use");
    }
  }

  /// The number of incidents in the index; -1 if a shard does not answer.
  private long count(ClusterClient client, String index) throws ClusterException {
    Duration waited = Duration.ZERO;
    for (int tries = 1; ; tries++) {
      ClusterResponse answer =
          good(
              client.send("GET", "/" + index + "/_count", null, patience),
              "the incidents in '" + index + "' cannot be counted");
      Duration wait = patience.pause(tries, ThreadLocalRandom.current());
      waited = waited.plus(wait);
      if (answer.number("_shards", "failed") == 0) {
        return answer.number("count");
      }
      if (waited.compareTo(patience.total()) > 0 || patience == RetryPolicy.NONE) {
        return -1;
      }
      client.await(wait);
    }
  }

  /// Moves the alias in one step, or not at all.
  private void putBehindAlias(ClusterClient client, String index, List<String> before)
      throws ClusterException {
    List<Object> actions = new ArrayList<>();
    before.forEach(
        old -> actions.add(Map.of("remove", Map.of("index", old, "alias", name.alias()))));
    actions.add(Map.of("add", Map.of("index", index, "alias", name.alias())));
    actions.add(Map.of("remove", Map.of("index", index, "alias", loading(index))));
    ClusterResponse answer = client.send("POST", "/_aliases", Map.of("actions", actions), patience);
    // A retry fails if the first try succeeded and its response was lost, so check the current
    // state.
    if (!aliased(client).equals(List.of(index))) {
      forget(client, index);
      throw new ClusterException(
          "the alias '" + name.alias() + "' cannot be moved to the new index: " + answer.reason());
    }
  }

  /// Deletes an unfinished index. If that fails, the next export does it.
  private void forget(ClusterClient client, String index) {
    try {
      client.send("DELETE", "/" + index, null, RetryPolicy.NONE);
    } catch (ClusterException alsoFailed) {
      told.accept("The unfinished index '" + index + "' stays until the next export.");
    }
  }

  private static ClusterResponse good(ClusterResponse answer, String whatFailed)
      throws ClusterException {
    if (!answer.isGood()) {
      throw new ClusterException(whatFailed + ": " + answer.reason());
    }
    return answer;
  }
}
