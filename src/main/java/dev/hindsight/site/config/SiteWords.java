package dev.hindsight.site.config;

/// The words of the interface that become part of the configuration and of reports when these are
/// read, in the language of the site.
///
/// @param title of a site whose configuration has none
/// @param footnotes the heading above the footnotes of a report
/// @param table the name of a table that can be scrolled, for screen readers
public record SiteWords(String title, String footnotes, String table) {
  public static final SiteWords ENGLISH = new SiteWords("Incidents", "Footnotes", "Table");
}
