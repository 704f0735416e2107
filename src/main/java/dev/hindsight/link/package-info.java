/// Turns incidents into a knowledge base: references in both directions, systems under one name,
/// missing reports.
package dev.hindsight.link;
