/// The shape of what is published: configuration, addresses, where output goes, what can be wrong,
/// and the words for times.
package dev.hindsight.site;
