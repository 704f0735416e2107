/// General operations on text: near matches, and words that may be IDs.
package dev.hindsight.site.text;
