/// Dates, times, zones and durations as people write them, and the vocabulary of the readers.
package dev.hindsight.read.words;
