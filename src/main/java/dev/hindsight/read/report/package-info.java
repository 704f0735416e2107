/// One report becomes one incident: outline, title, sections, and what is derived from them.
package dev.hindsight.read.report;
