package dev.hindsight.model;

/// A link from a report to an anchor in the same report or another.
///
/// @param path of the linked report below the reports folder, with `/`
/// @param fragment after the `#`, as written
/// @param place the position of the link
public record ReportLink(String path, String fragment, TextPosition place) {}
