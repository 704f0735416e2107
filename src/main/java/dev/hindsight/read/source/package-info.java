/// Files of the reports folder, before Markdown: encoding, front matter, limits, secrets, and what
/// a report asks about the files around it.
package dev.hindsight.read.source;
