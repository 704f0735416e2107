/// Which incidents are similar, by the weights of their terms.
package dev.hindsight.search.similar;
