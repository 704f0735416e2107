package dev.hindsight.serve;

import com.sun.net.httpserver.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Decides which requests the development server answers. A browser on this machine also shows
/// pages of other sites, which can send requests here: under a foreign host name that resolves to
/// this machine, or on behalf of the user. From those, only links to pages and frames of `embed/`
/// are allowed.
final class RequestGuard {
  /// Pages below it have no scripts and can be framed by any site.
  private static final String FRAMED = "/embed/";

  private static final Set<String> OWN = Set.of("same-origin", "none");
  private static final Set<String> FRAMES = Set.of("iframe", "frame");

  private final Set<String> hosts;

  /// @param hosts the names and ports of this server, in lower case
  RequestGuard(Set<String> hosts) {
    this.hosts = Set.copyOf(hosts);
  }

  /// Whether another site may frame a page.
  static boolean isFramed(String path) {
    return path.startsWith(FRAMED);
  }

  /// Why a request is refused; empty if it is allowed.
  Optional<String> refusal(Headers request, String path) {
    String host = request.getFirst("Host");
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.of("unknown host\n");
    }
    // A page on another port counts as the same site but is just as foreign. Programs other than
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
