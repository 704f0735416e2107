/// Markdown reports become incidents and problems. One package for each thing that is read out of a
/// report; everything below this package but [dev.hindsight.read.source] is internal.
package dev.hindsight.read;
