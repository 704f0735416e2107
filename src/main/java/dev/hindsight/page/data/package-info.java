/// Incidents and lists as JSON for scripts, other programs and the previews of links.
package dev.hindsight.page.data;
