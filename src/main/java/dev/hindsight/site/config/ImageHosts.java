package dev.hindsight.site.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The hosts whose images pages may load: those that the configuration names.
///
/// @param names in lower case, such as `user-images.example.com`
public record ImageHosts(List<String> names) {
  /// No hosts: the default.
  public static final ImageHosts NONE = new ImageHosts(List.of());

  private static final Pattern LABELS =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern HOST = Pattern.compile("(?i)http(s)?://([^/?#]+)");

  /// A web address without a user name, which could be mistaken for the host.
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(https?)://([a-z0-9.-]+)(:\\d{1,5})?(?:[/?#].*)?");

  private static final int LONGEST_NAME = 253;

  public ImageHosts {
    names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /// Whether a text is only the name of a host. Names are inserted into a content security policy,
  /// where a star, a space or a semicolon has another meaning.
  public static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && LABELS.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /// The host of a web address, with its user name and port. `http://` precedes it if the address
  /// uses that.
  public static Optional<String> host(String address) {
    Matcher found = HOST.matcher(address);
    return found.lookingAt()
        ? Optional.of(
            (found.group(1) == null ? "http://" : "") + found.group(2).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /// Whether pages may load an address: only by `https:`, from one of the hosts, at the default
  /// port.
  public boolean allows(String address) {
    Matcher parts = ADDRESS.matcher(address);
    return parts.matches()
        && parts.group(1).equalsIgnoreCase("https")
        && (parts.group(3) == null || parts.group(3).equals(":443"))
        && names.contains(parts.group(2).toLowerCase(Locale.ROOT));
  }

  /// The hosts in a content security policy: a space and an origin for each.
  public String origins() {
    return names.stream().map(name -> " https://" + name).collect(Collectors.joining());
  }
}
