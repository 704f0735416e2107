package dev.hindsight.model;

/// An action item with the incident after which it was decided.
public record OpenAction(Incident incident, ActionItem item) {}
