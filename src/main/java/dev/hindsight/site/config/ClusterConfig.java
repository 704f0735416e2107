package dev.hindsight.site.config;

import java.net.URI;

/// The cluster that the site's search page asks.
///
/// @param url without a `/` at the end
/// @param index the name by which it is asked for the incidents
public record ClusterConfig(String url, String index) {

  /// What a page must be allowed to speak to, and nothing beyond it.
  public String origin() {
    URI address = URI.create(url);
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
