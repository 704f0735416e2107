/// Code that all stages share: the addresses of the site, the published inventory, output, and
/// progress.
package dev.hindsight.site;
