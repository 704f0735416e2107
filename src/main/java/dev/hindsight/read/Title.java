package dev.hindsight.read;

import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first heading of a report, taken apart into an id, a date and the title itself: `Incident
/// Report: INC-2024-0112 - Pool exhausted (Apr 2, 2024)`.
record Title(Optional<IncidentId> id, Optional<Moment> date, String text) {
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)^[^\\p{L}\\p{N}\\[(]*(?:(?:incident|outage)\\s+(?:report|review|postmortem|post-mortem)|incident|post[- ]?mortem(?:\\s+report)?|rca|root cause analysis|case study|ポストモーテム|故障报告)"
              + "(?:\\s*[:：·–—-]\\s*|\\s+(?:of|for)\\s+(?:the\\s+)?|\\s+(?=on\\s+\\d|\\d{4}-|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d))");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?i)(?:january|february|march|april|may|june|july|august|september|october|november|december)\\s+\\d{4}");
  private static final Pattern JOINT = Pattern.compile("^\\s*(?:[:：·–—,|-]\\s*)?");

  /// @param ids what an id looks like
  /// @param dayFirst whether `06/11/2023` is in November
  static Title of(String heading, Pattern ids, boolean dayFirst) {
    String text = PREFIX.matcher(heading).replaceFirst("").strip();
    Optional<IncidentId> id = Optional.empty();
    Matcher first =
        Pattern.compile("^[\\[(]?(" + ids.pattern() + ")[\\])]?(?![\\w-])").matcher(text);
    if (first.find()) {
      String rest = JOINT.matcher(text.substring(first.end())).replaceFirst("");
      id = Optional.of(new IncidentId(first.group(1)));
      text = rest.isBlank() ? text : rest;
    } else {
      Matcher last = Pattern.compile("\\s*[\\[(](" + ids.pattern() + ")[\\])]$").matcher(text);
      if (last.find() && last.start() > 0) {
        id = Optional.of(new IncidentId(last.group(1)));
        text = text.substring(0, last.start());
      }
    }
    Title title = dated(id, text, dayFirst);
    // A title that is nothing but a date keeps the words around it.
    return title.text().isBlank() ? new Title(title.id(), title.date(), heading) : title;
  }

  private static Title dated(Optional<IncidentId> id, String text, boolean dayFirst) {
    String bare = text.replaceFirst("(?i)^on\\s+(?=\\d)", "");
    Optional<TimeText> lead = TimeText.at(bare, dayFirst).filter(Title::hasYear);
    Optional<Moment> date = DateText.read(bare, dayFirst);
    if (date.isPresent() && lead.isPresent()) {
      String rest = JOINT.matcher(bare.substring(lead.get().end())).replaceFirst("").strip();
      return new Title(id, date, rest);
    }
    Matcher dashed = Pattern.compile("^\\d{1,2}-\\d{1,2}-\\d{4}").matcher(bare);
    if (date.isPresent() && dashed.find()) {
      String rest = JOINT.matcher(bare.substring(dashed.end())).replaceFirst("").strip();
      return new Title(id, date, rest);
    }
    for (int from = text.length(); from > 0; from--) {
      if ("-–—,·:|([".indexOf(text.charAt(from - 1)) < 0) {
        continue;
      }
      String last = text.substring(from).strip().replaceFirst("[)\\]]$", "");
      Optional<TimeText> end = TimeText.at(last, dayFirst).filter(Title::hasYear);
      boolean isMonth = MONTH.matcher(last).matches();
      if (isMonth || (end.isPresent() && end.get().end() == last.length())) {
        String rest = text.substring(0, from - 1).strip();
        return new Title(id, DateText.read(last, dayFirst), rest);
      }
    }
    // A date that is a part of the sentence stays there: `The attack on November 24th, 2025`.
    int on = text.lastIndexOf(" on ");
    return new Title(
        id, on < 0 ? Optional.empty() : DateText.read(text.substring(on + 4), dayFirst), text);
  }

  private static boolean hasYear(TimeText time) {
    return time.date()
        .flatMap(day -> day.year().isPresent() ? Optional.of(day) : Optional.empty())
        .isPresent();
  }
}
