/// Turns one report into one incident: outline, title, sections, and derived facts.
package dev.hindsight.read.report;
