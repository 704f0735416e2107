/// Text without regard to what it is about: near matches, possible ids, dates and lengths of time
/// for people.
package dev.hindsight.site.text;
