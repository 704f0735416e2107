/// Finds similar incidents by the weights of their terms.
package dev.hindsight.search.similar;
