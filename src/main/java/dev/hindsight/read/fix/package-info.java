/// What fixed an incident: [dev.hindsight.read.fix.FixFinder] chooses one sentence of a report.
package dev.hindsight.read.fix;
