package dev.hindsight.serve;

import com.sun.net.httpserver.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Decides which requests the development server answers. A browser on this machine also shows
/// pages of other sites, and these may send requests here: by a foreign name that leads to this
/// machine, or in the reader's name. Only links to a page, and frames of `embed/`, may come from
/// there.
final class RequestGuard {
  /// Pages below it may stand in a frame on any other site, and have no scripts.
  private static final String FRAMED = "/embed/";

  private static final Set<String> OWN = Set.of("same-origin", "none");
  private static final Set<String> FRAMES = Set.of("iframe", "frame");

  private final Set<String> hosts;

  /// @param hosts the names and ports that this server goes by, in lower case
  RequestGuard(Set<String> hosts) {
    this.hosts = Set.copyOf(hosts);
  }

  /// Whether a page may stand in a frame on another site.
  static boolean isFramed(String path) {
    return path.startsWith(FRAMED);
  }

  /// Why a request is refused; empty where it is answered.
  Optional<String> refusal(Headers request, String path) {
    String host = request.getFirst("Host");
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.of("unknown host\n");
    }
    // A page of another port is of the same site, and as foreign as any. Programs other than
    // browsers do not send the header.
    String from = request.getFirst("Sec-Fetch-Site");
    boolean isOwn = from == null || OWN.contains(from);
    return isOwn || isNavigation(request, path)
        ? Optional.empty()
        : Optional.of("request from another site\n");
  }

  private static boolean isNavigation(Headers request, String path) {
    String target = request.getFirst("Sec-Fetch-Dest");
    return "navigate".equals(request.getFirst("Sec-Fetch-Mode"))
        && target != null
        && (target.equals("document") || FRAMES.contains(target) && isFramed(path));
  }
}
