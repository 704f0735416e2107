/// The words of the site's interface in the language of the configuration, and dates and lengths of
/// time in it. `templates/messages/` has a file for each language.
package dev.hindsight.page.message;
