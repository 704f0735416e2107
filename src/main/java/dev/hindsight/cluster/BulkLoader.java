package dev.hindsight.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// Loads incidents into an index, one batch after the other. Incidents that the cluster is too busy
/// for are sent again; one that it rejects ends the export.
final class BulkLoader {
  private static final int MOST_BYTES = 5_000_000;
  private static final int MOST_INCIDENTS = 500;

  private final ClusterClient client;
  private final String index;
  private final RetryPolicy patience;
  private final Consumer<String> told;

  /// @param index an alias, so that the index is not created again if it is gone
  BulkLoader(ClusterClient client, String index, RetryPolicy patience, Consumer<String> told) {
    this.client = client;
    this.index = index;
    this.patience = patience;
    this.told = told;
  }

  /// Sends all incidents, and reports each one that is stored.
  void send(BulkLines lines, Runnable done) throws ClusterException {
    lines.inBatches(
        MOST_BYTES,
        MOST_INCIDENTS,
        batch -> {
          send(batch);
          batch.ids().forEach(_ -> done.run());
        });
  }

  private void send(BulkLines.Batch batch) throws ClusterException {
    BulkLines.Batch left = batch;
    Duration waited = Duration.ZERO;
    for (int tries = 1; ; tries++) {
      ClusterResponse answer =
          client.send("POST", "/" + index + "/_bulk?require_alias=true", left.bytes(), patience);
      List<Integer> busy = busy(answer, left);
      if (busy.isEmpty()) {
        return;
      }
      left = left.only(busy);
      Duration wait = patience.pause(tries, ThreadLocalRandom.current());
      waited = waited.plus(wait);
      if (waited.compareTo(patience.total()) > 0) {
        throw new ClusterException(
            "the cluster is too busy: it rejected "
                + left.ids().size()
                + " incidents, such as "
                + left.ids().getFirst());
      }
      told.accept(
          "The cluster is busy. It rejected "
              + left.ids().size()
              + " of "
              + batch.ids().size()
              + " incidents; retrying in "
              + ClusterClient.seconds(wait)
              + " s.");
      client.await(wait);
    }
  }

  /// The positions of the incidents to send again.
  private List<Integer> busy(ClusterResponse answer, BulkLines.Batch batch)
      throws ClusterException {
    List<?> items = answer.list("items");
    if (!answer.isGood() || items.size() != batch.ids().size()) {
      throw new ClusterException("the cluster rejected the incidents: " + answer.reason());
    }
    List<Integer> busy = new ArrayList<>();
    for (int place = 0; place < items.size(); place++) {
      Object item = ClusterResponse.at(items.get(place), "create").orElse("");
      ClusterResponse one = new ClusterResponse(status(item), item);
      if (one.isBlocked()) {
        throw new ClusterException(
            "the cluster is read-only ("
                + one.reason()
                + "); usually its disk is full: free some space, then export again");
      }
      switch (one.status()) {
        // 409: it was stored before, and the response was lost.
        case 200, 201, 409 -> {}
        case 429, 502, 503, 504 -> busy.add(place);
        default ->
            throw new ClusterException(
                "the cluster rejected "
                    + batch.ids().get(place)
                    + ": "
                    + one.reason()
                    + " ("
                    + one.error()
                    + ")");
      }
    }
    return busy;
  }

  private static int status(Object item) {
    return (int) new ClusterResponse(0, item).number("status");
  }
}
