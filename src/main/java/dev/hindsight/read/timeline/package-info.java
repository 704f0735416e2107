/// Turns lists, lines, tables and headings with times into timeline entries.
package dev.hindsight.read.timeline;
