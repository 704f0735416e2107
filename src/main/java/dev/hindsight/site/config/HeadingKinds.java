package dev.hindsight.site.config;

import dev.hindsight.model.SectionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What headings mean, by a table of names. Most reports have the same headings, so answers are
/// kept.
public final class HeadingKinds {
  private static final List<SectionKind> UNKNOWN = List.of(SectionKind.OTHER);

  /// So many different headings are remembered, so that hostile reports cannot fill the memory.
  private static final int MOST = 10_000;

  private final Map<String, SectionKind> names;
  private final Map<String, List<SectionKind>> known = new ConcurrentHashMap<>();

  /// @param names by their normal form, see [HeadingNormalizer]
  HeadingKinds(Map<String, SectionKind> names) {
    this.names = Map.copyOf(names);
  }

  /// All that a heading means: two things for `Root Cause and Resolution`; [SectionKind#OTHER]
  /// where that is not known.
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
