package dev.hindsight.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an export asks of a cluster, and what it does when that fails. `OpenSearchTest` asks a real
/// one.
class ClusterExportTest {
  private static final Set<String> ALL = Set.of("INC-2024-001", "INC-2024-002", "INC-2024-003");
  private static final String FORMER = "incidents-20240101t000000-0123456789";
  private static final String BULK = "POST .*/_bulk.*";

  @TempDir Path folder;
  private final FakeCluster cluster = new FakeCluster();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private KnowledgeBase knowledge;

  @BeforeEach
  void write() {
    ALL.forEach(id ->
        Sites.write(
            folder, Map.of("incidents/" + id + ".md", "# Disk full\n\nIt was " + id + ".\n")));
    knowledge = Sites.knowledge(folder);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private ClusterExport.ExportResult export() throws ClusterException, InvalidClusterSettings {
    return export(cluster.url(), "incidents");
  }

  private ClusterExport.ExportResult export(String url, String index)
      throws ClusterException, InvalidClusterSettings {
    RetryPolicy patience =
        new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(60));
    return new ClusterExport(url, index, environment::get, told::add, patience, pauses::add)
        .run(knowledge, Progress.NONE);
  }

  private String fault() {
    return assertThrows(ClusterException.class, this::export).getMessage();
  }

  private String misuse(String url, String index) {
    return assertThrows(InvalidClusterSettings.class, () -> export(url, index)).getMessage();
  }

  /// A cluster with an earlier export.
  private void former() {
    cluster.index(FORMER, "INC-2023-009");
    cluster.alias("incidents", FORMER);
  }

  private void assertAsBefore() {
    assertEquals(Set.of(FORMER), cluster.behind("incidents"));
    assertEquals(Set.of(FORMER), cluster.indices(), "nothing unfinished stays");
  }

  @Test
  void aNewIndexReplacesTheOldOne() throws Exception {
    former();
    ClusterExport.ExportResult done = export();
    assertEquals(ALL, cluster.incidents("incidents"));
    assertEquals(List.of(FORMER), done.deleted());
    assertEquals(Set.of(done.index()), cluster.indices());
    assertEquals(1, cluster.requests.stream().filter("POST /_aliases"::equals).count());
    assertEquals(List.of(), told);
  }

  @Test
  void deletesOnlyIndicesOfFailedExports() throws Exception {
    former();
    String dead = "incidents-20240102t000000-0123456789";
    cluster.index(dead, "INC-2024-001");
    cluster.index("incidents-archive", "A");
    ClusterExport.ExportResult done = export();
    assertEquals(Set.of(done.index(), "incidents-archive"), cluster.indices());
  }

  @Test
  void sendsNothingIfTheClusterIsUpToDate() throws Exception {
    ClusterExport.ExportResult first = export();
    cluster.requests.clear();
    ClusterExport.ExportResult second = export();
    assertFalse(second.isNew());
    assertEquals(first.index(), second.index());
    assertTrue(
        cluster.requests.stream().allMatch(request -> request.startsWith("GET")),
        cluster.requests::toString);
  }

  @Test
  void retriesTemporaryErrors() throws Exception {
    for (int status : List.of(429, 502, 503, 504)) {
      cluster.refuse(BULK, status, Map.of());
    }
    export();
    assertEquals(ALL, cluster.incidents("incidents"));
    assertEquals(4, pauses.size());
    for (int i = 0; i < 4; i++) {
      double most = 1000 * Math.pow(2, i);
      long waited = pauses.get(i).toMillis();
      assertTrue(waited >= most / 2 && waited <= most, pauses::toString);
    }
  }

  @Test
  void waitsAsLongAsTheClusterAsks() throws Exception {
    cluster.refuse(BULK, 429, Map.of("Retry-After", "17"));
    export();
    assertEquals(List.of(Duration.ofSeconds(17)), pauses);
    assertTrue(told.getFirst().endsWith("trying again in 17 s."), told::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Wed, 21 Oct 2015 07:28:00 GMT", "soon", "-5", ""})
  void givesUpIfTheClusterAsksForRetriesWithoutAWait(String retryAfter) {
    for (int n = 0; n < 100; n++) {
      cluster.refuse(BULK, 429, Map.of("Retry-After", retryAfter));
    }
    assertTrue(fault().contains("does not respond (status 429"), told::toString);
    // Less than a minute in all; each time twice as long, up to eight seconds.
    assertTrue(pauses.size() >= 8 && pauses.size() <= 20, pauses::toString);
    assertTrue(pauses.stream().allMatch(pause -> pause.toMillis() >= 500), pauses::toString);
  }

  @Test
  void givesUpIfTheClusterAsksForTooLongAWait() {
    cluster.refuse(BULK, 503, Map.of("Retry-After", "86400"));
    assertTrue(fault().contains("tried once"), told::toString);
    assertEquals(List.of(), pauses);
  }

  @Test
  void aLostResponseDoesNoHarm() throws Exception {
    former();
    for (String request :
        List.of("PUT /incidents-\\w+-\\w+", BULK, "POST /_aliases", "DELETE .*")) {
      cluster.loseAnswer(request);
    }
    ClusterExport.ExportResult done = export();
    assertEquals(ALL, cluster.incidents("incidents"));
    assertEquals(Set.of(done.index()), cluster.indices());
    assertEquals(4, told.size(), told::toString);
  }

  private static final String NO_TIME_FOR_TWO =
      "{\"items\":[{\"create\":{\"status\":429}},{\"create\":{\"status\":201}},{\"create\":{\"status\":429}}]}";

  @Test
  void sendsOnlyRejectedIncidentsAgain() throws Exception {
    cluster.loseAnswer(BULK);
    cluster.refuse(BULK, 200, NO_TIME_FOR_TWO);
    export();
    assertEquals(ALL, cluster.incidents("incidents"));
    assertTrue(told.getLast().contains("rejected 2 of 3 incidents"), told::toString);
  }

  @Test
  void countsIncidentsThatTheClusterConfirms() {
    former();
    cluster.refuse(BULK, 200, NO_TIME_FOR_TWO);
    String message = fault();
    assertTrue(message.contains("the cluster has 2 of 3 incidents"), message);
    assertAsBefore();
  }

  @Test
  void anInvalidIncidentIsNamedAndReadersKeepTheOldIndex() {
    former();
    cluster.refuse(
        BULK,
        200,
        "{\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"status\":400,\"error\":{\"type\":\"mapper_parsing_exception\",\"reason\":\"no"
            + " number\"}}},{\"create\":{\"status\":201}}]}");
    assertEquals(
        "the cluster rejected INC-2024-002: no number (mapper_parsing_exception)", fault());
    assertAsBefore();
  }

  @Test
  void aFullDiskIsReportedAtOnce() {
    former();
    String blocked =
        "{\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"disk usage exceeded"
            + " flood-stage watermark\"},\"status\":429}";
    cluster.refuse(BULK, 429, blocked);
    String message = fault();
    assertTrue(message.contains("flood-stage watermark"), message);
    assertTrue(message.contains("its disk is full"), message);
    assertEquals(List.of(), pauses);
    assertAsBefore();
  }

  @Test
  void aFullDiskIsReportedForSingleIncidentsToo() {
    String one =
        "{\"create\":{\"status\":429,\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"flood\"}}}";
    cluster.refuse(BULK, 200, "{\"items\":[" + one + "," + one + "," + one + "]}");
    assertTrue(fault().contains("its disk is full"));
  }

  @Test
  void givesUpInTheEndAndReadersKeepTheOldIndex() {
    former();
    for (int i = 0; i < 40; i++) {
      cluster.refuse(BULK, 503, Map.of());
    }
    String message = fault();
    assertTrue(message.contains("does not respond (status 503)"), message);
    assertAsBefore();
  }

  @Test
  void wrongCredentialsAreReportedButNeverShown() {
    environment.put(Credentials.USERNAME, "exporter");
    environment.put(Credentials.PASSWORD, "hunter2");
    cluster.refuse("GET /", 401, "{}");
    String message = fault();
    assertTrue(message.contains("rejected the credentials"), message);
    assertFalse((message + told).contains("hunter2"));
    assertEquals(List.of("Basic ZXhwb3J0ZXI6aHVudGVyMg=="), cluster.authorizations);
  }

  @Test
  void sendsAKey() throws Exception {
    environment.put(Credentials.API_KEY, "abc=");
    export();
    assertEquals(Set.of("ApiKey abc="), Set.copyOf(cluster.authorizations));
  }

  @Test
  void reportsAServerThatIsNoCluster() {
    cluster.refuse("GET /", 200, "<html>");
    assertTrue(fault().contains("is not an OpenSearch cluster"));
  }

  @Test
  void reportsThatNothingResponds() {
    String url = cluster.url();
    cluster.close();
    String message =
        assertThrows(ClusterException.class, () -> export(url, "incidents")).getMessage();
    assertTrue(message.contains("does not respond (connection refused)"), message);
  }

  @Test
  void wrongUsageIsReportedBeforeAnyRequest() {
    assertTrue(misuse(cluster.url(), "Incidents").contains("lower-case letters"));
    assertTrue(misuse(cluster.url(), "_all").contains("cannot be the name"));
    assertTrue(misuse("localhost:9200", "incidents").contains("is not the address of a cluster"));
    String password = misuse("https://me:hunter2@example.com", "incidents");
    assertTrue(password.contains("OPENSEARCH_PASSWORD") && !password.contains("hunter2"), password);
    environment.put(Credentials.API_KEY, "key");
    assertTrue(misuse("http://example.com", "incidents").contains("https:"));
    environment.put(Credentials.USERNAME, "me");
    assertTrue(misuse(cluster.url(), "incidents").contains("not all"));
    assertEquals(List.of(), cluster.requests);
  }

  @Test
  void neverTouchesANameThatOthersUse() {
    cluster.index("incidents", "A");
    assertTrue(misuse(cluster.url(), "incidents").contains("an index that is itself called"));
    cluster.index("theirs", "A");
    cluster.alias("other", "theirs");
    assertTrue(misuse(cluster.url(), "other").contains("which Hindsight did not create"));
    assertEquals(Set.of("incidents", "theirs"), cluster.indices());
  }
}
