/// The content of a section becomes facts and prose: affected systems, impact, resolution steps and
/// related incidents. What no reader recognizes is prose, so no word is lost.
package dev.hindsight.read.fact;
