package dev.hindsight.site.config;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.model.Moment;
import dev.hindsight.model.SectionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What `site-config.yml` says, with every default filled in.
///
/// @param title of the whole site
/// @param language of the site's interface
/// @param words in that language
/// @param url where the site is read, with a `/` at the end: for feeds and other files that are
///   read away from it, and to know its links in runbooks
/// @param edit where reports can be changed, with a `/` at the end: the path of a report follows
/// @param isPublic whether search engines may list it
/// @param idPattern what an id looks like that no report has; where the site gives none, such an id
///   must also begin like one that a report has, so that `CVE-2024-3094` is not taken for one
/// @param keys which piece of metadata a key means, by its normal form
/// @param dayFirst whether `06/11/2023` is in November
/// @param tickets what tickets look like and where they are read
/// @param runbooks where runbooks lie
/// @param checks how serious each kind of problem is
/// @param sections what headings mean
/// @param offline whether browsers keep the site for when they cannot reach it
/// @param redact whether what looks like a secret is masked
/// @param cluster what the search page asks in the place of the site's own index, which it falls
///   back on
/// @param theme its colors and signs
public record SiteConfig(
    String title,
    Locale language,
    SiteWords words,
    Optional<String> url,
    Optional<String> edit,
    boolean isPublic,
    Pattern idPattern,
    boolean idPatternIsOwn,
    HeadingKinds sections,
    Map<String, String> keys,
    List<SystemConfig> systems,
    LevelScale severities,
    LevelScale priorities,
    boolean dayFirst,
    CheckLevels checks,
    List<TicketLink> tickets,
    List<RunbookFolder> runbooks,
    boolean offline,
    boolean redact,
    Optional<ClusterConfig> cluster,
    ThemeConfig theme) {

  public SiteConfig {
    keys = Map.copyOf(keys);
    systems = List.copyOf(systems);
    tickets = List.copyOf(tickets);
    runbooks = List.copyOf(runbooks);
  }

  /// What a heading means above all; [SectionKind#OTHER] where that is not known.
  public SectionKind kind(String heading) {
    return kinds(heading).getFirst();
  }

  /// All that a heading means: two things for `Root Cause and Resolution`.
  public List<SectionKind> kinds(String heading) {
    return sections.of(heading);
  }

  /// What a key of metadata means: `severity` for `Incident Severity`.
  public Optional<String> key(String written) {
    String name = HeadingNormalizer.normal(written);
    return Optional.ofNullable(keys.get(name))
        .or(() -> Optional.ofNullable(keys.get(name.replace('-', ' '))));
  }

  /// The day that an action item is due: as its report says, else as many days after the incident
  /// as its priority may stay open, where both are known.
  public Optional<LocalDate> due(Incident incident, ActionItem item) {
    return item.due()
        .or(() ->
            item.priority()
                .map(priority -> priorities.days(priority.name()))
                .filter(OptionalInt::isPresent)
                .flatMap(days ->
                    incident
                        .date()
                        .filter(date -> date.precision().compareTo(Moment.Precision.DAY) >= 0)
                        .map(date -> date.first().plusDays(days.getAsInt()))));
  }

  /// What pages may speak to beside the site itself, as a content security policy says it: nothing,
  /// or a space and an origin.
  public String otherOrigins() {
    return cluster.map(one -> " " + one.origin()).orElse("");
  }

  /// What is known of a system by its own name.
  public Optional<SystemConfig> system(String name) {
    return systems.stream().filter(system -> system.name().equals(name)).findFirst();
  }
}
