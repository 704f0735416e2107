/// Finds and masks what looks like a secret.
package dev.hindsight.site.secret;
