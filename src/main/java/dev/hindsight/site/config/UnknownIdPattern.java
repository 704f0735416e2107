package dev.hindsight.site.config;

import dev.hindsight.model.IncidentId;
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

  /// The id that a word begins with, where it has the form of one.
  public Optional<IncidentId> find(String word) {
    Matcher matcher = pattern.matcher(word);
    if (!matcher.lookingAt()
        || (matcher.end() < word.length()
            && Character.isLetterOrDigit(word.charAt(matcher.end())))) {
      return Optional.empty();
    }
    boolean isOurs = isOwn || prefix(word).filter(prefixes::contains).isPresent();
    return isOurs ? Optional.of(new IncidentId(matcher.group())) : Optional.empty();
  }
}
