package dev.hindsight.site.config;

import dev.hindsight.model.IncidentId;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The form of IDs without a report.
///
/// @param pattern in the configuration and of the reports' IDs, ignoring case
/// @param isOwn whether the site configures it; if not, an ID must also begin like the ID of a
///   report, so that `CVE-2024-3094` is not one
/// @param prefixes the letters at the start of reports' IDs, in upper case
public record UnknownIdPattern(Pattern pattern, boolean isOwn, Set<String> prefixes) {
  private static final Pattern LETTERS = Pattern.compile("^\\p{L}+");

  /// Letters and groups of digits: `INC-20260715-004`, `PM-0010`.
  private static final Pattern NUMBERED = Pattern.compile("[A-Z][A-Z0-9]*[A-Z](?:-?\\d{1,8})+");

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /// A collection has one or two forms of ids.
  private static final int MOST_FORMS = 20;

  /// The form beside the ids that reports have.
  public static UnknownIdPattern of(SiteConfig config, Collection<IncidentId> ids) {
    String forms = config.idPatternIsOwn() ? "" : forms(ids);
    return new UnknownIdPattern(
        Pattern.compile(forms + config.idPattern().pattern(), Pattern.CASE_INSENSITIVE),
        config.idPatternIsOwn(),
        ids.stream().flatMap(id -> prefix(id.value()).stream()).collect(Collectors.toSet()));
  }

  /// What the numbered ids of reports look like, with as many digits in each group; the last may
  /// have more.
  private static String forms(Collection<IncidentId> ids) {
    return ids.stream()
        .map(IncidentId::value)
        .filter(id -> NUMBERED.matcher(id).matches())
        .map(UnknownIdPattern::form)
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(form -> form))
        .limit(MOST_FORMS)
        .map(form -> form + "|")
        .collect(Collectors.joining());
  }

  private static String form(String id) {
    String groups =
        DIGITS
            .matcher(id.substring(prefix(id).orElse("").length()))
            .replaceAll(digits -> "\\\\d{" + digits.group().length() + "}");
    return prefix(id).orElse("") + groups.substring(0, groups.length() - 1) + ",}";
  }

  private static Optional<String> prefix(String id) {
    Matcher letters = LETTERS.matcher(id);
    return letters.find()
        ? Optional.of(letters.group().toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /// The result for a word.
  ///
  /// @param id at its start, if it has the form of one
  /// @param isGivenUp whether the pattern took too many steps
  public record Found(Optional<IncidentId> id, boolean isGivenUp) {}

  /// Looks for an ID at the start of a word.
  public Found find(String word) {
    BoundedMatcher matcher = new BoundedMatcher(pattern, word);
    boolean isFound = matcher.lookingAt() && isWhole(word, matcher.result().end()) && isOurs(word);
    return new Found(
        isFound ? Optional.of(new IncidentId(matcher.result().group())) : Optional.empty(),
        matcher.isExhausted());
  }

  /// The problem of a word for which the pattern takes too many steps.
  public Problem slow(SourcePosition at) {
    return BoundedMatcher.problem(at, "ids.pattern", pattern);
  }

  private static boolean isWhole(String word, int end) {
    return end == word.length() || !Character.isLetterOrDigit(word.charAt(end));
  }

  private boolean isOurs(String word) {
    return isOwn || prefix(word).filter(prefixes::contains).isPresent();
  }
}
