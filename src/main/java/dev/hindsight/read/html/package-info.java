/// Renders nodes as safe HTML: resolves links, sanitizes raw HTML, highlights code, and marks words
/// that may be IDs.
package dev.hindsight.read.html;
