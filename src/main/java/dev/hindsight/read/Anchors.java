package dev.hindsight.read;

import dev.hindsight.model.SectionKind;
import dev.hindsight.site.Addresses;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The addresses within one page, each given once. `ui-` belongs to the page's own parts, and the
/// numbered forms to steps, actions and times, so that no heading can take them.
final class Anchors {
  private static final Pattern KEPT =
      Pattern.compile("ui-.*|step-\\d+|action-\\d+|t-\\d+.*|fn-.*|fnref-.*");

  private final Set<String> taken = new HashSet<>();
  private final Set<SectionKind> given = new HashSet<>();

  Anchors() {
    for (SectionKind kind : SectionKind.values()) {
      taken.add(kind.anchor());
    }
  }

  /// The anchor of a section: its kind's own for the first of the kind, else its heading's.
  String section(SectionKind kind, String heading) {
    return kind != SectionKind.OTHER && given.add(kind) ? kind.anchor() : heading(heading);
  }

  /// The anchor of a heading, from its words.
  String heading(String heading) {
    String slug = Addresses.slug(heading);
    return unique(KEPT.matcher(slug).matches() ? "section-" + slug : slug);
  }

  /// The anchor of a timeline entry: `t-1445`.
  String time(String digits) {
    return unique("t-" + digits);
  }

  private String unique(String wanted) {
    String anchor = wanted;
    for (int n = 2; !taken.add(anchor); n++) {
      anchor = wanted + "-" + n;
    }
    return anchor;
  }
}
