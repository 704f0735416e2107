/// Colors in the configuration, and whether text in them is legible.
package dev.hindsight.site.color;
