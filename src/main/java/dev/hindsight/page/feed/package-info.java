/// The files that other programs look for under names and in formats that others have laid down:
/// feeds, inventories, the sitemap. [dev.hindsight.page.feed.WellKnownFiles] has the list.
package dev.hindsight.page.feed;
