package dev.hindsight.cluster;

import dev.hindsight.search.export.ClusterDocuments;
import dev.hindsight.site.Json;
import dev.hindsight.site.store.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Incidents in the format of the bulk API: an action line and a document line each. They are
/// created on demand, so that a large site is never in memory as a whole.
final class BulkLines {
  private static final int TOGETHER = 500;

  private final ClusterDocuments documents;

  BulkLines(ClusterDocuments documents) {
    this.documents = documents;
  }

  /// Consecutive incidents.
  ///
  /// @param ids in order
  /// @param lines two for each incident
  record Batch(List<String> ids, List<byte[]> lines) {
    Batch {
      ids = List.copyOf(ids);
      lines = List.copyOf(lines);
    }

    /// The body of a request.
    byte[] bytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      lines.forEach(bytes::writeBytes);
      return bytes.toByteArray();
    }

    /// Only the incidents at some positions.
    Batch only(List<Integer> places) {
      return new Batch(
          places.stream().map(ids::get).toList(), places.stream().map(lines::get).toList());
    }
  }

  /// Receives one batch after the other.
  interface BatchConsumer {
    void take(Batch batch) throws ClusterException;
  }

  /// Passes on all incidents, the oldest first, in batches up to a size. A single incident can be
  /// larger.
  void inBatches(int mostBytes, int most, BatchConsumer taker) throws ClusterException {
    List<String> ids = new ArrayList<>();
    List<byte[]> lines = new ArrayList<>();
    List<byte[]> made = List.of();
    int size = 0;
    for (int number = 0; number < documents.size(); number++) {
      if (number % TOGETHER == 0) {
        made = lines(number);
      }
      byte[] line = made.get(number % TOGETHER);
      if (!ids.isEmpty() && (size + line.length > mostBytes || ids.size() == most)) {
        taker.take(new Batch(ids, lines));
        ids.clear();
        lines.clear();
        size = 0;
      }
      ids.add(documents.id(number));
      lines.add(line);
      size += line.length;
    }
    if (!ids.isEmpty()) {
      taker.take(new Batch(ids, lines));
    }
  }

  /// The lines of consecutive incidents, created in parallel.
  private List<byte[]> lines(int from) {
    return IntStream.range(from, Math.min(from + TOGETHER, documents.size()))
        .parallel()
        .mapToObj(this::line)
        .toList();
  }

  /// `create` does not add an incident that was sent before.
  private byte[] line(int number) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(Json.compact(Map.of("create", Map.of("_id", documents.id(number)))));
    line.write('\n');
    line.writeBytes(Json.compact(documents.document(number)));
    line.write('\n');
    return line.toByteArray();
  }

  int size() {
    return documents.size();
  }

  /// Changes if any document or the index definition changes.
  String digest() {
    String all =
        IntStream.range(0, documents.size())
            .parallel()
            .mapToObj(number -> Digest.of(line(number)))
            .collect(Collectors.joining());
    String definition = Digest.of(Json.compact(IndexDefinition.all()));
    return Digest.brief((definition + all).getBytes(StandardCharsets.US_ASCII));
  }
}
