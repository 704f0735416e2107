package dev.hindsight.model;

/// An action item with its incident.
public record OpenAction(Incident incident, ActionItem item) {}
