package dev.hindsight.site.config;

import dev.hindsight.model.SectionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The meanings of headings, by a table of names. Results are cached, because most reports have the
/// same headings.
public final class HeadingKinds {
  private static final List<SectionKind> UNKNOWN = List.of(SectionKind.OTHER);

  /// The size of the cache, limited so that hostile reports cannot fill memory.
  private static final int MOST = 10_000;

  private final Map<String, SectionKind> names;
  private final Map<String, List<SectionKind>> known = new ConcurrentHashMap<>();

  /// @param names in normal form, see [HeadingNormalizer]
  HeadingKinds(Map<String, SectionKind> names) {
    this.names = Map.copyOf(names);
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

  /// Whether a heading is a name in the table, not only one that begins like it.
  public boolean isWholeName(String heading) {
    return names.containsKey(HeadingNormalizer.normal(heading));
  }

  private List<SectionKind> find(String heading) {
    List<SectionKind> several = HeadingNormalizer.findParts(names, heading);
    return several.size() > 1
        ? several
        : HeadingNormalizer.find(names, heading)
            .or(() -> beforeColon(heading).flatMap(first -> HeadingNormalizer.find(names, first)))
            .map(List::of)
            .orElse(UNKNOWN);
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
