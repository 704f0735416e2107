/// Compares the statements of reports with each other, with other reports, with the configuration
/// and with today's date.
package dev.hindsight.check;
