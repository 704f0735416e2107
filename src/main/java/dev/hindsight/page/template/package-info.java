/// Pebble and the theme: templates with their filters and errors, stylesheets and scripts.
/// [dev.hindsight.page.template.SiteExtension] defines the filters.
package dev.hindsight.page.template;
