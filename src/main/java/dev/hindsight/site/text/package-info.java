/// Text without regard to what it is about: near matches and words that may be ids.
package dev.hindsight.site.text;
