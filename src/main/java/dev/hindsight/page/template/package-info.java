/// Pebble and the theme: templates, what they may ask, their errors, stylesheets and scripts.
/// [dev.hindsight.page.template.SiteExtension] has the filters.
package dev.hindsight.page.template;
