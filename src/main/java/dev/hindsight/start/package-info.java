/// Creates new reports, and new sites for existing reports.
package dev.hindsight.start;
