/// Brings the incidents into an OpenSearch cluster, or into files that one takes, so that it finds
/// them as the site does. `docs/opensearch.md` describes it. Nothing else here speaks HTTP to
/// others.
package dev.hindsight.cluster;
