/// The knowledge base becomes a Lucene index, built in segments that can be kept. Start reading at
/// [dev.hindsight.search.index.SearchIndex].
package dev.hindsight.search.index;
