package dev.hindsight.read;

import dev.hindsight.model.ExtraField;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TextPosition;
import dev.hindsight.site.config.YamlValue;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Collects the keys and values of a report by what they mean: those of the front matter, and those
/// of the lines and tables that [KeyLines] finds. The first that states a key is believed; front
/// matter comes first.
final class KeyValues {
  /// A longer value is a text.
  private static final int LONGEST = 400;

  private static final Set<String> PHASES = Set.of("started", "detected", "mitigated", "resolved");

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<ExtraField> extra = new ArrayList<>();
  private final Reading reading;

  /// What a key has.
  ///
  /// @param key as written
  /// @param items of a list; empty for a text
  /// @param isFrontMatter whether it was stated for programs, so that one that cannot be read is a
  ///   slip
  record Value(
      String key, String text, List<String> items, TextPosition place, boolean isFrontMatter) {}

  KeyValues(FrontMatter frontMatter, Reading reading) {
    this.reading = reading;
    frontMatter.values().entries().forEach(this::add);
  }

  private void add(YamlValue.Entry entry) {
    Optional<String> meaning = reading.config.key(entry.key());
    TextPosition place = new TextPosition(entry.value().line(), entry.value().column());
    String text = entry.value().asText().strip();
    if (meaning.isPresent() && entry.value() instanceof YamlValue.Entries) {
      reading.problems.add(
          new Problem.BadFrontMatter(
              new SourcePosition(reading.source(), entry.line(), entry.column()),
              "'" + entry.key() + "' has keys of its own",
              "write one value, or a list of values"));
      keep(entry.key(), text);
      return;
    }
    if (meaning.isEmpty() && !text.isEmpty()) {
      extra.add(new ExtraField(entry.key(), text));
    } else if (isFlag(meaning, text)) {
      keep(entry.key(), text);
    } else if (!text.isEmpty()) {
      List<String> items =
          entry.value() instanceof YamlValue.Items ? entry.value().asList() : List.of();
      Value value = new Value(entry.key(), text, items, place, true);
      if (values.putIfAbsent(meaning.get(), value) != null || !isReadable(meaning.get(), value)) {
        extra.add(new ExtraField(entry.key(), text));
      }
    }
  }

  /// `resolved: true` says whether, not when.
  private static boolean isFlag(Optional<String> meaning, String text) {
    return meaning.isPresent()
        && PHASES.contains(meaning.get())
        && (text.equals("true") || text.equals("false"));
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
  /// metadata, to headings that are a key, to tables of keys, and to what summary, impact and
  /// affected systems say of systems and length.
  void listen(List<Node> nodes) {
    boolean isOpen = true;
    SectionKind kind = SectionKind.OTHER;
    boolean isFirst = true;
    Optional<Heading> key = Optional.empty();
    for (Node node : nodes) {
      if (node instanceof Heading heading) {
        String name = Inline.text(heading);
        KeyLines.of(heading).forEach(this::add);
        isOpen = KeyLines.isMetadata(name);
        kind = reading.config.kind(name);
        isFirst = true;
        key = kind == SectionKind.OTHER ? Optional.of(heading) : Optional.empty();
        continue;
      }
      if (key.isPresent() && node instanceof Paragraph paragraph) {
        valueBelow(key.get(), paragraph);
      }
      key = Optional.empty();
      if (isOpen || (isFirst && kind == SectionKind.SUMMARY) || isTableOfKeys(node, kind)) {
        KeyLines.of(node).forEach(this::add);
      } else if (kind == SectionKind.IMPACT) {
        KeyLines.of(node).forEach(this::addOfImpact);
      } else if (kind == SectionKind.AFFECTED_SYSTEMS && isFirst) {
        systemsOfSection(node);
      }
      isFirst = false;
    }
  }

  /// A heading that is a key alone, with its value below it.
  private void valueBelow(Heading heading, Paragraph paragraph) {
    String name = Inline.text(heading).strip();
    reading
        .config
        .key(name)
        .ifPresent(_ -> add(new KeyLines.Line(name, Inline.text(paragraph), paragraph)));
  }

  /// A table with two columns, at least two rows of which are known keys.
  private boolean isTableOfKeys(Node node, SectionKind kind) {
    return node instanceof TableBlock
        && kind != SectionKind.TIMELINE
        && kind != SectionKind.ACTION_ITEMS
        && KeyLines.of(node).stream().filter(line -> !meaning(line).isEmpty()).count() >= 2;
  }

  private void addOfImpact(KeyLines.Line line) {
    switch (meaning(line)) {
      case "systems", "severity", "resolve-time", "repair-time" -> add(line);
      case "duration" -> put("impact-duration", line);
      default -> {}
    }
  }

  /// A section that names systems in a sentence or in the first column of a table; its lists are
  /// read as facts.
  private void systemsOfSection(Node node) {
    String names =
        switch (node) {
          case Paragraph paragraph -> Inline.text(paragraph);
          case TableBlock block -> SystemList.ofTable(Table.of(block));
          default -> "";
        };
    if (!names.isBlank() && !SystemList.of(names).isEmpty()) {
      put("systems", new KeyLines.Line("systems", names, node));
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

  /// All values as texts.
  List<String> texts() {
    return values.values().stream().map(Value::text).toList();
  }

  /// Shows a value that nothing is made of as it stands.
  void keep(String key, String text) {
    extra.add(new ExtraField(key, text));
  }

  /// Everything of the front matter that has no meaning to us, and what could not be read.
  List<ExtraField> extra() {
    return List.copyOf(extra);
  }

  /// Where each key's value stands, by the key's meaning.
  Map<String, TextPosition> places() {
    Map<String, TextPosition> places = new LinkedHashMap<>();
    values.forEach((meaning, value) -> places.put(meaning, value.place()));
    return places;
  }
}
