/// Dates, times, zones and lengths of time as people write them, and the vocabulary that readers
/// look for.
package dev.hindsight.read.words;
