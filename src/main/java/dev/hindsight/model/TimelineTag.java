package dev.hindsight.model;

/// A word that marks a timeline entry: the `critical` of `[critical]`.
public record TimelineTag(String name) {}
