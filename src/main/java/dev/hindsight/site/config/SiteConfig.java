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

/// The configuration, with every default filled in.
///
/// @param title of the whole site
/// @param language of the site's interface
/// @param words in that language
/// @param url of the site, with a `/` at the end: for feeds and other files that are read
///   elsewhere, and to recognize links in runbooks
/// @param edit where reports can be edited, with a `/` at the end; the path of a report is appended
/// @param isPublic whether search engines may list it
/// @param idPattern the form of IDs without a report. If it is not configured, such an ID must also
///   begin like the ID of a report, so that `CVE-2024-3094` is not one
/// @param keys the meaning of metadata keys, by their normal form
/// @param keyTypos finds the key that was meant by an unknown one
/// @param dayFirst whether `06/11/2023` is in November; empty if the reports decide
/// @param tickets the form and the address of tickets
/// @param images the hosts whose images pages may load
/// @param runbooks folders of runbooks
/// @param checks the levels of problems
/// @param sections the meanings of headings
/// @param offline whether browsers store the site for offline use
/// @param redact whether secrets are masked
/// @param cluster that the search page uses before it falls back on the site's own index
/// @param theme its colors and logo
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
    NameTypos keyTypos,
    List<SystemConfig> systems,
    LevelScale severities,
    LevelScale priorities,
    Optional<Boolean> dayFirst,
    CheckLevels checks,
    List<TicketLink> tickets,
    ImageHosts images,
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

  /// The main meaning of a heading; [SectionKind#OTHER] if unknown.
  public SectionKind kind(String heading) {
    return kinds(heading).getFirst();
  }

  /// All meanings of a heading: two for `Root Cause and Resolution`.
  public List<SectionKind> kinds(String heading) {
    return sections.of(heading);
  }

  /// The name of a metadata key that differs from an unknown one by a typo.
  public Optional<String> nearestKey(String written) {
    return keyTypos.nearest(written);
  }

  /// The meaning of a metadata key: `severity` for `Incident Severity`.
  public Optional<String> key(String written) {
    String name = HeadingNormalizer.normal(written);
    return Optional.ofNullable(keys.get(name))
        .or(() -> Optional.ofNullable(keys.get(name.replace('-', ' '))));
  }

  /// The due date of an action item: as its report states, else derived from the date of the
  /// incident and the days for its priority, if both are known.
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

  /// Other origins that pages may connect to, for a content security policy: nothing, or a space
  /// and an origin.
  public String otherOrigins() {
    return cluster.map(one -> " " + one.origin()).orElse("");
  }

  /// The configuration of a system, by its own name.
  public Optional<SystemConfig> system(String name) {
    return systems.stream().filter(system -> system.name().equals(name)).findFirst();
  }
}
