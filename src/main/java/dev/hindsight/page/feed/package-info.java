/// Files that other programs look for, with standard names and formats: feeds, inventories, the
/// sitemap. [dev.hindsight.page.feed.WellKnownFiles] lists them.
package dev.hindsight.page.feed;
