package dev.hindsight.read;

import dev.hindsight.model.IncidentId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first heading of a report, taken apart into an id and a title.
record Title(Optional<IncidentId> id, String text) {
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)^\\s*(?:incident\\s+(?:report|postmortem|post-mortem)|incident|post-?\\s?mortem|rca)\\s*[:–—-]\\s*");

  /// @param ids what an id looks like
  static Title of(String heading, Pattern ids) {
    String text = PREFIX.matcher(heading).replaceFirst("").strip();
    Matcher first =
        Pattern.compile("^[\\[(]?(" + ids.pattern() + ")[\\])]?\\s*[:–—-]?\\s*").matcher(text);
    if (first.find() && first.end() < text.length()) {
      return new Title(Optional.of(new IncidentId(first.group(1))), text.substring(first.end()));
    }
    Matcher last = Pattern.compile("\\s*[\\[(](" + ids.pattern() + ")[\\])]$").matcher(text);
    if (last.find()) {
      return new Title(Optional.of(new IncidentId(last.group(1))), text.substring(0, last.start()));
    }
    return new Title(Optional.empty(), text);
  }
}
