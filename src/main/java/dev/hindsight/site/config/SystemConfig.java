package dev.hindsight.site.config;

import java.util.List;
import java.util.Optional;

/// The configuration of a system.
///
/// @param aliases other names of it in reports
/// @param runbook the address of its runbook: `https:`, `http:` or relative to the site
public record SystemConfig(
    String name,
    List<String> aliases,
    Optional<String> owner,
    Optional<String> tier,
    Optional<String> runbook) {

  public SystemConfig {
    aliases = List.copyOf(aliases);
  }
}
