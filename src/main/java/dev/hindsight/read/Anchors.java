package dev.hindsight.read;

import dev.hindsight.model.SectionKind;
import dev.hindsight.site.Addresses;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The addresses within one page, each given once. `ui-` belongs to the page's own parts, and the
/// numbered forms to steps, actions and times, so that no heading can take them.
final class Anchors {
  private static final Pattern KEPT =
      Pattern.compile("ui-.*|step-\\d+|action-\\d+|t-\\d+.*|fn-.*|fnref-.*");

  /// What GitHub and its kind leave out of a heading's fragment.
  private static final Pattern LEFT_OUT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

  private static final int LONGEST = 400;

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> next = new HashMap<>();
  private final Set<SectionKind> given = new HashSet<>();
  private final Map<String, String> fragments = new HashMap<>();

  Anchors() {
    for (SectionKind kind : SectionKind.values()) {
      taken.add(kind.anchor());
    }
  }

  /// The anchor of a section: its kind's own for the first of the kind, else its heading's.
  String section(SectionKind kind, String heading) {
    return kind != SectionKind.OTHER && given.add(kind)
        ? written(heading, kind.anchor())
        : heading(heading);
  }

  /// The anchor of a heading, from its words.
  String heading(String written) {
    String heading = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    String slug = Addresses.slug(heading);
    return written(heading, unique(KEPT.matcher(slug).matches() ? "section-" + slug : slug));
  }

  /// The anchor of a timeline entry: `t-1445`.
  String time(String digits) {
    return unique("t-" + digits);
  }

  /// Notes the fragment that an author who looks at the report on a code host uses for a heading:
  /// GitHub's, with hyphens for spaces, and a number for all but the first of the same words.
  private String written(String heading, String anchor) {
    if (heading.length() > LONGEST) {
      return anchor;
    }
    String words = LEFT_OUT.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    String fragment = words.replace(' ', '-');
    int number = next.merge("#" + fragment, 1, Integer::sum) - 1;
    fragments.putIfAbsent(number == 0 ? fragment : fragment + "-" + number, anchor);
    return anchor;
  }

  /// The anchors of all headings by their fragments, where these differ.
  Map<String, String> fragments() {
    Map<String, String> different = new HashMap<>(fragments);
    different.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return different;
  }

  private String unique(String wanted) {
    if (taken.add(wanted)) {
      return wanted;
    }
    int n = next.getOrDefault(wanted, 2);
    while (!taken.add(wanted + "-" + n)) {
      n++;
    }
    next.put(wanted, n + 1);
    return wanted + "-" + n;
  }
}
