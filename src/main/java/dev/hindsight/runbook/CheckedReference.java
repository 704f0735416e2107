package dev.hindsight.runbook;

/// A reference and what became of it.
record CheckedReference(Reference reference, ReferenceStatus verdict) {}
