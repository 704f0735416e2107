/// Turns typed text into a Lucene query, and handles typos and unfinished words. The browser does
/// the same in `templates/assets/search/query.js` and `plan.js`.
package dev.hindsight.search.query;
