/// Finds and masks secrets.
package dev.hindsight.site.secret;
