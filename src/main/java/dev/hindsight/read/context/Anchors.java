package dev.hindsight.read.context;

import dev.hindsight.model.SectionKind;
import dev.hindsight.model.WordCharacters;
import dev.hindsight.site.Addresses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The anchors of one page, each used once. The page itself uses `ui-` and the numbered forms of
/// steps, actions and times, so headings cannot take these.
public final class Anchors {
  private static final Pattern KEPT =
      Pattern.compile("ui-.*|step-\\d+|action-\\d+|t-\\d+.*|fn-.*|fnref-.*");

  private static final int LONGEST = 400;

  private static final Deque<String> NONE = new ArrayDeque<>();

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> next = new HashMap<>();
  private final Set<SectionKind> given = new HashSet<>();
  private final Map<String, String> fragments = new HashMap<>();
  private final Map<String, Deque<String>> names = new HashMap<>();

  Anchors() {
    for (SectionKind kind : SectionKind.values()) {
      taken.add(kind.anchor());
    }
  }

  /// Records the name that links use for a heading if it differs from the heading's words. Headings
  /// with the same words are matched in order.
  public void name(String heading, String name) {
    names.computeIfAbsent(heading, _ -> new ArrayDeque<>()).add(name);
  }

  /// Redirects links to a heading that has no anchor of its own.
  public void lead(String heading, String anchor) {
    written(heading, anchor);
  }

  /// The anchor of a section. The first section of a kind gets the anchor of that kind, any other
  /// one from its heading.
  public String section(SectionKind kind, String heading) {
    return kind != SectionKind.OTHER && given.add(kind)
        ? written(heading, kind.anchor())
        : heading(heading);
  }

  /// The anchor of a heading, from its words.
  public String heading(String written) {
    String heading = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    String slug = Addresses.slug(heading);
    return written(heading, unique(KEPT.matcher(slug).matches() ? "section-" + slug : slug));
  }

  /// The anchor of a timeline entry: `t-1445`.
  public String time(String digits) {
    return unique("t-" + digits);
  }

  /// Records the fragment that code hosts such as GitHub give a heading. Repeated headings get a
  /// number.
  private String written(String heading, String anchor) {
    if (heading.length() > LONGEST) {
      return anchor;
    }
    String words = heading.strip();
    Deque<String> named = names.getOrDefault(words, NONE);
    if (!named.isEmpty()) {
      fragments.putIfAbsent(fragment(named.remove().toLowerCase(Locale.ROOT)), anchor);
    }
    String fragment = fragment(words.toLowerCase(Locale.ROOT));
    int number = next.merge("#" + fragment, 1, Integer::sum) - 1;
    fragments.putIfAbsent(number == 0 ? fragment : fragment + "-" + number, anchor);
    return anchor;
  }

  /// Text as code hosts write it in fragments: letters, digits, and a hyphen for each space.
  private static String fragment(String words) {
    StringBuilder fragment = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); ) {
      int sign = words.codePointAt(i);
      if (sign == ' ') {
        fragment.append('-');
      } else if (sign == '-'
          || WordCharacters.isOfWord(sign)
          || Character.getType(sign) == Character.CONNECTOR_PUNCTUATION) {
        fragment.appendCodePoint(sign);
      }
      i += Character.charCount(sign);
    }
    return fragment.toString();
  }

  /// The anchors of headings by their fragments on code hosts, where the two differ.
  public Map<String, String> fragments() {
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
