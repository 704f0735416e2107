package dev.hindsight.read;

import dev.hindsight.model.Html;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.Doubt;
import dev.hindsight.site.Problem;
import dev.hindsight.site.Scale;
import dev.hindsight.site.SourcePosition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a report says of itself in keys and values. A value that cannot be read is a problem, and
/// is kept to be shown as written.
final class Metadata {
  private static final Set<String> NOTHING =
      Set.of(
          "", "-", "–", "—", "n/a", "na", "none", "unknown", "tbd", "tba", "todo", "?", "なし", "不明");

  /// Where a length can be stated, the clearest first.
  private static final List<String> DURATIONS =
      List.of("duration", "impact-duration", "resolve-time", "repair-time");

  private static final Set<String> NOT_A_DRAFT = Set.of("false", "no", "off", "0");

  private final KeyValues keys;
  private final Reading reading;

  Metadata(KeyValues keys, Reading reading) {
    this.keys = keys;
    this.reading = reading;
  }

  /// Whether a value says that there is none, or was left from a template.
  static boolean isNothing(String text) {
    return NOTHING.contains(text.toLowerCase(Locale.ROOT).strip())
        || text.strip().matches("(?s)[\\[<{].*[\\]>}]");
  }

  Optional<IncidentId> id() {
    return text("id")
        .map(text -> text.replaceAll("[`*\\[\\]]", "").strip())
        .filter(text -> !text.contains(" ") && !isNothing(text))
        .map(IncidentId::new);
  }

  Optional<String> text(String key) {
    return keys.get(key).map(KeyValues.Value::text);
  }

  boolean isDraft() {
    // On the safe side: what is said to be a draft in any words is one.
    return text("draft")
        .filter(text -> !NOT_A_DRAFT.contains(text.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  /// The status without signs before it: `Resolved` of `✅ Resolved`.
  Optional<String> status() {
    return text("status")
        .map(text -> text.replaceFirst("^[^\\p{L}\\p{N}]+", "").strip())
        .filter(text -> !text.isEmpty());
  }

  /// The moment under the first of these keys that can be read.
  Optional<Moment> moment(String... names) {
    for (String key : names) {
      KeyValues.Value value = keys.get(key).orElse(null);
      if (value == null) {
        continue;
      }
      Optional<Moment> moment = DateText.read(value.text(), reading.config.dayFirst());
      if (moment.isPresent()) {
        return moment;
      }
      boolean isClockOnly = TimeText.at(value.text(), false).isPresent();
      if (!isClockOnly && !Set.of("true", "false").contains(value.text())) {
        unclear(key, value, "a date such as 2024-04-02 or 2024-04-02T14:45Z");
      }
    }
    return Optional.empty();
  }

  OptionalLong duration() {
    for (String key : DURATIONS) {
      KeyValues.Value value = keys.get(key).orElse(null);
      if (value == null) {
        continue;
      }
      OptionalLong minutes =
          value.text().matches("\\d{1,6}")
                  && value.key().toLowerCase(Locale.ROOT).contains("minute")
              ? OptionalLong.of(Long.parseLong(value.text()))
              : Durations.minutes(value.text());
      if (minutes.isPresent()) {
        return minutes;
      }
      if (value.isFrontMatter()) {
        unclear(key, value, "a length of time such as 1h 30m or 45 minutes");
      }
    }
    return OptionalLong.empty();
  }

  /// Whether the length is not stated as such, but as a fact of the impact or a time to repair.
  boolean isDurationDerived() {
    return keys.get("duration").isEmpty();
  }

  Optional<Severity> severity() {
    KeyValues.Value value = keys.get("severity").orElse(null);
    if (value == null || isNothing(value.text())) {
      return Optional.empty();
    }
    Scale scale = reading.config.severities();
    Optional<String> name = scale.findFirst(value.text());
    if (name.isEmpty()) {
      String lead = value.text().split("\\s*[—–·(;,]|\\s-\\s", 2)[0].strip();
      if (isNothing(lead)) {
        return Optional.empty();
      }
      reading.problems.add(
          new Doubt.UnknownSeverity(at(value), lead, String.join(", ", scale.names())));
      return Optional.of(new Severity(lead, scale.rank(lead), value.text()));
    }
    return Optional.of(new Severity(name.get(), scale.rank(name.get()), value.text()));
  }

  List<SystemName> systems() {
    KeyValues.Value value = keys.get("systems").orElse(null);
    if (value == null) {
      return List.of();
    }
    return value.items().isEmpty()
        ? SystemList.of(value.text())
        : value.items().stream().map(SystemsReader::name).toList();
  }

  /// A key's list; a text is taken apart at commas.
  List<String> list(String key) {
    KeyValues.Value value = keys.get(key).orElse(null);
    if (value == null) {
      return List.of();
    }
    List<String> items =
        value.items().isEmpty() ? List.of(value.text().split("\\s*[,;、]\\s*")) : value.items();
    return items.stream().map(String::strip).filter(item -> !isNothing(item)).toList();
  }

  List<IncidentId> ids(String key) {
    return list(key).stream().map(IncidentId::new).toList();
  }

  /// The ids that a key names, whatever else stands around them.
  List<RelatedIncident> related() {
    KeyValues.Value value = keys.get("related").orElse(null);
    if (value == null) {
      return List.of();
    }
    List<String> texts = value.items().isEmpty() ? List.of(value.text()) : value.items();
    return texts.stream()
        .flatMap(text -> MentionWords.in(text).stream())
        .map(word ->
            new RelatedIncident(
                new IncidentId(word.text()),
                Optional.empty(),
                Html.EMPTY,
                Optional.empty(),
                value.place()))
        .toList();
  }

  private void unclear(String key, KeyValues.Value value, String expected) {
    keys.keep(key, value.text());
    reading.problems.add(new Problem.UnclearValue(at(value), key, value.text(), expected));
  }

  private SourcePosition at(KeyValues.Value value) {
    return SourcePosition.of(reading.source(), value.place());
  }
}
