/// The texts of the interface, dates and durations, in the configured language.
/// `templates/messages/` has a file for each language.
package dev.hindsight.page.message;
