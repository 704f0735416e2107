package dev.hindsight.site.config;

import dev.hindsight.model.IncidentId;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an id looks like that no report has.
///
/// @param pattern of the configuration, in any case
/// @param isOwn whether the site has said so itself; otherwise an id must also begin like one that
///   a report has, so that `CVE-2024-3094` is none
/// @param prefixes the letters that ids of reports begin with, in upper case
public record UnknownIdPattern(Pattern pattern, boolean isOwn, Set<String> prefixes) {
  private static final Pattern LETTERS = Pattern.compile("^\\p{L}+");

  /// The form beside the ids that reports have.
  public static UnknownIdPattern of(SiteConfig config, Collection<IncidentId> ids) {
    return new UnknownIdPattern(
        Pattern.compile(config.idPattern().pattern(), Pattern.CASE_INSENSITIVE),
        config.idPatternIsOwn(),
        ids.stream().flatMap(id -> prefix(id.value()).stream()).collect(Collectors.toSet()));
  }

  private static Optional<String> prefix(String id) {
    Matcher letters = LETTERS.matcher(id);
    return letters.find()
        ? Optional.of(letters.group().toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /// What a word is found to be.
  ///
  /// @param id that it begins with, where it has the form of one
  /// @param isGivenUp whether the pattern needed too many steps for it
  public record Found(Optional<IncidentId> id, boolean isGivenUp) {}

  /// Looks for the id that a word begins with.
  public Found find(String word) {
    BoundedMatcher matcher = new BoundedMatcher(pattern, word);
    boolean isFound = matcher.lookingAt() && isWhole(word, matcher.result().end()) && isOurs(word);
    return new Found(
        isFound ? Optional.of(new IncidentId(matcher.result().group())) : Optional.empty(),
        matcher.isExhausted());
  }

  /// The problem of a word that the pattern needs too many steps for.
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
