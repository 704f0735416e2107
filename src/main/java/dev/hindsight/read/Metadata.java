package dev.hindsight.read;

import dev.hindsight.model.Fact;
import dev.hindsight.model.Html;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.Problem;
import dev.hindsight.site.Scale;
import dev.hindsight.site.SourcePosition;
import dev.hindsight.site.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// What a report says of itself in keys and values: in front matter, and in the lines and tables
/// that [KeyLines] finds. The first that states a key is believed; front matter comes first. A
/// value that cannot be read is a problem, and is kept to be shown as written.
final class Metadata {
  private static final Set<String> NOTHING =
      Set.of(
          "", "-", "–", "—", "n/a", "na", "none", "unknown", "tbd", "tba", "todo", "?", "なし", "不明");

  /// Where a length can be stated, the clearest first.
  private static final List<String> DURATIONS =
      List.of("duration", "impact-duration", "resolve-time", "repair-time");

  private static final Set<String> NOT_A_DRAFT = Set.of("false", "no", "off", "0");

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<Fact> extra = new ArrayList<>();
  private final Reading reading;

  /// What a key has.
  ///
  /// @param key as written
  /// @param isFrontMatter whether it was stated for programs, so that one that cannot be read is a
  ///   slip
  private record Value(
      String key, String text, List<String> items, SourcePosition at, boolean isFrontMatter) {}

  Metadata(FrontMatter frontMatter, Reading reading) {
    this.reading = reading;
    frontMatter.values().entries().forEach(this::add);
  }

  private void add(YamlValue.Entry entry) {
    Optional<String> meaning = reading.config.key(entry.key());
    SourcePosition at =
        new SourcePosition(reading.source(), entry.value().line(), entry.value().column());
    if (meaning.isPresent() && entry.value() instanceof YamlValue.Entries) {
      reading.problems.add(
          new Problem.BadFrontMatter(
              new SourcePosition(reading.source(), entry.line(), entry.column()),
              "'" + entry.key() + "' has keys of its own",
              "write one value, or a list of values"));
    }
    String text = entry.value().asText().strip();
    if (meaning.isEmpty() && !text.isEmpty()) {
      extra.add(new Fact(entry.key(), text));
    } else if (!text.isEmpty()) {
      List<String> items =
          entry.value() instanceof YamlValue.Items ? entry.value().asList() : List.of();
      Value value = new Value(entry.key(), text, items, at, true);
      if (values.putIfAbsent(meaning.get(), value) != null || !isReadable(meaning.get(), value)) {
        extra.add(new Fact(entry.key(), text));
      }
    }
  }

  /// Whether something is made of a value; otherwise it is shown as it stands.
  private static boolean isReadable(String meaning, Value value) {
    return switch (meaning) {
      case "id" -> !value.text().contains(" ");
      case "systems" -> !value.items().isEmpty() || !SystemList.of(value.text()).isEmpty();
      case "started", "detected", "mitigated", "resolved" ->
          TimeText.at(value.text(), false).filter(time -> time.date().isEmpty()).isEmpty();
      default -> true;
    };
  }

  /// A title of the front matter that the first heading does not repeat is shown too.
  void titled(String heading) {
    text("title")
        .filter(title -> !heading.contains(title))
        .ifPresent(title -> extra.add(new Fact("title", title)));
  }

  /// Listens to the text: to all that stands before the first section or under a heading for
  /// metadata, to headings that are a key, and to what summary and impact say of systems and
  /// length.
  void listen(List<Node> nodes) {
    boolean isOpen = true;
    boolean isSummary = false;
    boolean isImpact = false;
    Optional<Heading> key = Optional.empty();
    for (Node node : nodes) {
      if (node instanceof Heading heading) {
        String name = Inline.text(heading);
        KeyLines.of(heading).forEach(line -> add(line, heading));
        isOpen = KeyLines.isMetadata(name);
        SectionKind kind = reading.config.kind(name);
        isSummary = kind == SectionKind.SUMMARY;
        isImpact = kind == SectionKind.IMPACT;
        key = kind == SectionKind.OTHER ? Optional.of(heading) : Optional.empty();
        continue;
      }
      if (key.isPresent() && node instanceof Paragraph paragraph) {
        // A heading that is a key alone, with its value below it.
        String name = Inline.text(key.get()).strip();
        reading
            .config
            .key(name)
            .ifPresent(
                _ -> add(new KeyLines.Line(name, Inline.text(paragraph), paragraph), paragraph));
      }
      key = Optional.empty();
      if (isOpen || isSummary) {
        KeyLines.of(node).forEach(line -> add(line, node));
      } else if (isImpact && (node instanceof ListBlock || node instanceof Paragraph)) {
        KeyLines.of(node).stream()
            .forEach(line -> {
              switch (meaning(line)) {
                case "systems", "severity" -> add(line, node);
                case "duration" -> put("impact-duration", line, node);
                default -> {}
              }
            });
      }
      isSummary = false;
    }
  }

  private String meaning(KeyLines.Line line) {
    return reading.config.key(line.key()).orElse("");
  }

  private void add(KeyLines.Line line, Node node) {
    Optional<String> meaning = reading.config.key(line.key());
    if (meaning.isEmpty() || line.value().length() > 400 || isNothing(line.value())) {
      return;
    }
    put(meaning.get(), line, node);
  }

  private void put(String meaning, KeyLines.Line line, Node node) {
    values.putIfAbsent(
        meaning, new Value(line.key(), line.value(), List.of(), reading.at(node), false));
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
    return Optional.ofNullable(values.get(key)).map(Value::text);
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
  Optional<Moment> moment(String... keys) {
    for (String key : keys) {
      Value value = values.get(key);
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
      Value value = values.get(key);
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
    return !values.containsKey("duration");
  }

  Optional<Severity> severity() {
    Value value = values.get("severity");
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
      report("severity", value, "one of " + String.join(", ", scale.names()));
      return Optional.of(new Severity(lead, scale.rank(lead)));
    }
    return Optional.of(new Severity(name.get(), scale.rank(name.get())));
  }

  List<SystemName> systems() {
    Value value = values.get("systems");
    if (value == null) {
      return List.of();
    }
    return value.items().isEmpty()
        ? SystemList.of(value.text())
        : value.items().stream().map(SystemsReader::name).toList();
  }

  /// A key's list; a text is taken apart at commas.
  List<String> list(String key) {
    Value value = values.get(key);
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
    Value value = values.get("related");
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
                value.at().line()))
        .toList();
  }

  /// Everything of the front matter that has no meaning to us, and what could not be read.
  List<Fact> extra() {
    return List.copyOf(extra);
  }

  private void unclear(String key, Value value, String expected) {
    extra.add(new Fact(key, value.text()));
    report(key, value, expected);
  }

  private void report(String key, Value value, String expected) {
    reading.problems.add(new Problem.UnclearValue(value.at(), key, value.text(), expected));
  }
}
