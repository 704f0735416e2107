package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.LinkTarget;
import dev.hindsight.model.RetiredAddresses;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.ClosestMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps published anchors stable. An item that an edit has moved keeps its anchor, and an anchor
/// that no item has any more is reported.
final class AnchorKeeper {
  static final ProblemKind LOST_ANCHOR =
      ProblemKind.warning(
          "lost-anchor",
          ProblemKind.Topic.ADDRESSES,
          """
          A published anchor that no longer exists because its heading was renamed or its item deleted. Links to it lead to the
          top of the page. Write `<a id="the-anchor"></a>` where they should lead.
          """);

  static final ProblemKind LOST_INCIDENT =
      ProblemKind.warning(
          "lost-incident",
          ProblemKind.Topic.ADDRESSES,
          """
          A published ID that no longer belongs to a report. Its page says so. If another report now covers the incident, add
          `aliases: [the-id]` to its front matter, and the old address leads to it.
          """);

  /// Anchors of items without a name of their own. Other items must not take them over.
  private static final Pattern NUMBERED = Pattern.compile("(action-|step-)\\d+");

  private static final Pattern TIMED = Pattern.compile("t-\\d+.*");

  /// With more items, the most similar text is not searched, because it would take too long.
  private static final int MOST = 1_000;

  private AnchorKeeper() {}

  /// The result for all incidents.
  record Result(List<Incident> incidents, RetiredAddresses past, List<Problem> problems) {}

  /// The result for one incident.
  ///
  /// @param lostAnchors anchors that no longer exist, with their former text
  private record Page(Incident incident, Map<String, String> lost) {}

  static Result keep(List<Incident> incidents, PublishedInventory published) {
    if (published.pages().isEmpty()) {
      return new Result(incidents, RetiredAddresses.NONE, List.of());
    }
    List<Page> pages =
        incidents.parallelStream()
            .map(incident ->
                before(incident, published)
                    .map(before -> page(incident, before))
                    .orElse(new Page(incident, Map.of())))
            .toList();
    Map<String, List<String>> lostAnchors = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Page page : pages) {
      if (!page.lost().isEmpty()) {
        lostAnchors.put(page.incident().id().key(), List.copyOf(page.lost().keySet()));
        page.lost()
            .forEach((anchor, text) -> problems.add(lostAnchor(page.incident(), anchor, text)));
      }
    }
    List<RemovedIncident> removed = removed(incidents, published);
    removed.forEach(one -> problems.add(removed(one, incidents)));
    return new Result(
        pages.stream().map(Page::incident).toList(),
        new RetiredAddresses(lostAnchors, removed.stream().map(RemovedIncident::id).toList()),
        problems);
  }

  /// The published anchors of an incident, under its ID or a former one.
  private static Optional<PublishedInventory.Page> before(
      Incident incident, PublishedInventory published) {
    return incident
        .ids()
        .flatMap(id -> Optional.ofNullable(published.pages().get(id.key())).stream())
        .findFirst();
  }

  private static Page page(Incident incident, PublishedInventory.Page before) {
    List<LinkTarget> targets = incident.linkTargets();
    boolean isSame =
        targets.stream().allMatch(part -> part.text().equals(before.texts().get(part.anchor())));
    boolean isOlderForm = before.texts().isEmpty();
    Incident now = isSame || isOlderForm ? incident : withAnchors(incident, targets, before);
    Set<String> known = new HashSet<>(now.anchors());
    Map<String, String> lostAnchors = new TreeMap<>();
    before.lost().forEach(anchor -> lostAnchors.put(anchor, ""));
    before
        .anchors()
        .forEach(anchor -> lostAnchors.put(anchor, before.texts().getOrDefault(anchor, "")));
    lostAnchors.keySet().removeAll(known);
    return new Page(now, lostAnchors);
  }

  private static Incident withAnchors(
      Incident incident, List<LinkTarget> targets, PublishedInventory.Page before) {
    Set<String> inText = incident.anchorsInText().collect(Collectors.toSet());
    Set<String> taken = new HashSet<>(inText);
    taken.addAll(before.texts().keySet());
    before.lost().stream().filter(anchor -> NUMBERED.matcher(anchor).matches()).forEach(taken::add);
    Map<String, String> renamed = new HashMap<>();
    NewAnchors fresh = new NewAnchors(taken);
    for (LinkTarget.Kind kind : LinkTarget.Kind.values()) {
      Anchoring anchoring = new Anchoring(targets, kind, before.texts(), inText);
      renamed.putAll(anchoring.anchors(fresh));
    }
    return renamed.isEmpty() ? incident : incident.withAnchors(renamed);
  }

  /// Assigns published anchors to items of one kind.
  private static final class Anchoring {
    private final List<LinkTarget> targets;

    /// The published anchors that are not assigned yet, in order.
    private final Set<String> free;

    private final Map<String, String> texts;
    private final String[] given;

    Anchoring(
        List<LinkTarget> all, LinkTarget.Kind kind, Map<String, String> texts, Set<String> inText) {
      this.targets = all.stream().filter(part -> part.kind() == kind).toList();
      this.texts = texts;
      this.free =
          texts.keySet().stream()
              .filter(anchor -> kindOf(anchor) == kind && !inText.contains(anchor))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      this.given = new String[targets.size()];
    }

    private static LinkTarget.Kind kindOf(String anchor) {
      Matcher numbered = NUMBERED.matcher(anchor);
      if (numbered.matches()) {
        return numbered.group(1).equals("step-") ? LinkTarget.Kind.STEP : LinkTarget.Kind.ACTION;
      }
      return TIMED.matcher(anchor).matches() ? LinkTarget.Kind.ENTRY : LinkTarget.Kind.SECTION;
    }

    /// The anchor of each item whose anchor differs from its default. Matches unchanged items
    /// first, then moved ones, then reworded ones, then ones that were rewritten in the same
    /// position. The rest is new.
    Map<String, String> anchors(NewAnchors fresh) {
      give(i -> targets.get(i).anchor(), (old, part) -> texts.get(old).equals(part.text()));
      giveMoved();
      giveReworded();
      give(i -> targets.get(i).anchor(), (_, _) -> true);
      Map<String, String> renamed = new HashMap<>();
      for (int i = 0; i < given.length; i++) {
        String natural = targets.get(i).anchor();
        String anchor = given[i] == null ? fresh.of(natural) : given[i];
        if (!anchor.equals(natural)) {
          renamed.put(natural, anchor);
        }
      }
      return renamed;
    }

    private void give(IntFunction<String> wanted, BiPredicate<String, LinkTarget> fits) {
      for (int i = 0; i < given.length; i++) {
        String anchor = wanted.apply(i);
        if (given[i] == null && free.contains(anchor) && fits.test(anchor, targets.get(i))) {
          given[i] = anchor;
          free.remove(anchor);
        }
      }
    }

    private void giveMoved() {
      Map<String, List<String>> byText = new HashMap<>();
      free.forEach(
          anchor -> byText.computeIfAbsent(texts.get(anchor), _ -> new ArrayList<>()).add(anchor));
      give(
          i -> {
            List<String> same = byText.getOrDefault(targets.get(i).text(), List.of());
            return same.stream().filter(free::contains).findFirst().orElse("");
          },
          (_, _) -> true);
    }

    private void giveReworded() {
      long open = Stream.of(given).filter(Objects::isNull).count();
      if (open * free.size() > MOST) {
        return;
      }
      give(
          i ->
              ClosestMatch.to(targets.get(i).text(), free.stream().map(texts::get).toList())
                  .flatMap(text ->
                      free.stream().filter(anchor -> texts.get(anchor).equals(text)).findFirst())
                  .orElse(""),
          (_, _) -> true);
    }
  }

  /// Anchors that are neither in use nor published.
  private static final class NewAnchors {
    private final Set<String> taken;
    private final Map<String, Integer> next = new HashMap<>();

    NewAnchors(Set<String> taken) {
      this.taken = taken;
    }

    String of(String natural) {
      if (taken.add(natural)) {
        return natural;
      }
      Matcher numbered = NUMBERED.matcher(natural);
      String stem = numbered.matches() ? numbered.group(1) : natural + "-";
      int n = next.getOrDefault(stem, 1);
      while (!taken.add(stem + n)) {
        n++;
      }
      next.put(stem, n + 1);
      return stem + n;
    }
  }

  private static Problem lostAnchor(Incident incident, String anchor, String text) {
    List<String> anchors = incident.anchors();
    Optional<String> nearest =
        anchors.size() > MOST || anchor.length() > 100 || NUMBERED.matcher(anchor).matches()
            ? Optional.empty()
            : ClosestMatch.to(anchor, anchors);
    String known = text.isEmpty() ? "" : " ('" + text + "')";
    return LOST_ANCHOR.at(
        SourcePosition.start(incident.source()),
        "'#"
            + anchor
            + "'"
            + known
            + " of "
            + incident.id()
            + " was published and no longer exists",
        nearest.map(near -> "the closest anchor is '#" + near + "'; ").orElse("")
            + "to keep old links working, write <a id=\""
            + anchor
            + "\"></a>");
  }

  /// An ID that no report has any more.
  private record RemovedIncident(IncidentId id, String title, String source) {}

  private static List<RemovedIncident> removed(
      List<Incident> incidents, PublishedInventory published) {
    Set<String> known =
        incidents.stream().flatMap(Incident::ids).map(IncidentId::key).collect(Collectors.toSet());
    return published.pages().values().stream()
        .flatMap(page -> page.ids().map(id -> new RemovedIncident(id, page.title(), page.source())))
        .sorted(Comparator.comparing(RemovedIncident::id).thenComparing(RemovedIncident::source))
        .filter(removed -> known.add(removed.id().key()))
        .toList();
  }

  private static Problem removed(RemovedIncident removed, List<Incident> incidents) {
    Optional<IncidentId> sameTitle =
        incidents.stream()
            .filter(incident -> incident.title().equals(removed.title()))
            .map(Incident::id)
            .findFirst();
    String file = removed.source().isEmpty() ? "incidents" : removed.source();
    return LOST_INCIDENT.at(
        SourcePosition.start(file),
        removed.id() + " was published and no longer has a report",
        "if it is "
            + sameTitle.map(IncidentId::value).orElse("another")
            + " now, write `aliases: ["
            + removed.id()
            + "]` in the front matter there");
  }
}
