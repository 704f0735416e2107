/// The shape of what is published: configuration, addresses, where output goes, what can be wrong.
package dev.hindsight.site;
