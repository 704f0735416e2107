package dev.hindsight.model;

/// A key of a report's metadata that Hindsight gives no meaning of its own, kept and shown.
public record ExtraField(String name, String value) {}
