/// Turns Markdown reports into incidents and problems. Each package reads one kind of content.
/// Everything below this package except [dev.hindsight.read.source] is internal.
package dev.hindsight.read;
