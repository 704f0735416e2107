/// Turns the knowledge base into pages, data and assets. Start reading at
/// [dev.hindsight.page.Pages]; `templates/` defines how pages look.
package dev.hindsight.page;
