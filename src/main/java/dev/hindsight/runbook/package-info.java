/// Documents outside the site that refer to it: what they name, and whether it is still there.
package dev.hindsight.runbook;
