package dev.hindsight.runbook;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.MissingReport;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.text.ClosestMatch;
import dev.hindsight.site.text.TypoIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks references against the content of the site, including renamed items.
final class ReferenceChecker {

  /// A reference and its status.
  record Checked(Reference reference, ReferenceStatus status) {}

  private static final Pattern PAGE =
      Pattern.compile("(embed/)?((?:incidents|systems)/.+?)(\\.(?:html|json|md|js|xml))");

  /// Pages whose addresses do not come from reports.
  static final List<String> OTHERS =
      List.of(
          "",
          "index.html",
          "incidents/",
          "incidents/index.html",
          "systems/",
          "systems/index.html",
          "search.html",
          "actions.html",
          "timeline.html",
          "insights.html",
          "graph.html",
          "unwritten.html",
          "404.html",
          "offline.html",
          "incidents.json",
          "actions.json",
          "actions.csv",
          "search.json",
          "objects.inv",
          "feed.xml",
          "sitemap.xml",
          "opensearch.xml",
          "robots.txt",
          "llms.txt");

  private static final Pattern FILE =
      Pattern.compile("(?:attachments|assets|search|actions|lists|timeline)/.+");

  /// A page of the site.
  ///
  /// @param path its current path, without extension
  /// @param incident empty for a system
  private record Page(String path, Optional<Incident> incident) {}

  private final KnowledgeBase knowledge;
  private final Map<String, Page> pages = new HashMap<>();

  /// Pages by their paths in lower case.
  private final Map<String, Page> anyCase = new HashMap<>();

  private final Map<String, IncidentId> unwritten = new HashMap<>();
  private final TypoIndex ids;
  private final TypoIndex paths;

  ReferenceChecker(KnowledgeBase knowledge, SiteConfig config) {
    this.knowledge = knowledge;
    for (Incident incident : knowledge.incidents()) {
      add(stem(Addresses.page(incident.id())), incident.id(), incident);
    }
    for (IncidentId alias : knowledge.aliases()) {
      knowledge
          .incident(knowledge.ids().get(alias.key()))
          .ifPresent(incident -> add(stem(Addresses.page(alias)), incident.id(), incident));
    }
    knowledge.systems().forEach(system -> add(system.slug(), system.slug()));
    config
        .systems()
        .forEach(system -> {
          var now = knowledge.system(SystemName.of(system.name()));
          system.aliases().forEach(alias -> add(Addresses.slug(alias), now.slug()));
        });
    Stream.concat(
            knowledge.unwritten().stream().map(MissingReport::id),
            knowledge.past().incidents().stream())
        .forEach(id -> unwritten.put(stem(Addresses.page(id)), id));
    this.ids =
        new TypoIndex(
            knowledge.incidents().stream().map(incident -> incident.id().value()).toList());
    this.paths = new TypoIndex(pages.keySet().stream().sorted().toList());
  }

  private static String stem(String page) {
    return page.replaceFirst("\\.html$", "");
  }

  private void add(String stem, IncidentId now, Incident incident) {
    Page page = new Page(stem(Addresses.page(now)), Optional.of(incident));
    pages.putIfAbsent(stem, page);
    anyCase.putIfAbsent(stem.toLowerCase(Locale.ROOT), page);
  }

  private void add(String slug, String now) {
    Page page = new Page("systems/" + now, Optional.empty());
    pages.putIfAbsent("systems/" + slug, page);
    anyCase.putIfAbsent("systems/" + slug, page);
  }

  ReferenceStatus check(Reference reference) {
    return switch (reference) {
      case Reference.Name name -> name(name);
      case Reference.Link link -> link(link);
    };
  }

  private ReferenceStatus name(Reference.Name name) {
    Optional<IncidentId> known =
        knowledge.recognize(name.text()).map(KnowledgeBase.RecognizedId::id);
    Optional<Incident> incident = known.flatMap(knowledge::incident);
    if (incident.isEmpty()) {
      return new ReferenceStatus.Unwritten(known.orElse(new IncidentId(name.text())));
    }
    IncidentId id = incident.get().id();
    IncidentId named = new IncidentId(name.text());
    boolean isAlias =
        !named.key().equals(id.key())
            && incident.get().aliases().stream().anyMatch(alias -> alias.key().equals(named.key()));
    return isAlias && !name.isInAddress()
        ? new ReferenceStatus.Renamed(id.value(), Optional.of(id))
        : new ReferenceStatus.Exists(Optional.of(id));
  }

  /// The nearest existing ID to a wrong one.
  Optional<String> nearest(IncidentId id) {
    return ids.nearest(id.value());
  }

  private ReferenceStatus link(Reference.Link link) {
    Matcher parts = PAGE.matcher(link.path());
    if (OTHERS.contains(link.path()) || FILE.matcher(link.path()).matches()) {
      return new ReferenceStatus.Exists(Optional.empty());
    }
    if (!parts.matches()) {
      return new ReferenceStatus.Dead(ClosestMatch.to(link.path(), OTHERS), Optional.empty());
    }
    String prefix = parts.group(1) == null ? "" : parts.group(1);
    String stem = parts.group(2);
    Page page = pages.get(stem);
    if (page == null) {
      page = anyCase.get(stem.toLowerCase(Locale.ROOT));
    }
    if (page == null) {
      return unwritten.containsKey(stem)
          ? new ReferenceStatus.Unwritten(unwritten.get(stem))
          : new ReferenceStatus.Dead(
              paths.nearest(stem).map(near -> prefix + near + parts.group(3)), Optional.empty());
    }
    String path = prefix + Addresses.encode(page.path()) + parts.group(3);
    boolean isWhole = prefix.isEmpty() && parts.group(3).equals(".html");
    return place(link, page, path, isWhole && !link.fragment().isEmpty());
  }

  /// @param path the current path of the page
  /// @param hasPlace whether the link leads to an anchor on it
  private static ReferenceStatus place(
      Reference.Link link, Page page, String path, boolean hasPlace) {
    Optional<IncidentId> id = page.incident().map(Incident::id);
    String fragment = link.fragment();
    if (hasPlace && page.incident().isPresent() && !fragment.startsWith("ui-")) {
      List<String> anchors = page.incident().get().anchors();
      String meant = page.incident().get().anchor(fragment);
      if (!anchors.contains(fragment) && !anchors.contains(meant)) {
        return new ReferenceStatus.Dead(
            ClosestMatch.to(fragment, anchors).map(near -> path + "#" + Addresses.encode(near)),
            id);
      }
      fragment = anchors.contains(fragment) ? fragment : meant;
    }
    boolean isSame = Addresses.encode(link.path()).equals(path) && fragment.equals(link.fragment());
    String hash = fragment.isEmpty() ? "" : "#" + Addresses.encode(fragment);
    return isSame
        ? new ReferenceStatus.Exists(id)
        : new ReferenceStatus.Renamed(path + link.query() + hash, id);
  }
}
