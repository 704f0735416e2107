package dev.hindsight.model;

/// A metadata key that has no meaning to Hindsight. It is shown as written.
public record ExtraField(String name, String value) {}
