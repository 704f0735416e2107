/// Nodes become safe HTML: links are resolved, raw HTML is sanitized, code is highlighted, and
/// words that may be ids are marked.
package dev.hindsight.read.html;
