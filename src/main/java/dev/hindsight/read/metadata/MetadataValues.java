package dev.hindsight.read.metadata;

import dev.hindsight.model.ExtraField;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.markdown.Table;
import dev.hindsight.read.source.FrontMatter;
import dev.hindsight.site.config.YamlValue;
import dev.hindsight.site.problem.ProblemKind;
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

/// Collects the keys and values of a report by their meaning, from the front matter and from what
/// [MetadataLines] finds. The first value for a meaning wins, and front matter comes first.
public final class MetadataValues {
  public static final ProblemKind BAD_FRONT_MATTER =
      ProblemKind.error(
          "bad-front-matter",
          ProblemKind.Topic.FILES,
          """
          A front matter key with nested keys. Write one value or a list of values.
          """);

  /// A longer value is prose.
  private static final int LONGEST = 400;

  private static final Set<String> PHASES = Set.of("started", "detected", "mitigated", "resolved");

  /// Keys for the name of an item that has keys of its own: `{name: Tank North, tier: 1}`.
  private static final List<String> NAME_KEYS =
      List.of("name", "id", "title", "system", "service", "component");

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<ExtraField> extra = new ArrayList<>();
  private final ReportContext context;
  private final boolean isDraft;

  /// The value of a key.
  ///
  /// @param key as written
  /// @param items of a list; empty for a text
  /// @param isFrontMatter whether it was written for programs, so that an unreadable value is a
  ///   mistake
  record Value(
      String key, String text, List<String> items, TextPosition place, boolean isFrontMatter) {}

  public MetadataValues(FrontMatter.Readable frontMatter, ReportContext context) {
    this.context = context;
    this.isDraft = new DraftKeys(context.config()).areIn(frontMatter.values());
    frontMatter.values().entries().forEach(this::add);
  }

  private void add(YamlValue.Entry entry) {
    Optional<String> meaning = context.config().key(entry.key());
    TextPosition place = new TextPosition(entry.value().line(), entry.value().column());
    String text = entry.value().asText().strip();
    if (meaning.isPresent() && entry.value() instanceof YamlValue.Entries) {
      context.report(
          BAD_FRONT_MATTER.at(
              new SourcePosition(context.source(), entry.line(), entry.column()),
              "front matter: '" + entry.key() + "' has keys of its own",
              "write one value, or a list of values"));
      keep(entry.key(), text);
      return;
    }
    if (meaning.isEmpty() && !text.isEmpty()) {
      extra.add(new ExtraField(entry.key(), text));
    } else if (isFlag(meaning, text)) {
      keep(entry.key(), text);
    } else if (!text.isEmpty()) {
      List<String> items = entry.value() instanceof YamlValue.Items list ? names(list) : List.of();
      Value value = new Value(entry.key(), text, items, place, true);
      if (!items.isEmpty() && hasKeys((YamlValue.Items) entry.value())) {
        keep(entry.key(), text);
      }
      if (values.putIfAbsent(meaning.get(), value) != null || !isReadable(meaning.get(), value)) {
        extra.add(new ExtraField(entry.key(), text));
      }
    }
  }

  /// The items of a list. An item that has keys is represented by its name.
  private static List<String> names(YamlValue.Items list) {
    return list.items().stream()
        .map(item ->
            item instanceof YamlValue.Entries entries
                ? NAME_KEYS.stream()
                    .flatMap(key -> entries.get(key).stream())
                    .findFirst()
                    .orElse(item)
                    .asText()
                : item.asText())
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static boolean hasKeys(YamlValue.Items list) {
    return list.items().stream().anyMatch(YamlValue.Entries.class::isInstance);
  }

  /// Whether the value of a date says only yes or no: `resolved: true`.
  private static boolean isFlag(Optional<String> meaning, String text) {
    return meaning.isPresent()
        && PHASES.contains(meaning.get())
        && (text.equals("true") || text.equals("false"));
  }

  /// Whether a value is used. Other values are shown as written.
  private static boolean isReadable(String meaning, Value value) {
    return switch (meaning) {
      case "id" -> !value.text().contains(" ");
      case "systems" -> !value.items().isEmpty() || !SystemList.of(value.text()).isEmpty();
      default -> true;
    };
  }

  /// Makes the site show a title of the front matter that differs from the first heading.
  public void titled(String heading) {
    get("title")
        .map(Value::text)
        .filter(title -> !heading.contains(title))
        .ifPresent(title -> keep("title", title));
  }

  /// Collects keys and values from the text: from everything before the first section or under a
  /// metadata heading, from headings and tables with keys, and what summary, impact and affected
  /// systems say about systems and duration.
  public void listen(List<Node> nodes) {
    boolean isOpen = true;
    SectionKind kind = SectionKind.OTHER;
    boolean isFirst = true;
    Optional<Heading> key = Optional.empty();
    for (Node node : nodes) {
      if (node instanceof Heading heading) {
        String name = Inline.text(heading);
        MetadataLines.of(heading).forEach(this::add);
        isOpen = MetadataLines.isMetadata(name);
        kind = context.config().kind(name);
        isFirst = true;
        key = kind == SectionKind.OTHER ? Optional.of(heading) : Optional.empty();
        continue;
      }
      if (key.isPresent() && node instanceof Paragraph paragraph) {
        valueBelow(key.get(), paragraph);
      }
      key = Optional.empty();
      if (isOpen || (isFirst && kind == SectionKind.SUMMARY) || isTableOfKeys(node, kind)) {
        MetadataLines.of(node).forEach(this::add);
      } else if (kind == SectionKind.IMPACT) {
        MetadataLines.of(node).forEach(this::addOfImpact);
      } else if (kind == SectionKind.AFFECTED_SYSTEMS && isFirst) {
        systemsOfSection(node);
      }
      isFirst = false;
    }
  }

  /// A heading that is a key, with its value below it.
  private void valueBelow(Heading heading, Paragraph paragraph) {
    String name = Inline.text(heading).strip();
    context
        .config()
        .key(name)
        .ifPresent(_ -> add(new MetadataLines.Line(name, Inline.text(paragraph), paragraph)));
  }

  /// Whether a node is a table with two columns and known keys in at least two rows.
  private boolean isTableOfKeys(Node node, SectionKind kind) {
    return node instanceof TableBlock
        && kind != SectionKind.TIMELINE
        && kind != SectionKind.ACTION_ITEMS
        && MetadataLines.of(node).stream().filter(line -> !meaning(line).isEmpty()).count() >= 2;
  }

  private void addOfImpact(MetadataLines.Line line) {
    switch (meaning(line)) {
      case "systems", "severity", "resolve-time", "repair-time" -> add(line);
      case "duration" -> put("impact-duration", line);
      default -> {}
    }
  }

  /// Collects systems that a section names in a sentence or in the first column of a table. Its
  /// lists are read as facts.
  private void systemsOfSection(Node node) {
    String names =
        switch (node) {
          case Paragraph paragraph -> Inline.text(paragraph);
          case TableBlock block -> SystemList.ofTable(Table.of(block));
          default -> "";
        };
    if (!names.isBlank() && !SystemList.of(names).isEmpty()) {
      put("systems", new MetadataLines.Line("systems", names, node));
    }
  }

  private String meaning(MetadataLines.Line line) {
    return context.config().key(line.key()).orElse("");
  }

  private void add(MetadataLines.Line line) {
    Optional<String> meaning = context.config().key(line.key());
    if (meaning.isEmpty() || line.value().length() > LONGEST || Metadata.isNothing(line.value())) {
      return;
    }
    put(meaning.get(), line);
  }

  private void put(String meaning, MetadataLines.Line line) {
    values.putIfAbsent(
        meaning, new Value(line.key(), line.value(), List.of(), context.place(line.node()), false));
  }

  /// Whether the front matter says that the report is a draft.
  boolean isDraft() {
    return isDraft;
  }

  /// The value of a key, by the key's meaning.
  Optional<Value> get(String meaning) {
    return Optional.ofNullable(values.get(meaning));
  }

  /// All values as text.
  public List<String> texts() {
    return values.values().stream().map(Value::text).toList();
  }

  /// Keeps an unused value, to be shown as written.
  void keep(String key, String text) {
    extra.add(new ExtraField(key, text));
  }

  /// The front matter that has no meaning to Hindsight, and values that it could not read.
  public List<ExtraField> extra() {
    return List.copyOf(extra);
  }

  /// The position of each value, by the meaning of its key.
  public Map<String, TextPosition> places() {
    Map<String, TextPosition> places = new LinkedHashMap<>();
    values.forEach((meaning, value) -> places.put(meaning, value.place()));
    return places;
  }
}
