/// Exports the incidents to an OpenSearch cluster, or to files for one, so that it finds them as
/// the site does; see `docs/opensearch.md`. Only this package sends HTTP requests to other hosts.
package dev.hindsight.cluster;
