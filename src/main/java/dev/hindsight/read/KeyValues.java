package dev.hindsight.read;

import dev.hindsight.model.Fact;
import dev.hindsight.model.Place;
import dev.hindsight.model.SectionKind;
import dev.hindsight.site.Problem;
import dev.hindsight.site.SourcePosition;
import dev.hindsight.site.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Collects the keys and values of a report by what they mean: those of the front matter, and those
/// of the lines and tables that [KeyLines] finds. The first that states a key is believed; front
/// matter comes first.
final class KeyValues {
  /// A longer value is a text.
  private static final int LONGEST = 400;

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<Fact> extra = new ArrayList<>();
  private final Reading reading;

  /// What a key has.
  ///
  /// @param key as written
  /// @param items of a list; empty for a text
  /// @param isFrontMatter whether it was stated for programs, so that one that cannot be read is a
  ///   slip
  record Value(String key, String text, List<String> items, Place place, boolean isFrontMatter) {}

  KeyValues(FrontMatter frontMatter, Reading reading) {
    this.reading = reading;
    frontMatter.values().entries().forEach(this::add);
  }

  private void add(YamlValue.Entry entry) {
    Optional<String> meaning = reading.config.key(entry.key());
    Place place = new Place(entry.value().line(), entry.value().column());
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
      Value value = new Value(entry.key(), text, items, place, true);
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
    get("title")
        .map(Value::text)
        .filter(title -> !heading.contains(title))
        .ifPresent(title -> keep("title", title));
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
        KeyLines.of(heading).forEach(this::add);
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
            .ifPresent(_ -> add(new KeyLines.Line(name, Inline.text(paragraph), paragraph)));
      }
      key = Optional.empty();
      if (isOpen || isSummary) {
        KeyLines.of(node).forEach(this::add);
      } else if (isImpact && (node instanceof ListBlock || node instanceof Paragraph)) {
        KeyLines.of(node).stream()
            .forEach(line -> {
              switch (meaning(line)) {
                case "systems", "severity" -> add(line);
                case "duration" -> put("impact-duration", line);
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

  private void add(KeyLines.Line line) {
    Optional<String> meaning = reading.config.key(line.key());
    if (meaning.isEmpty() || line.value().length() > LONGEST || Metadata.isNothing(line.value())) {
      return;
    }
    put(meaning.get(), line);
  }

  private void put(String meaning, KeyLines.Line line) {
    values.putIfAbsent(
        meaning, new Value(line.key(), line.value(), List.of(), reading.place(line.node()), false));
  }

  /// What a key has, by its meaning.
  Optional<Value> get(String meaning) {
    return Optional.ofNullable(values.get(meaning));
  }

  /// Shows a value that nothing is made of as it stands.
  void keep(String key, String text) {
    extra.add(new Fact(key, text));
  }

  /// Everything of the front matter that has no meaning to us, and what could not be read.
  List<Fact> extra() {
    return List.copyOf(extra);
  }

  /// Where each key's value stands, by the key's meaning.
  Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    values.forEach((meaning, value) -> places.put(meaning, value.place()));
    return places;
  }
}
