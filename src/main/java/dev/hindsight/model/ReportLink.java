package dev.hindsight.model;

/// A link from a report to a place in a report, its own or another.
///
/// @param path of the report that it leads to, below the folder of reports, with `/`
/// @param fragment what stands behind the `#`, as written
/// @param place where the link stands
public record ReportLink(String path, String fragment, TextPosition place) {}
