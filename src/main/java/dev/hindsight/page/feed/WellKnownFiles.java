package dev.hindsight.page.feed;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.message.Messages;
import dev.hindsight.site.Output;
import dev.hindsight.site.config.SiteConfig;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Files that other programs look for, with standard names and formats:
///
/// | file | for |
/// |---|---|
/// | `feed.xml`, `systems/<slug>.xml` | feed readers |
/// | `objects.inv` | Sphinx and MkDocs |
/// | `robots.txt`, `sitemap.xml` | search engines |
/// | `opensearch.xml` | browsers |
/// | `llms.txt` | language models |
public final class WellKnownFiles {
  private WellKnownFiles() {}

  /// Each file as a task, the longest first.
  public static Stream<Consumer<Output>> work(
      SiteConfig config, KnowledgeBase knowledge, Messages messages) {
    return Stream.concat(
        Stream.of(
            output ->
                output.write(
                    "objects.inv", SphinxInventory.of(config.title(), knowledge, messages)),
            output -> Feeds.write(config, knowledge, messages, output),
            output -> output.write("llms.txt", LlmsText.of(config.title(), knowledge, messages)),
            output -> output.write("robots.txt", robots(config))),
        config.url().stream()
            .flatMap(url ->
                Stream.of(
                    output -> Sitemap.write(url, knowledge, output),
                    output ->
                        output.write(
                            "opensearch.xml",
                            OpenSearchDescription.of(config.title(), url, messages)))));
  }

  /// RFC 9309. Crawlers read it only at the root of a host. Elsewhere, the pages themselves say the
  /// same.
  private static byte[] robots(SiteConfig config) {
    String rules =
        config.isPublic()
            ? "User-agent: *\nAllow: /\n"
                + config.url().map(url -> "\nSitemap: " + url + "sitemap.xml\n").orElse("")
            : "User-agent: *\nDisallow: /\n";
    return rules.getBytes(StandardCharsets.UTF_8);
  }
}
