/// Text becomes terms: words, compounds and stems. The browser repeats it in
/// `templates/assets/search/words.js`.
package dev.hindsight.search.analysis;
