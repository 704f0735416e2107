package dev.hindsight.site.config;

import dev.hindsight.site.Addresses;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The form of tickets in text, and their address.
///
/// @param url with `$0` for the whole match and `$1`, `$2` … for the groups of the pattern
public record TicketLink(Pattern pattern, String url) {
  private static final Pattern GROUP = Pattern.compile("\\$(\\d)");

  /// The address of a ticket that was found.
  public String address(MatchResult found) {
    return GROUP
        .matcher(url)
        .replaceAll(group -> {
          int number = Integer.parseInt(group.group(1));
          String part = number > found.groupCount() ? "" : found.group(number);
          return Matcher.quoteReplacement(part == null ? "" : Addresses.encode(part));
        });
  }
}
