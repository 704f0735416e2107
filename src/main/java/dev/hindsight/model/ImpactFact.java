package dev.hindsight.model;

/// One measure of the damage: `Users Affected` and what the report says of it.
public record ImpactFact(String name, Html html, String text) {}
