package dev.hindsight.check;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.config.ImageHosts;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Images are in the site or on a host that the configuration names. One problem covers all
/// reports, since collections from a code host have such images everywhere.
final class RemoteImageCheck {
  static final ProblemKind REMOTE_IMAGE =
      ProblemKind.warning(
          "remote-image",
          ProblemKind.Topic.LINKS,
          """
          Images on other hosts. A page loads nothing from another host, so it shows a link instead of each. Hindsight
          reports this once for all reports, at the first of the images. Save the images next to the reports, or name their
          hosts under `images.allow` in the configuration. Only `https:` addresses at the default port can be allowed.
          """);

  /// Further hosts are only counted.
  private static final int MOST_HOSTS = 5;

  /// The length of a host's name in a message.
  private static final int LONGEST_HOST = 80;

  private RemoteImageCheck() {}

  static Optional<Problem> check(KnowledgeBase knowledge) {
    Map<String, Integer> hosts = new TreeMap<>();
    knowledge.incidents().stream()
        .flatMap(incident -> incident.remoteImages().stream())
        .forEach(images -> hosts.merge(images.host(), images.count(), Integer::sum));
    return knowledge.incidents().stream()
        .filter(incident -> !incident.remoteImages().isEmpty())
        .map(incident ->
            SourcePosition.of(incident.source(), incident.remoteImages().getFirst().first()))
        .min(Comparator.naturalOrder())
        .map(first -> problem(first, hosts, reports(knowledge)));
  }

  private static long reports(KnowledgeBase knowledge) {
    return knowledge.incidents().stream()
        .filter(incident -> !incident.remoteImages().isEmpty())
        .count();
  }

  private static Problem problem(SourcePosition first, Map<String, Integer> counts, long reports) {
    int images = counts.values().stream().mapToInt(Integer::intValue).sum();
    Map<String, Integer> hosts = mostFirst(counts);
    List<String> named =
        hosts.entrySet().stream()
            .limit(MOST_HOSTS)
            .map(host -> shortened(host.getKey()) + " (" + host.getValue() + ")")
            .toList();
    int more = hosts.size() - named.size();
    return REMOTE_IMAGE.at(
        first,
        count(images, "image")
            + " in "
            + count(reports, "report")
            + (images == 1 ? " is on another host" : " are on other hosts")
            + " and shown as "
            + (images == 1 ? "a link: " : "links: ")
            + String.join(", ", named)
            + (more > 0 ? " and " + count(more, "more host") : ""),
        hosts.keySet().stream()
            .filter(ImageHosts::isName)
            .findFirst()
            .map(host ->
                "save the images next to the reports, or allow their hosts in site-config.yml:"
                    + " `images: {allow: ["
                    + host
                    + "]}`")
            .orElse("save the images next to the reports, or use https: addresses"));
  }

  private static Map<String, Integer> mostFirst(Map<String, Integer> counts) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(host -> sorted.put(host.getKey(), host.getValue()));
    return sorted;
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String shortened(String host) {
    return host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) + "…" : host;
  }
}
