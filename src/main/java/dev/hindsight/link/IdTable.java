package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.UnknownIdPattern;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Maps IDs to incidents, and recognizes IDs of missing reports.
///
/// @param incidents those with an ID of their own
/// @param form the pattern of IDs without a report
/// @param known by key: IDs, aliases, and the paths of reports after `@/`
/// @param aliases aliases that are not the ID of another report, sorted
record IdTable(
    List<Incident> incidents,
    Map<String, IncidentId> known,
    List<IncidentId> aliases,
    UnknownIdPattern form) {
  static final ProblemKind DUPLICATE_ID =
      ProblemKind.error(
          "duplicate-id",
          ProblemKind.Topic.FILES,
          """
          Two reports have the same ID, or IDs that would share an address. Rename one of the files or set `id:` in its front
          matter. If you make this a warning, the first report keeps its page and the second has none.
          """);

  static final ProblemKind TAKEN_ALIAS =
      ProblemKind.warning(
          "taken-alias",
          ProblemKind.Topic.ADDRESSES,
          """
          An alias that is already the ID or an alias of another report. Its address still leads there.
          """);

  /// A year followed by more numbers is a date: `2024-05-02-dns` has no number.
  private static final Pattern NUMBER =
      Pattern.compile("((?!\\d{4}-)(?:\\p{L}+-?)?\\d+(?:-\\d+)*)(?=[-_ ]+\\p{L})");

  static IdTable of(
      List<Incident> incidents, SiteConfig config, String folder, List<Problem> problems) {
    List<Incident> unique = new ArrayList<>();
    Map<String, IncidentId> known = new HashMap<>();
    Map<String, Incident> byAddress = new HashMap<>();
    for (Incident incident : incidents) {
      IncidentId id = incident.id();
      Incident other = byAddress.putIfAbsent(Addresses.page(id).toLowerCase(Locale.ROOT), incident);
      if (other != null) {
        problems.add(duplicate(incident, other));
        continue;
      }
      unique.add(incident);
      known.put(id.key(), id);
      known.put("@" + incident.source().substring(folder.length()).toLowerCase(Locale.ROOT), id);
    }
    problems.addAll(LookAlikeIds.find(unique));
    Map<String, IncidentId> aliases = new TreeMap<>();
    for (Incident incident : unique) {
      for (IncidentId alias : incident.aliases()) {
        IncidentId owner = known.putIfAbsent(alias.key(), incident.id());
        if (owner != null && !owner.key().equals(incident.id().key())) {
          problems.add(
              TAKEN_ALIAS.at(
                  SourcePosition.of(incident.source(), incident.place("aliases")),
                  "the alias '" + alias + "' already belongs to " + owner,
                  "remove it from one of the reports: an ID leads to one report"));
        } else if (byAddress.putIfAbsent(Addresses.page(alias).toLowerCase(Locale.ROOT), incident)
            == null) {
          aliases.put(alias.key(), alias);
        }
      }
    }
    numbers(unique).forEach(known::putIfAbsent);
    return new IdTable(
        List.copyOf(unique),
        known,
        List.copyOf(aliases.values()),
        UnknownIdPattern.of(config, unique.stream().map(Incident::id).toList()));
  }

  private static Problem duplicate(Incident incident, Incident other) {
    IncidentId id = incident.id();
    return DUPLICATE_ID.at(
        SourcePosition.start(incident.source()),
        id.key().equals(other.id().key())
            ? "the ID '" + id + "' is already used by " + other.source()
            : "the ID '"
                + id
                + "' has the same address as '"
                + other.id()
                + "' in "
                + other.source(),
        "give one of the reports another ID: rename its file or set `id:` in its front matter");
  }

  /// Short forms of IDs with words after their number, if they are unique: `INC-001` for
  /// `INC-001-dns`, `002` for `002-firewall`.
  private static Map<String, IncidentId> numbers(List<Incident> incidents) {
    Map<String, IncidentId> numbers = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (Incident incident : incidents) {
      Matcher number = NUMBER.matcher(incident.id().key());
      if (number.lookingAt() && numbers.put(number.group(1), incident.id()) != null) {
        several.add(number.group(1));
      }
    }
    numbers.keySet().removeAll(several);
    return numbers;
  }
}
