/// Turns the content of a section into facts and prose. The facts are affected systems, impact,
/// resolution steps and related incidents. What no reader recognizes becomes prose, so no word is
/// lost.
package dev.hindsight.read.fact;
