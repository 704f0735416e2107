/// Turns text into terms: words, compounds and stems. The browser does the same in
/// `templates/assets/search/words.js`.
package dev.hindsight.search.analysis;
