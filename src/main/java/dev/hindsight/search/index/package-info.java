/// Indexes the knowledge base with Lucene, in segments that can be cached. Start reading at
/// [dev.hindsight.search.index.SearchIndex].
package dev.hindsight.search.index;
