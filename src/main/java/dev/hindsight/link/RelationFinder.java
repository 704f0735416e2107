package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Mention;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.Relation;
import dev.hindsight.site.config.UnknownIdPattern;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.TypoIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects the references of each incident and records them at both ends.
final class RelationFinder {
  static final ProblemKind UNWRITTEN_REFERENCE =
      ProblemKind.warning(
          "unwritten-reference",
          ProblemKind.Topic.LINKS,
          """
          An ID that no report has. Its page lists who refers to it until somebody writes the report. Only the first 200
          of these IDs in a report get a page, and only 10,000 in the whole site.
          """);

  static final ProblemKind DIFFERENT_DATE =
      ProblemKind.warning(
          "different-date",
          ProblemKind.Topic.LINKS,
          """
          The date given for a related incident differs from the one in that incident's own report.
          """);

  /// Each missing report costs a page. In the collections that we know, no report mentions more
  /// than one.
  private static final int MOST_MISSING_PER_REPORT = 200;

  private static final int MOST_MISSING = 10_000;

  private final IdTable ids;

  /// A knowledge base with only IDs, to recognize words.
  private final KnowledgeBase words;

  private final TypoIndex nearest;
  private final Map<String, Incident> byKey = new HashMap<>();
  private final Map<String, List<Relation>> relations = new HashMap<>();
  private final Map<String, IncidentId> missing = new HashMap<>();
  private final Map<String, List<Moment>> dates = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /// Reports with a word for which the pattern of IDs needs too many steps.
  private final Set<String> slow = new HashSet<>();

  /// How many missing reports the current report is the first to mention.
  private int missingHere;

  /// Missing reports of the current report that get no page.
  private final Set<String> excess = new HashSet<>();

  RelationFinder(IdTable ids) {
    this.ids = ids;
    this.words = KnowledgeBase.ofIds(ids.known());
    this.nearest =
        new TypoIndex(ids.incidents().stream().map(incident -> incident.id().value()).toList());
    ids.incidents().forEach(incident -> byKey.put(incident.id().key(), incident));
  }

  void visit(Incident incident) {
    missingHere = 0;
    excess.clear();
    visitReferences(incident);
    if (!excess.isEmpty()) {
      problems.add(
          UNWRITTEN_REFERENCE.at(
              SourcePosition.start(incident.source()),
              "%,d more IDs have no report, and get no page: the limit is %,d in a report and %,d in the site"
                  .formatted(excess.size(), MOST_MISSING_PER_REPORT, MOST_MISSING),
              "move lists of IDs into a file next to the report and link to it"));
    }
  }

  /// Whether one more missing report can get a page.
  private boolean isWithinLimits(IncidentId target) {
    if (ids.known().containsKey(target.key()) || missing.containsKey(target.key())) {
      return true;
    }
    if (missingHere < MOST_MISSING_PER_REPORT && missing.size() < MOST_MISSING) {
      missingHere++;
      return true;
    }
    excess.add(target.key());
    return false;
  }

  private void visitReferences(Incident incident) {
    Set<String> done = new HashSet<>(Set.of(incident.id().key()));
    for (RelatedIncident same : incident.ties().sameAs()) {
      IncidentId target = resolve(same.id());
      if (isWithinLimits(target) && done.add(target.key())) {
        add(incident.id(), new Relation.SameAs(target));
        add(target, new Relation.SameAs(incident.id()));
        if (!ids.known().containsKey(target.key())) {
          missing(target, SourcePosition.of(incident.source(), same.place()));
        }
      }
    }
    for (RelatedIncident related : incident.declared()) {
      IncidentId target = resolve(related.id());
      if (!isWithinLimits(target) || !done.add(target.key())) {
        continue;
      }
      add(
          incident.id(),
          new Relation.Declared(target, related.reason(), related.html(), related.date()));
      add(target, new Relation.DeclaredBy(incident.id(), related.reason(), related.html()));
      checkDate(incident, related, target);
      if (!ids.known().containsKey(target.key())) {
        SourcePosition at = SourcePosition.of(incident.source(), related.place());
        missing(target, at);
        related
            .date()
            .ifPresent(
                date -> dates.computeIfAbsent(target.key(), _ -> new ArrayList<>()).add(date));
      }
    }
    for (Mention mention : incident.mentions()) {
      Optional<IncidentId> known =
          mention.isPath()
              ? Optional.ofNullable(ids.known().get(mention.word().toLowerCase(Locale.ROOT)))
              : words.recognize(mention.word()).map(KnowledgeBase.RecognizedId::id);
      Optional<IncidentId> target = known;
      if (known.isEmpty() && !mention.isPath()) {
        UnknownIdPattern.Found found = ids.form().find(mention.word());
        target = found.id();
        if (found.isGivenUp() && slow.add(incident.source())) {
          problems.add(ids.form().slow(SourcePosition.of(incident.source(), mention.place())));
        }
      }
      if (target.isEmpty() || !isWithinLimits(target.get()) || !done.add(target.get().key())) {
        continue;
      }
      add(incident.id(), new Relation.Mentions(target.get(), mention.sentence(), mention.anchor()));
      add(
          target.get(),
          new Relation.MentionedBy(incident.id(), mention.sentence(), mention.anchor()));
      if (known.isEmpty()) {
        missing(target.get(), SourcePosition.of(incident.source(), mention.place()));
      }
    }
  }

  /// Compares a copied date with the one in the other report, as far as both are known.
  private void checkDate(Incident incident, RelatedIncident related, IncidentId target) {
    Optional<String> copied = related.date().map(Moment::date);
    Optional<Incident> other = Optional.ofNullable(byKey.get(target.key()));
    Optional<String> own =
        other.filter(o -> !o.isDateDerived()).flatMap(Incident::date).map(Moment::date);
    if (copied.isPresent()
        && own.isPresent()
        && !copied.get().startsWith(own.get())
        && !own.get().startsWith(copied.get())) {
      problems.add(
          DIFFERENT_DATE.at(
              SourcePosition.of(incident.source(), related.place()),
              "'%s' is dated %s here, but %s in %s"
                  .formatted(target, copied.get(), own.get(), other.get().source()),
              "correct the one that is wrong"));
    }
  }

  /// The incident that a declared ID refers to, directly, as an alias, or as a longer form of the
  /// ID.
  private IncidentId resolve(IncidentId id) {
    return Optional.ofNullable(ids.known().get(id.key()))
        .or(() -> words.recognize(id.value()).map(KnowledgeBase.RecognizedId::id))
        .orElse(missing.getOrDefault(id.key(), id));
  }

  private void missing(IncidentId id, SourcePosition at) {
    missing.putIfAbsent(id.key(), id);
    problems.add(
        UNWRITTEN_REFERENCE.at(
            at,
            "no report has the ID '" + id + "'",
            nearest
                    .nearest(id.value())
                    .map(known -> "did you mean '" + known + "'? Otherwise ")
                    .orElse("")
                + "its page lists who refers to it until somebody writes the report"));
  }

  private void add(IncidentId id, Relation relation) {
    List<Relation> all = relations.computeIfAbsent(id.key(), _ -> new ArrayList<>());
    all.add(relation);
  }

  List<Problem> problems() {
    return problems;
  }

  Map<String, IncidentId> missing() {
    return missing;
  }

  List<Moment> dates(IncidentId id) {
    return dates.getOrDefault(id.key(), List.of());
  }

  /// The relations by the key of each incident: those of its own author first, then those of
  /// others.
  Map<String, List<Relation>> relations() {
    Map<String, List<Relation>> sorted = new HashMap<>();
    relations.forEach((key, all) -> {
      Set<String> seen = new HashSet<>();
      sorted.put(
          key,
          all.stream()
              .sorted(Comparator.comparingInt(RelationFinder::order))
              .filter(relation -> seen.add(relation.id().key()))
              .toList());
    });
    return sorted;
  }

  private static int order(Relation relation) {
    return switch (relation) {
      case Relation.SameAs _ -> 0;
      case Relation.Declared _ -> 1;
      case Relation.DeclaredBy _ -> 2;
      case Relation.Mentions _ -> 3;
      case Relation.MentionedBy _ -> 4;
      case Relation.Recurs _ -> 5;
      case Relation.Similar _ -> 6;
    };
  }
}
