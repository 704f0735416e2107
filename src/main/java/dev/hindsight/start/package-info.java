/// How a site begins and grows: the next report is written, and a folder of reports that somebody
/// has already is made a site.
package dev.hindsight.start;
