package dev.hindsight.model;

import java.util.Locale;
import java.util.Optional;

/// An affected system as a report names it, `Production Database (PostgreSQL)`, taken apart into
/// its name and the detail in parentheses. Which names mean one system is for linking to decide.
public record SystemName(String name, Optional<String> detail) {

  /// Collapses white space in both parts; a blank detail is none.
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
