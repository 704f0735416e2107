/// What somebody typed becomes a Lucene query, a typo and an unfinished word included. The browser
/// repeats it in `templates/assets/search/query.js` and `plan.js`.
package dev.hindsight.search.query;
