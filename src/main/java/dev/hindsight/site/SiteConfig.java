package dev.hindsight.site;

import dev.hindsight.model.SectionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What `site-config.yml` says, with every default filled in.
///
/// @param title of the whole site
/// @param idPattern what an id looks like that no report has; where the site gives none, such an id
///   must also begin like one that a report has, so that `CVE-2024-3094` is not taken for one
/// @param sections which kind a heading means, by its normal form, see [SectionNames]
public record SiteConfig(
    String title,
    Pattern idPattern,
    boolean idPatternIsOwn,
    Map<String, SectionKind> sections,
    List<SystemConfig> systems,
    Scale severities,
    Scale priorities) {

  public SiteConfig {
    sections = Map.copyOf(sections);
    systems = List.copyOf(systems);
  }

  /// What is known of a system by its own name.
  public Optional<SystemConfig> system(String name) {
    return systems.stream().filter(system -> system.name().equals(name)).findFirst();
  }
}
