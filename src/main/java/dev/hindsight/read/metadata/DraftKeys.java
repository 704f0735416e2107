package dev.hindsight.read.metadata;

import dev.hindsight.read.source.FrontMatter;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.config.YamlValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The front matter keys that make a report a draft: `draft`, `published: false`, and a status with
/// the word `draft`. When in doubt, a report is a draft.
final class DraftKeys {
  private static final Set<String> NO = Set.of("false", "no", "off", "0");

  private static final Pattern DRAFT =
      Pattern.compile("(?i)(?<![\\p{L}\\p{N}])draft(?![\\p{L}\\p{N}])");

  private final SiteConfig config;

  DraftKeys(SiteConfig config) {
    this.config = config;
  }

  /// Whether a value of `draft` means yes. An empty value does.
  static boolean isYes(String value) {
    return !NO.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  boolean areIn(YamlValue.Entries matter) {
    return matter.entries().stream().anyMatch(this::isDraft);
  }

  private boolean isDraft(YamlValue.Entry entry) {
    String name = FrontMatter.keyName(entry.key());
    String meaning = config.key(entry.key()).orElse(name);
    String value = entry.value().asText();
    return switch (meaning) {
      case "draft" -> isYes(value);
      case "status", "state" -> DRAFT.matcher(value).find();
      default -> (name.equals("published") && !isYes(value)) || isWithin(entry.value());
    };
  }

  /// `draft` counts at any depth.
  private boolean isWithin(YamlValue value) {
    return switch (value) {
      case YamlValue.Scalar _ -> false;
      case YamlValue.Items items -> items.items().stream().anyMatch(this::isWithin);
      case YamlValue.Entries entries ->
          entries.entries().stream()
              .anyMatch(entry ->
                  FrontMatter.keyName(entry.key()).equals("draft")
                      ? isYes(entry.value().asText())
                      : isWithin(entry.value()));
    };
  }
}
