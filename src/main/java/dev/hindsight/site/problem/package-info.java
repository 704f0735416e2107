/// What can be wrong with a report, a runbook or the configuration, and where.
package dev.hindsight.site.problem;
