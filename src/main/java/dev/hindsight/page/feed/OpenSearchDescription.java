package dev.hindsight.page.feed;

import dev.hindsight.page.message.Messages;
import dev.hindsight.page.view.PlainLine;

/// `opensearch.xml`: lets a browser search the site from its address bar (OpenSearch 1.1, draft 6,
/// https://github.com/dewitt/opensearch). Needs absolute addresses.
final class OpenSearchDescription {
  private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";
  private static final String TYPE = "application/opensearchdescription+xml";

  /// The longest `ShortName` that the specification allows.
  private static final int SHORT = 16;

  private OpenSearchDescription() {}

  static byte[] of(String title, String url, Messages messages) {
    return new XmlWriter("OpenSearchDescription", NAMESPACE)
        .element("ShortName", PlainLine.of(title, SHORT))
        .element("Description", PlainLine.of(messages.text("feed.search", title), 1024))
        .element("InputEncoding", "UTF-8")
        .element(
            "Image",
            url + "assets/favicon.svg",
            "width",
            "16",
            "height",
            "16",
            "type",
            "image/svg+xml")
        .empty("Url", "type", "text/html", "template", url + "search.html?q={searchTerms}")
        .empty("Url", "type", TYPE, "rel", "self", "template", url + "opensearch.xml")
        .bytes();
  }
}
