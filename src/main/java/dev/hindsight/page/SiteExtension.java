package dev.hindsight.page;

import dev.hindsight.model.AffectedSystemHistory;
import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Relation;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.Unwritten;
import dev.hindsight.site.Addresses;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// What templates may ask beyond the records themselves, as filters:
///
/// | filter | of | gives |
/// |---|---|---|
/// | `show` | [Html] | the markup, the only thing that is printed unescaped |
/// | `url` | incident, id, system, name of a system | its address as seen from this page |
/// | `incident` | id | its incident, or null where nobody has written it up |
/// | `system` | name of a system | the system |
/// | `connections` | incident | how it relates to others, without what its text lists as related |
/// | `link` | an address of the configuration | the same as seen from this page |
/// | `day` | [Moment] | `2 April 2024`, `April 2024`, `2024` |
/// | `length` | minutes | `1 h 25 min` |
/// | `offset` | minutes | `T+15 min` |
/// | `kind` | a record | its type's name in lower case: `timeline`, `declared` |
/// | `or_null` | an optional | what it holds, or null |
/// | `line` | text | the same on one line |
final class SiteExtension extends AbstractExtension {
  private final KnowledgeBase knowledge;

  SiteExtension(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.ofEntries(
        filter("show", (value, root) -> new SafeString(show((Html) value, root))),
        filter("url", (value, root) -> root + Addresses.encode(address(value))),
        filter("incident", (value, root) -> knowledge.incident((IncidentId) value).orElse(null)),
        filter("system", (value, root) -> knowledge.system((SystemName) value)),
        filter("connections", (value, root) -> connections((Incident) value)),
        filter("link", (value, root) -> link((String) value, root)),
        filter("day", (value, root) -> Times.day((Moment) value)),
        filter("length", (value, root) -> Times.length((Long) value)),
        filter("offset", (value, root) -> Times.offset((Long) value)),
        filter("kind", (value, root) -> value.getClass().getSimpleName().toLowerCase(Locale.ROOT)),
        filter("or_null", (value, root) -> ((Optional<?>) value).orElse(null)),
        filter("line", (value, root) -> ((String) value).replaceAll("\\s+", " ")));
  }

  private static Map.Entry<String, Filter> filter(
      String name, BiFunction<Object, String, Object> function) {
    return Map.entry(
        name,
        new Filter() {
          @Override
          public Object apply(
              Object input,
              Map<String, Object> arguments,
              PebbleTemplate self,
              EvaluationContext context,
              int line) {
            return input == null
                ? null
                : function.apply(input, (String) context.getVariable("root"));
          }

          @Override
          public List<String> getArgumentNames() {
            return List.of();
          }
        });
  }

  private static String link(String address, String root) {
    return address.matches("(?i)https?:.*") ? address : root + address;
  }

  private List<Relation> connections(Incident incident) {
    Set<String> listed =
        incident.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .filter(Block.Related.class::isInstance)
            .flatMap(block -> ((Block.Related) block).incidents().stream())
            .map(related -> knowledge.ids().getOrDefault(related.id().key(), related.id()).key())
            .collect(Collectors.toSet());
    return knowledge.relations(incident.id()).stream()
        .filter(relation -> !listed.contains(relation.id().key()))
        .toList();
  }

  private String address(Object value) {
    return switch (value) {
      case Incident incident -> Addresses.page(incident.id());
      case Unwritten unwritten -> Addresses.page(unwritten.id());
      case IncidentId id -> Addresses.page(id);
      case AffectedSystemHistory system -> Addresses.systemPage(system.slug());
      case SystemName name -> Addresses.systemPage(knowledge.system(name).slug());
      default -> throw new IllegalArgumentException("no page for a " + value.getClass());
    };
  }

  private String show(Html html, String root) {
    return html.print(root, word -> mention(word, root), path -> report(path, root));
  }

  /// A word that may be an id: a link where it is one.
  private String mention(String word, String root) {
    return knowledge
        .recognise(word)
        .map(found ->
            "<a class=\"mention\" href=\""
                + root
                + Addresses.encode(Addresses.page(found.id()))
                + "\">"
                + Html.escape(word.substring(0, found.length())).value()
                + "</a>"
                + Html.escape(word.substring(found.length())).value())
        .orElse(Html.escape(word).value());
  }

  /// The address of a report that is known by its path.
  private String report(String path, String root) {
    return root
        + knowledge
            .recognise(path)
            .map(found -> Addresses.encode(Addresses.page(found.id())))
            .orElse("index.html");
  }
}
