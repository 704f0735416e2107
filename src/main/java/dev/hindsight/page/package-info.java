/// The knowledge base becomes pages, data and assets. Start reading at [dev.hindsight.page.Pages];
/// `templates/` says how pages look.
package dev.hindsight.page;
