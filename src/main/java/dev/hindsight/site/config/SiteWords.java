package dev.hindsight.site.config;

/// Words of the interface, in the language of the site, that are needed while the configuration and
/// reports are read.
///
/// @param title of a site without a configured one
/// @param footnotes the heading of a report's footnotes
/// @param table the name of a scrollable table, for screen readers
public record SiteWords(String title, String footnotes, String table) {
  public static final SiteWords ENGLISH = new SiteWords("Incidents", "Footnotes", "Table");
}
