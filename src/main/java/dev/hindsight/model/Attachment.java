package dev.hindsight.model;

/// A file beside a report that the report shows or links to.
///
/// @param source its path below the folder of reports, with `/`
/// @param target its path below the site
public record Attachment(String source, String target) {}
