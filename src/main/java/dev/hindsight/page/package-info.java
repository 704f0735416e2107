/// The knowledge base becomes pages, data and assets. [dev.hindsight.page.Pages] names every file
/// of the site's own, [dev.hindsight.page.Conventions] those that other programs look for;
/// `templates/` says how pages look; [dev.hindsight.page.SiteExtension] is what templates may ask.
/// Charts are made in [dev.hindsight.page.chart].
package dev.hindsight.page;
