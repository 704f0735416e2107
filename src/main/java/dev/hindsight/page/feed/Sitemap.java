package dev.hindsight.page.feed;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `sitemap.xml`: the pages that search engines should know
/// (https://www.sitemaps.org/protocol.html). It needs absolute addresses, so only a site with a
/// configured address has one.
final class Sitemap {
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  /// The most that the protocol allows in one file.
  private static final int MOST = 50_000;

  private Sitemap() {}

  /// A page and the day of its last change, as far as reports state it.
  private record Page(String path, Optional<String> day) {}

  static void write(String url, KnowledgeBase knowledge, Output output) {
    write(url, knowledge, output, MOST);
  }

  /// @param most pages in one file; with more, the sitemap is an index of `sitemap-1.xml` and so on
  static void write(String url, KnowledgeBase knowledge, Output output, int most) {
    List<Page> pages = pages(knowledge);
    if (pages.size() <= most) {
      output.write("sitemap.xml", part(url, pages));
      return;
    }
    XmlWriter index = new XmlWriter("sitemapindex", NAMESPACE);
    for (int from = 0, number = 1; from < pages.size(); from += most, number++) {
      String path = "sitemap-" + number + ".xml";
      output.write(path, part(url, pages.subList(from, Math.min(from + most, pages.size()))));
      index.open("sitemap").element("loc", url + path).close();
    }
    output.write("sitemap.xml", index.bytes());
  }

  private static List<Page> pages(KnowledgeBase knowledge) {
    List<Page> pages = new ArrayList<>();
    for (String path :
        List.of(
            "index.html",
            "incidents/index.html",
            "systems/index.html",
            "actions.html",
            "timeline.html",
            "insights.html")) {
      pages.add(new Page(path, day(knowledge.incidents())));
    }
    knowledge
        .incidents()
        .forEach(
            incident -> pages.add(new Page(Addresses.page(incident.id()), day(List.of(incident)))));
    knowledge
        .systems()
        .forEach(system ->
            pages.add(new Page(Addresses.systemPage(system.slug()), day(system.incidents()))));
    return pages;
  }

  /// The last day that incidents state. The schema requires whole days.
  private static Optional<String> day(Collection<Incident> incidents) {
    return incidents.stream()
        .flatMap(incident ->
            Stream.concat(incident.date().stream(), incident.phases().resolved().stream()))
        .filter(moment -> moment.precision().compareTo(Moment.Precision.DAY) >= 0)
        .map(Moment::date)
        .max(Comparator.naturalOrder());
  }

  private static byte[] part(String url, List<Page> pages) {
    XmlWriter part = new XmlWriter("urlset", NAMESPACE);
    for (Page page : pages) {
      part.open("url").element("loc", url + Addresses.encode(page.path()));
      page.day().ifPresent(day -> part.element("lastmod", day));
      part.close();
    }
    return part.bytes();
  }
}
