package dev.hindsight.page.feed;

import dev.hindsight.model.Html;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.view.PlainLine;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Output;
import dev.hindsight.site.config.SiteConfig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The newest incidents as Atom feeds (RFC 4287): `feed.xml` for all, `systems/<slug>.xml` for one
/// system.
///
/// Atom requires an instant, but a report may state only a year. Missing parts become the first
/// month, day and hour in UTC; an incident without a date is dated 1970. The ID of an entry depends
/// only on the site's address (or title, without one) and the incident's ID, so feed readers show
/// each incident once.
final class Feeds {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final int NEWEST = 50;

  /// RFC 3339, which Atom's dates follow, has years of four digits.
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final SiteConfig config;
  private final KnowledgeBase knowledge;
  private final Messages messages;

  private Feeds(SiteConfig config, KnowledgeBase knowledge, Messages messages) {
    this.config = config;
    this.knowledge = knowledge;
    this.messages = messages;
  }

  static void write(SiteConfig config, KnowledgeBase knowledge, Messages messages, Output output) {
    Feeds feeds = new Feeds(config, knowledge, messages);
    output.write(
        "feed.xml", feeds.feed("feed.xml", config.title(), "index.html", knowledge.incidents()));
    knowledge.systems().parallelStream()
        .forEach(system -> {
          String path = Addresses.systemFeed(system.slug());
          String title = system.name() + " - " + config.title();
          String page = Addresses.systemPage(system.slug());
          output.write(path, feeds.feed(path, title, page, system.incidents()));
        });
  }

  /// @param path of the feed
  /// @param page that shows the same content
  private byte[] feed(String path, String title, String page, List<Incident> newestFirst) {
    List<Incident> incidents = newestFirst.stream().limit(NEWEST).toList();
    String base = config.url().orElse(path.contains("/") ? "../" : "");
    XmlWriter feed =
        new XmlWriter("feed", NAMESPACE, "xml:lang", messages.locale().toLanguageTag())
            .element("title", title)
            .element("id", id("feed", path))
            .element("updated", updated(incidents))
            .empty("link", "rel", "self", "type", "application/atom+xml", "href", to(base, path))
            .empty("link", "rel", "alternate", "type", "text/html", "href", to(base, page));
    author(feed, config.title());
    feed.element("generator", "Hindsight");
    incidents.forEach(incident -> entry(feed, base, incident));
    return feed.bytes();
  }

  private void entry(XmlWriter feed, String base, Incident incident) {
    String page = to(base, Addresses.page(incident.id()));
    feed.open("entry")
        .element("title", title(incident))
        .element("id", id("incident", incident.id().key()))
        .element("updated", updated(incident).toString())
        .element("published", instant(incident.date()).toString())
        .empty("link", "rel", "alternate", "type", "text/html", "href", page);
    incident.authors().forEach(name -> author(feed, name));
    // A system includes all its incidents, which is too much to compare.
    incident.systems().stream()
        .map(knowledge::system)
        .map(system -> Map.entry(system.slug(), system.name()))
        .distinct()
        .forEach(system -> category(feed, system.getKey(), system.getValue()));
    incident
        .severity()
        .map(Severity::name)
        .ifPresent(name -> category(feed, Addresses.slug(name), name));
    if (!incident.summary().isBlank()) {
      feed.element("summary", incident.summary(), "type", "text");
    }
    feed.element("content", content(incident, page), "type", "html").close();
  }

  private static void author(XmlWriter feed, String name) {
    feed.open("author").element("name", name).close();
  }

  private static void category(XmlWriter feed, String term, String label) {
    feed.empty("category", "term", term, "label", label);
  }

  private static String title(Incident incident) {
    return PlainLine.of(incident.id() + ": " + incident.title());
  }

  /// HTML, escaped again as text of the feed.
  private String content(Incident incident, String page) {
    String link = "<a href=\"" + escape(page) + "\">" + escape(title(incident)) + "</a>";
    return Stream.of(
            incident.summary().lines().filter(line -> !line.isBlank()).map(Feeds::escape),
            incident.fix().stream().map(fix -> messages.markup("feed.fix_html", fix)),
            Stream.of(link))
        .flatMap(paragraphs -> paragraphs)
        .map(paragraph -> "<p>" + paragraph + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return Html.escape(text).value();
  }

  private static String to(String base, String path) {
    return base + Addresses.encode(path);
  }

  private String id(String kind, String name) {
    String site = config.url().orElse(config.title());
    String all = String.join("\n", "hindsight", site, kind, name);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  private static String updated(List<Incident> incidents) {
    return incidents.stream()
        .map(Feeds::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH)
        .toString();
  }

  /// When it was resolved, but never before it was published. A resolution that is known only to
  /// the month could be earlier.
  private static Instant updated(Incident incident) {
    Instant published = instant(incident.date());
    Instant resolved = instant(incident.phases().resolved());
    return resolved.isAfter(published) ? resolved : published;
  }

  private static Instant instant(Optional<Moment> moment) {
    return moment
        .map(Feeds::first)
        .filter(instant -> instant.isAfter(Instant.EPOCH) && instant.isBefore(LAST))
        .orElse(Instant.EPOCH);
  }

  /// The first instant that a moment can mean.
  private static Instant first(Moment moment) {
    return moment
        .first()
        .atTime(moment.time().orElse(LocalTime.MIDNIGHT))
        .atZone(moment.zone().orElse(ZoneOffset.UTC))
        .toInstant();
  }
}
