/// The index becomes JSON that a browser ranks with, and documents for a search cluster.
/// `docs/search-format.md` describes the analysis, the arithmetic and the files; the browser's half
/// is `templates/assets/search/engine.js`.
package dev.hindsight.search.export;
