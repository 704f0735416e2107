package dev.hindsight.site.config;

import dev.hindsight.model.SectionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The meanings of headings, by a table of names, else by their distinctive words. Results are
/// cached, because most reports have the same headings.
public final class HeadingKinds {
  private static final List<SectionKind> UNKNOWN = List.of(SectionKind.OTHER);

  /// The size of the cache, limited so that hostile reports cannot fill memory.
  private static final int MOST = 10_000;

  private final Map<String, SectionKind> names;
  private final NameTypos typos;
  private final Map<String, List<SectionKind>> known = new ConcurrentHashMap<>();

  /// @param names in normal form, see [HeadingNormalizer]
  HeadingKinds(Map<String, SectionKind> names) {
    this.names = Map.copyOf(names);
    this.typos = new NameTypos(names.keySet());
  }

  /// All meanings of a heading: two for `Root Cause and Resolution`; [SectionKind#OTHER] if
  /// unknown.
  public List<SectionKind> of(String heading) {
    List<SectionKind> kinds = known.get(heading);
    if (kinds == null) {
      kinds = find(heading);
      if (known.size() < MOST) {
        known.put(heading, kinds);
      }
    }
    return kinds;
  }

  /// Whether a heading is a name in the table, not only one that begins like it or has its words.
  public boolean isWholeName(String heading) {
    return names.containsKey(HeadingNormalizer.normal(heading));
  }

  /// The name in the table that differs from a heading by one typo.
  public Optional<String> nearest(String heading) {
    return typos.nearest(heading);
  }

  private List<SectionKind> find(String heading) {
    List<SectionKind> named = named(heading);
    if (!named.isEmpty()) {
      return named;
    }
    String name = HeadingWords.withoutNumber(HeadingNormalizer.normal(heading));
    if (names.containsKey(name)) {
      return List.of(names.get(name));
    }
    return Optional.of(HeadingWords.find(name))
        .filter(kinds -> !kinds.isEmpty())
        .or(() -> joined(name))
        .or(() ->
            HeadingNormalizer.remark(heading)
                .flatMap(remark -> Optional.ofNullable(names.get(remark)))
                .map(List::of))
        .orElse(UNKNOWN);
  }

  /// The meanings in the table. Empty if it has none.
  private List<SectionKind> named(String heading) {
    String name = HeadingNormalizer.normal(heading);
    List<SectionKind> parts =
        names.containsKey(name)
            ? List.of()
            : HeadingNormalizer.parts(name).stream().map(names::get).distinct().toList();
    return !parts.isEmpty() && !parts.contains(null)
        ? parts
        : HeadingNormalizer.find(names, name)
            .or(() -> beforeColon(heading).flatMap(first -> HeadingNormalizer.find(names, first)))
            .map(List::of)
            .orElse(List.of());
  }

  /// The known meanings of the names that a heading joins: timeline for `Timeline and gaps`.
  private Optional<List<SectionKind>> joined(String name) {
    List<String> parts = HeadingWords.isShort(name) ? HeadingNormalizer.parts(name) : List.of();
    List<SectionKind> known =
        parts.stream()
            .flatMap(part ->
                names.containsKey(part)
                    ? Stream.of(names.get(part))
                    : HeadingWords.find(part).stream())
            .distinct()
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }

  private static Optional<String> beforeColon(String heading) {
    for (int i = 0; i < heading.length(); i++) {
      if (heading.charAt(i) == ':' || heading.charAt(i) == '：') {
        return Optional.of(heading.substring(0, i));
      }
    }
    return Optional.empty();
  }
}
