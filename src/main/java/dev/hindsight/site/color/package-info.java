/// Colors as a configuration writes them, and whether text in them is legible.
package dev.hindsight.site.color;
