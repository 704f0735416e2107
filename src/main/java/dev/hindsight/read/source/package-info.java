/// The files of the reports folder, before Markdown: encoding, front matter, limits, secrets, and
/// what a report asks of the files around it.
package dev.hindsight.read.source;
