package dev.hindsight.model;

/// A system in the list of those affected.
///
/// @param detail what the report adds to the name, as markup
public record AffectedSystem(SystemName name, Html detail, TextPosition place) {}
