package dev.hindsight.site;

import dev.hindsight.model.IncidentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the last site published, as far as others may link to it: read from its `incidents.json`.
///
/// @param pages by the key of their ids
public record Published(Map<String, Page> pages) {

  /// Nothing was published yet.
  public static final Published NOTHING = new Published(Map.of());

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public Published {
    pages = Map.copyOf(pages);
  }

  /// The page of one incident.
  ///
  /// @param source where its report was; empty where the file does not say
  /// @param anchors every address within it
  /// @param texts what the parts that can move are known by, by their address; in order
  /// @param lost addresses that it had once, with what stood there
  /// @param isGone whether its report was gone already
  public record Page(
      IncidentId id,
      String title,
      String source,
      List<String> anchors,
      Map<String, String> texts,
      Map<String, String> lost,
      boolean isGone) {}

  /// Reads an inventory of any version.
  ///
  /// @return empty where it is none
  public static Optional<Published> read(byte[] json) {
    try {
      File file = JSON.readValue(json, File.class);
      if (file == null || file.incidents() == null) {
        return Optional.empty();
      }
      Map<String, Page> pages = new HashMap<>();
      file.incidents().forEach(entry -> add(entry, false, pages));
      orEmpty(file.gone()).forEach(entry -> add(entry, true, pages));
      return Optional.of(new Published(pages));
    } catch (JacksonException notAnInventory) {
      return Optional.empty();
    }
  }

  private static void add(Entry entry, boolean isGone, Map<String, Page> pages) {
    if (entry == null || entry.id() == null || entry.id().isBlank()) {
      return;
    }
    IncidentId id = new IncidentId(entry.id());
    pages.putIfAbsent(
        id.key(),
        new Page(
            id,
            entry.title() == null ? "" : entry.title(),
            entry.source() == null ? "" : entry.source(),
            orEmpty(entry.anchors()),
            orEmpty(entry.parts()),
            orEmpty(entry.lost()),
            isGone));
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Map<String, String> orEmpty(Map<String, String> map) {
    return map == null ? Map.of() : map;
  }

  private record File(List<Entry> incidents, List<Entry> gone) {}

  private record Entry(
      String id,
      String title,
      String source,
      List<String> anchors,
      Map<String, String> parts,
      Map<String, String> lost) {}
}
