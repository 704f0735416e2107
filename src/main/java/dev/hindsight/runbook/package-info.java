/// Checks documents outside the site that refer to it: what they mention, and whether it still
/// exists.
package dev.hindsight.runbook;
