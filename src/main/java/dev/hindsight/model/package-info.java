/// What an incident is: immutable records and nothing else. No file, no Markdown, no HTML library,
/// no Lucene. Start reading at [dev.hindsight.model.Incident].
package dev.hindsight.model;
