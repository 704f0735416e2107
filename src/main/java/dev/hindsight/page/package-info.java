/// The knowledge base becomes pages, data and assets. [dev.hindsight.page.Pages] names every file;
/// `templates/` says how they look; [dev.hindsight.page.SiteExtension] is what templates may ask.
package dev.hindsight.page;
