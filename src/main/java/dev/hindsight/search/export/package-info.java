/// Exports the index as JSON for browsers, and as documents for a search cluster.
/// `docs/search-format.md` describes the files, the analysis and the scores. The browser's code is
/// in `templates/assets/search/engine.js`.
package dev.hindsight.search.export;
