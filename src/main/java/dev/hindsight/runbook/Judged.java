package dev.hindsight.runbook;

/// A reference and what became of it.
record Judged(Reference reference, Verdict verdict) {}
