package dev.hindsight.model;

/// A file beside a report that the report shows or links to.
///
/// @param source its path below the reports folder, with `/`
/// @param target its path below the site
public record Attachment(String source, String target) {}
