/// The knowledge base becomes a Lucene index, and the index becomes JSON that a browser ranks with.
/// `docs/search-format.md` describes the analysis, the arithmetic and the files; the browser's half
/// is `templates/assets/search/engine.js`.
package dev.hindsight.search;
