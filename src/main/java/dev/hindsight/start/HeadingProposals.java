package dev.hindsight.start;

import dev.hindsight.model.Incident;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.site.config.HeadingNormalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Headings that several reports have and that Hindsight does not know, with their probable
/// meaning.
final class HeadingProposals {
  /// A heading with one of these words is probably of this kind. The first match counts.
  private static final Map<SectionKind, Pattern> KINDS = new LinkedHashMap<>();

  static {
    kind(SectionKind.TIMELINE, "time ?line|chronolog|course of events");
    kind(SectionKind.CONTRIBUTING_FACTORS, "contribut");
    kind(SectionKind.ROOT_CAUSE, "causes?\\b|five why|5 why");
    kind(SectionKind.ACTION_ITEMS, "actions?\\b|follow[- ]?ups?\\b|next steps|prevent|to-?dos?\\b");
    kind(SectionKind.LESSONS_LEARNED, "lessons?\\b|learn|went (?:well|wrong|badly)|takeaway");
    kind(SectionKind.DETECTION, "detect|discover|notic(?:ed|ing)");
    kind(SectionKind.TRIGGER, "trigger");
    kind(SectionKind.MITIGATION, "mitigat|workaround|containment");
    kind(
        SectionKind.RESOLUTION, "resolution|resolved|recovery|\\bfix(?:ed|es)?\\b|remediat|restor");
    kind(SectionKind.IMPACT, "impact|blast radius|consequences");
    kind(SectionKind.RELATED, "(?:related|similar|previous|earlier) (?:incident|outage|post)");
    kind(SectionKind.REFERENCES, "references?\\b|further reading|\\blinks\\b");
    kind(SectionKind.SUMMARY, "summary|overview|abstract");
  }

  /// A longer heading is about one incident.
  private static final int LONGEST = 60;

  private static final int MOST_WORDS = 6;

  /// The number of unexplained headings to show.
  private static final int MOST_OPEN = 20;

  private HeadingProposals() {}

  private static void kind(SectionKind kind, String words) {
    KINDS.put(kind, Pattern.compile("\\b(?:" + words + ")"));
  }

  /// Headings that recur.
  ///
  /// @param guessed by their probable meaning, each with the number of reports that have it
  /// @param open without a guess, most common first
  record Headings(Map<SectionKind, Map<String, Integer>> guessed, Map<String, Integer> open) {}

  static Headings of(List<Incident> incidents) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> below = new HashMap<>();
    for (Incident incident : incidents) {
      Set<String> once = new HashSet<>();
      for (Section section : incident.sections()) {
        String name = HeadingNormalizer.normal(section.heading());
        if (section.kind() == SectionKind.OTHER && isName(name) && once.add(name)) {
          counts.merge(name, 1, Integer::sum);
          below.merge(name, section.level() > 2 ? 1 : 0, Integer::sum);
        }
      }
    }
    int fewest = Math.max(2, Math.min(3, incidents.size() / 3));
    Map<SectionKind, Map<String, Integer>> guessed = new TreeMap<>();
    Map<String, Integer> open = new LinkedHashMap<>();
    counts.entrySet().stream()
        .filter(heading -> heading.getValue() >= fewest)
        // A heading that is mostly below another one is part of that section.
        .filter(heading -> below.get(heading.getKey()) * 2 < heading.getValue())
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(heading ->
            guess(heading.getKey())
                .ifPresentOrElse(
                    kind ->
                        guessed
                            .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                            .put(heading.getKey(), heading.getValue()),
                    () -> {
                      if (open.size() < MOST_OPEN) {
                        open.put(heading.getKey(), heading.getValue());
                      }
                    }));
    return new Headings(guessed, open);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && name.split(" ").length <= MOST_WORDS
        && !name.endsWith("*")
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static Optional<SectionKind> guess(String name) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(name).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
