/// Timelines: lists, lines, tables and headings with times become entries.
package dev.hindsight.read.timeline;
