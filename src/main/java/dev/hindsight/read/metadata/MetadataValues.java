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

/// Collects the keys and values of a report by what they mean: those of the front matter, and those
/// of the lines and tables that [MetadataLines] finds. The first that states a key is believed;
/// front matter comes first.
public final class MetadataValues {
  public static final ProblemKind BAD_FRONT_MATTER =
      ProblemKind.error(
          "bad-front-matter",
          ProblemKind.Topic.FILES,
          """
          A front matter key that has keys of its own. Write one value or a list of values.
          """);

  /// A longer value is a text.
  private static final int LONGEST = 400;

  private static final Set<String> PHASES = Set.of("started", "detected", "mitigated", "resolved");

  /// What the name of an item is called that has keys: `{name: Tank North, tier: 1}`.
  private static final List<String> NAME_KEYS =
      List.of("name", "id", "title", "system", "service", "component");

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<ExtraField> extra = new ArrayList<>();
  private final ReportContext context;
  private final boolean isDraft;

  /// What a key has.
  ///
  /// @param key as written
  /// @param items of a list; empty for a text
  /// @param isFrontMatter whether it was stated for programs, so that one that cannot be read is a
  ///   slip
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

  /// The items of a list; of one that has keys, its name.
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
      default -> true;
    };
  }

  /// A title of the front matter that the first heading does not repeat is shown too.
  public void titled(String heading) {
    get("title")
        .map(Value::text)
        .filter(title -> !heading.contains(title))
        .ifPresent(title -> keep("title", title));
  }

  /// Listens to the text: to all that stands before the first section or under a heading for
  /// metadata, to headings that are a key, to tables of keys, and to what summary, impact and
  /// affected systems say of systems and length.
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

  /// A heading that is a key alone, with its value below it.
  private void valueBelow(Heading heading, Paragraph paragraph) {
    String name = Inline.text(heading).strip();
    context
        .config()
        .key(name)
        .ifPresent(_ -> add(new MetadataLines.Line(name, Inline.text(paragraph), paragraph)));
  }

  /// A table with two columns, at least two rows of which are known keys.
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

  /// What a key has, by its meaning.
  Optional<Value> get(String meaning) {
    return Optional.ofNullable(values.get(meaning));
  }

  /// All values as texts.
  public List<String> texts() {
    return values.values().stream().map(Value::text).toList();
  }

  /// Shows a value that nothing is made of as it stands.
  void keep(String key, String text) {
    extra.add(new ExtraField(key, text));
  }

  /// Everything of the front matter that has no meaning to us, and what could not be read.
  public List<ExtraField> extra() {
    return List.copyOf(extra);
  }

  /// Where each key's value stands, by the key's meaning.
  public Map<String, TextPosition> places() {
    Map<String, TextPosition> places = new LinkedHashMap<>();
    values.forEach((meaning, value) -> places.put(meaning, value.place()));
    return places;
  }
}
