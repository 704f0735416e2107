/// What every stage shares: the addresses of the site, what was published last, where output goes,
/// and progress.
package dev.hindsight.site;
