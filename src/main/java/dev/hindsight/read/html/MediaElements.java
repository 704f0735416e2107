package dev.hindsight.read.html;

import dev.hindsight.model.Html;
import dev.hindsight.site.config.ImageHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Renders videos, sounds, and pictures with several sources. Files of the site get a player or a
/// picture, files on other hosts a link.
final class MediaElements {
  private static final Pattern INNER =
      Pattern.compile("<(?<name>video|audio|source|track|img)(?<attributes>(?: [^>]*)?)>");

  /// One address of a `srcset`, with its width or density.
  private static final Pattern CANDIDATE =
      Pattern.compile("([^\\s,]\\S*?)(?:\\s+([\\d.]+[wx]))?\\s*(?:,\\s+|\\s,|,?$)");

  private static final Set<String> VIDEOS = Set.of("mp4", "webm", "mov", "m4v", "ogv");
  private static final Set<String> SOUNDS =
      Set.of("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac");
  private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "gif", "webp", "avif");

  private final ImageHosts hosts;

  MediaElements(ImageHosts hosts) {
    this.hosts = hosts;
  }

  /// Replaces the tags of one element. The text between the tags stays.
  ///
  /// @param sources of a picture, placed before its image
  record Parts(String opening, String sources, String closing) {}

  /// @param attributes of the element
  /// @param content up to its end
  Parts parts(String name, String attributes, String content) {
    return name.equals("picture") ? picture(content) : player(name, attributes, content);
  }

  private Parts picture(String content) {
    StringBuilder shown = new StringBuilder();
    StringBuilder linked = new StringBuilder();
    boolean isShown = false;
    for (Matcher tag = INNER.matcher(content); tag.find(); ) {
      String attributes = tag.group("attributes");
      if (tag.group("name").equals("img")) {
        isShown |= attribute(attributes, "src").filter(this::isShown).isPresent();
        continue;
      }
      String written =
          attribute(attributes, "srcset").or(() -> attribute(attributes, "src")).orElse("");
      List<String> candidates = new ArrayList<>();
      for (Matcher one = CANDIDATE.matcher(PlainText.decode(written)); one.find(); ) {
        if (isShown(one.group(1))) {
          candidates.add(one.group(1) + (one.group(2) == null ? "" : " " + one.group(2)));
        } else {
          linked.append(' ').append(link(Html.escape(one.group(1)).value(), "", ""));
        }
      }
      if (!candidates.isEmpty()) {
        shown
            .append("<source srcset=\"")
            .append(Html.escape(String.join(", ", candidates)).value())
            .append('"')
            .append(kept(attributes, "media", "sizes", "type"))
            .append('>');
      }
    }
    return isShown
        ? new Parts("", shown.toString(), linked.toString())
        : new Parts("", "", imagesOf(shown.toString()) + linked);
  }

  /// The sources of a picture as images, for a picture whose own image is not shown.
  private static String imagesOf(String sources) {
    return sources.replace(
        "<source srcset=", "<img alt=\"\" loading=\"lazy\" decoding=\"async\" srcset=");
  }

  /// A `srcset` with the addresses of the site; null if it has none.
  static String resolved(String written, UnaryOperator<String> image) {
    List<String> candidates = new ArrayList<>();
    for (Matcher one = CANDIDATE.matcher(written); one.find(); ) {
      String address = image.apply(one.group(1));
      if (address != null) {
        candidates.add(address + (one.group(2) == null ? "" : " " + one.group(2)));
      }
    }
    return candidates.isEmpty() ? null : String.join(", ", candidates);
  }

  private Parts player(String name, String attributes, String content) {
    StringBuilder sources = new StringBuilder();
    StringBuilder linked = new StringBuilder();
    String first = null;
    String title = attribute(attributes, "title").orElse("");
    for (Matcher tag = INNER.matcher("<video" + attributes + ">" + content); tag.find(); ) {
      String inner = tag.group("attributes");
      Optional<String> address = attribute(inner, "src");
      if (tag.group("name").equals("img") || address.isEmpty()) {
        continue;
      }
      if (!isLocal(address.get())) {
        linked.append(' ').append(link(address.get(), title, ""));
      } else if (tag.group("name").equals("track")) {
        sources
            .append("<track")
            .append(kept(inner, "src", "kind", "srclang", "label", "default"))
            .append('>');
      } else {
        first = first == null ? address.get() : first;
        sources.append("<source").append(kept(inner, "src", "type", "media")).append('>');
      }
    }
    Optional<String> poster = attribute(attributes, "poster");
    boolean hasPoster = poster.filter(this::isShown).isPresent();
    poster
        .filter(_ -> !hasPoster)
        .ifPresent(address -> linked.append(' ').append(link(address, "", "")));
    if (first == null) {
      String image =
          poster
              .filter(_ -> hasPoster)
              .map(address -> "<img src=\"" + address + "\" alt=\"\" loading=\"lazy\">")
              .orElse("");
      return new Parts((image + linked).strip() + " ", "", "");
    }
    String player =
        "<"
            + name
            + " controls preload=\"metadata\""
            + kept(attributes, "title", "width", "height", "muted", "loop")
            + (hasPoster ? kept(attributes, "poster") : "")
            + ">"
            + sources;
    String fallback =
        content.contains("<a ") ? "" : " <a href=\"" + first + "\">" + name(first) + "</a>";
    return new Parts(player, "", fallback + "</" + name + ">" + linked);
  }

  /// The player or link for a file of the site that is written as an image but is not one; empty
  /// for an image.
  ///
  /// @param words its description
  static Optional<String> instead(String address, String words, String attributes) {
    String ending = address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (IMAGES.contains(ending)) {
      return Optional.empty();
    }
    String link =
        "<a href=\"" + address + "\">" + (words.isEmpty() ? name(address) : words) + "</a>";
    String name = VIDEOS.contains(ending) ? "video" : SOUNDS.contains(ending) ? "audio" : "";
    return Optional.of(
        name.isEmpty()
            ? link
            : "<"
                + name
                + " controls preload=\"metadata\" src=\""
                + address
                + "\""
                + kept(attributes, "title", "width", "height")
                + ">"
                + link
                + "</"
                + name
                + ">");
  }

  /// A link to a file on another host.
  ///
  /// @param words its name, or empty
  /// @param title an attribute, or empty
  static String link(String address, String words, String title) {
    String at = Html.escape(host(address)).value();
    String name = words.isEmpty() ? name(address) : words;
    return "<a class=\"remote-image\" href=\""
        + address
        + "\" data-host=\""
        + at
        + "\""
        + title
        + ">"
        + (name.isEmpty() ? at : name)
        + "</a>";
  }

  /// The host of an address, or empty.
  static String host(String address) {
    return ImageHosts.host(PlainText.decode(address)).orElse("").replace("http://", "");
  }

  static String name(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /// The value of an attribute as written.
  static Optional<String> attribute(String attributes, String name) {
    Matcher found = Pattern.compile("(?:^| )" + name + "=\"([^\"]*)\"").matcher(attributes);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /// Some attributes as written, each after a space.
  static String kept(String attributes, String... names) {
    StringBuilder kept = new StringBuilder();
    for (String name : names) {
      attribute(attributes, name)
          .ifPresent(
              value -> kept.append(' ').append(name).append("=\"").append(value).append('"'));
    }
    return kept.toString();
  }

  private boolean isShown(String address) {
    return isLocal(address) || hosts.allows(PlainText.decode(address));
  }

  private static boolean isLocal(String address) {
    return address.indexOf(':') < 0;
  }
}
