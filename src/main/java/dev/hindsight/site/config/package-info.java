/// The configuration: `site-config.yml` over the built-in `defaults.yml`, as one immutable record.
/// Start reading at [dev.hindsight.site.config.ConfigReader].
package dev.hindsight.site.config;
