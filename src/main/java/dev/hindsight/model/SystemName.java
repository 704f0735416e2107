package dev.hindsight.model;

import java.util.Locale;
import java.util.Optional;

/// The name of an affected system in a report, `Production Database (PostgreSQL)`, split into name
/// and detail. Linking decides which names mean the same system.
public record SystemName(String name, Optional<String> detail) {

  /// Collapses white space; a blank detail becomes empty.
  public SystemName {
    name = collapse(name);
    detail = detail.map(SystemName::collapse).filter(text -> !text.isEmpty());
  }

  /// A system without a detail.
  public static SystemName of(String name) {
    return new SystemName(name, Optional.empty());
  }

  /// The same for every spelling that differs only in case and spaces.
  public String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String collapse(String text) {
    return Whitespace.collapse(text.strip());
  }
}
