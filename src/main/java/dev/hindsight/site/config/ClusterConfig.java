package dev.hindsight.site.config;

import java.net.URI;

/// The cluster that the site's search page uses.
///
/// @param url without a trailing `/`
/// @param index the alias to search
public record ClusterConfig(String url, String index) {

  /// The only origin besides its own that a page may connect to.
  public String origin() {
    URI address = URI.create(url);
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
