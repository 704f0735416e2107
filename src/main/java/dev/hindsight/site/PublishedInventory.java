package dev.hindsight.site;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.SystemName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The published addresses that others may link to, read from the `incidents.json` of the last
/// site.
///
/// @param pages by the key of their IDs
/// @param systems the last part of the address of each system, by the key of its name
public record PublishedInventory(Map<String, Page> pages, Map<String, String> systems) {

  /// Nothing was published yet.
  public static final PublishedInventory NOTHING = new PublishedInventory(Map.of(), Map.of());

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public PublishedInventory {
    pages = Map.copyOf(pages);
    systems = Map.copyOf(systems);
  }

  /// The page of one incident.
  ///
  /// @param title empty if the report was already removed
  /// @param source the path of its report; empty if the file does not state it
  /// @param aliases whose addresses led to it
  /// @param anchors all anchors on it
  /// @param texts what identifies items that can move, by anchor; in order
  /// @param lost anchors that it once had
  /// @param isGone whether the report was already removed
  public record Page(
      IncidentId id,
      String title,
      String source,
      List<IncidentId> aliases,
      List<String> anchors,
      Map<String, String> texts,
      List<String> lost,
      boolean isGone) {
    /// Its ID and its aliases.
    public Stream<IncidentId> ids() {
      return Stream.concat(Stream.of(id), aliases.stream());
    }
  }

  /// Reads an inventory of any version.
  ///
  /// @return empty if it is not an inventory
  public static Optional<PublishedInventory> read(byte[] json) {
    try {
      File file = JSON.readValue(json, File.class);
      if (file == null || file.incidents() == null) {
        return Optional.empty();
      }
      Map<String, Page> pages = new HashMap<>();
      present(file.incidents()).forEach(entry -> add(entry, false, pages));
      present(file.gone()).forEach(entry -> add(entry, true, pages));
      return Optional.of(new PublishedInventory(pages, systems(file)));
    } catch (JacksonException notAnInventory) {
      return Optional.empty();
    }
  }

  /// The same inventory without some incidents that must stay hidden.
  ///
  /// @param sources paths of reports whose IDs are unknown
  public PublishedInventory without(Collection<IncidentId> ids, Set<String> sources) {
    Map<String, Page> rest = new HashMap<>(pages);
    ids.forEach(id -> rest.remove(id.key()));
    rest.values().removeIf(page -> sources.contains(page.source()));
    return new PublishedInventory(rest, systems);
  }

  private static Map<String, String> systems(File file) {
    Map<String, String> systems = new HashMap<>();
    for (Entry entry : present(file.incidents())) {
      for (SystemEntry system : present(entry.systems())) {
        if (isId(system.name()) && isId(system.slug())) {
          systems.putIfAbsent(SystemName.of(system.name()).key(), system.slug());
        }
      }
    }
    return systems;
  }

  private static void add(Entry entry, boolean isGone, Map<String, Page> pages) {
    if (isId(entry.id())) {
      IncidentId id = new IncidentId(entry.id());
      pages.putIfAbsent(
          id.key(),
          new Page(
              id,
              Objects.requireNonNullElse(entry.title(), ""),
              Objects.requireNonNullElse(entry.source(), ""),
              present(entry.aliases()).stream()
                  .filter(PublishedInventory::isId)
                  .map(IncidentId::new)
                  .toList(),
              present(entry.anchors()),
              present(entry.parts()),
              present(entry.lost()),
              isGone));
    }
  }

  private static boolean isId(String id) {
    return id != null && !id.isBlank();
  }

  private static <T> List<T> present(List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  private static Map<String, String> present(Map<String, String> map) {
    Map<String, String> present = new LinkedHashMap<>(map == null ? Map.of() : map);
    present.values().removeIf(Objects::isNull);
    return present;
  }

  private record File(List<Entry> incidents, List<Entry> gone) {}

  private record Entry(
      String id,
      String title,
      String source,
      List<String> aliases,
      List<SystemEntry> systems,
      List<String> anchors,
      Map<String, String> parts,
      List<String> lost) {}

  private record SystemEntry(String name, String slug) {}
}
