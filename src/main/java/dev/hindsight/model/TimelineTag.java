package dev.hindsight.model;

/// A tag of a timeline entry: the `critical` of `[critical]`.
public record TimelineTag(String name) {}
