package dev.hindsight.page.template;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.MissingReport;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Relation;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.Whitespace;
import dev.hindsight.page.chart.TimelineStrip;
import dev.hindsight.page.data.ListData;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.view.Descriptions;
import dev.hindsight.page.view.RecurrenceView;
import dev.hindsight.page.view.Redirect;
import dev.hindsight.page.view.RelationGroup;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Filters that templates can use in addition to the records themselves:
///
/// | filter | of | gives |
/// |---|---|---|
/// | `show` | [Html] | the markup, the only thing that is printed unescaped |
/// | `url` | incident, id, system, name of a system, redirect | its address as seen from this page |
/// | `data`, `feed`, `written` | id or system, system, id | the addresses of its JSON, its feed, its Markdown |
/// | `incident` | id | its incident, or null if it has no report |
/// | `system` | name of a system | the system |
/// | `connections` | incident | its relations to others, in groups, without those that its text
/// lists |
/// | `link` | an address of the configuration | the same as seen from this page |
/// | `day` | [Moment] | `2 Apr 2024`, `Apr 2024`, `2024` |
/// | `moment` | [Moment] | `2 Apr 2024, 14:45 UTC` |
/// | `length` | minutes | `1 h 25 min` |
/// | `offset` | minutes | `T+15 min` |
/// | `path` | a path in the site | the same as it stands in an address |
/// | `recurrence` | incident | the recurrence that includes it, or null |
/// | `runbooks` | incident | the runbooks that mention it |
/// | `details` | system | its owner, tier and aliases, in one line |
/// | `on` | a day | `2 Apr 2024` |
/// | `time` | [Moment], a day | the same as markup that programs can read: `<time datetime=…>` |
/// | `days` | a number of days | `1 day`, `68 days` |
/// | `kind` | a record | its type's name in lower case: `timeline`, `declared` |
/// | `or_null` | an optional | what it holds, or null |
/// | `line` | text | the same on one line |
/// | `description` | incident, system | what it is about, in one line of plain text |
public final class SiteExtension extends AbstractExtension {
  /// The names of the filters in the table above.
  static final List<String> NAMES =
      List.of(
          "connections",
          "data",
          "day",
          "days",
          "description",
          "details",
          "feed",
          "incident",
          "kind",
          "length",
          "line",
          "link",
          "moment",
          "offset",
          "on",
          "or_null",
          "path",
          "recurrence",
          "runbooks",
          "show",
          "system",
          "time",
          "url",
          "written");

  /// The names of the functions.
  static final List<String> FUNCTIONS = List.of("strip", "t");

  /// Shared by all sites, because it finds the same methods for all.
  private static final Getters GETTERS = new Getters();

  private final KnowledgeBase knowledge;
  private final SiteConfig config;
  private final Messages messages;

  /// By their anchors.
  private final Map<String, RecurrenceView> recurrences;

  public SiteExtension(KnowledgeBase knowledge, SiteConfig config, Messages messages) {
    this.knowledge = knowledge;
    this.config = config;
    this.messages = messages;
    this.recurrences =
        RecurrenceView.all(knowledge).stream()
            .collect(Collectors.toMap(again -> again.recurrence().anchor(), again -> again));
  }

  private RecurrenceView recurrence(Incident incident) {
    return knowledge
        .recurrence(incident.id())
        .map(again -> recurrences.get(again.anchor()).around(incident.id()))
        .orElse(null);
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.ofEntries(
        filter("show", (value, here) -> new SafeString(show((Html) value, here))),
        filter("url", (value, here) -> here.root() + Addresses.encode(address(value))),
        filter("data", (value, here) -> here.root() + Addresses.encode(data(value))),
        filter(
            "feed",
            (value, here) ->
                here.root()
                    + Addresses.encode(Addresses.systemFeed(((SystemHistory) value).slug()))),
        filter(
            "written",
            (value, here) -> here.root() + Addresses.encode(Addresses.report((IncidentId) value))),
        filter("incident", (value, here) -> knowledge.incident((IncidentId) value).orElse(null)),
        filter("system", (value, here) -> knowledge.system((SystemName) value)),
        filter("connections", (value, here) -> RelationGroup.of(connections((Incident) value))),
        filter("link", (value, here) -> link((String) value, here.root())),
        filter("path", (value, here) -> Addresses.encode((String) value)),
        filter("recurrence", (value, here) -> recurrence((Incident) value)),
        filter("runbooks", (value, here) -> knowledge.runbooks(((Incident) value).id())),
        filter(
            "details", (value, here) -> ListData.details((SystemHistory) value, config, messages)),
        filter("on", (value, here) -> messages.times().day((LocalDate) value)),
        filter("days", (value, here) -> messages.times().days((Long) value)),
        filter("time", (value, here) -> new SafeString(time(value))),
        filter("day", (value, here) -> messages.times().day((Moment) value)),
        filter("moment", (value, here) -> messages.times().moment((Moment) value)),
        filter("length", (value, here) -> messages.times().length((Long) value)),
        filter("offset", (value, here) -> messages.times().offset((Long) value)),
        filter("kind", (value, here) -> value.getClass().getSimpleName().toLowerCase(Locale.ROOT)),
        filter("or_null", (value, here) -> ((Optional<?>) value).orElse(null)),
        filter("line", (value, here) -> Whitespace.collapse((String) value)),
        filter("description", (value, here) -> description(value)));
  }

  /// This visitor must run after the one that adds escaping.
  @Override
  public List<NodeVisitorFactory> getNodeVisitors() {
    return List.of(template -> new QuickTemplates((PebbleTemplateImpl) template, GETTERS));
  }

  /// `strip(incident, timeline)` is the timeline drawn to scale, or null. `t(key, arguments...)` is
  /// a message of the interface; see [Messages].
  @Override
  public Map<String, Function> getFunctions() {
    return Map.of("strip", new StripFunction(messages), "t", new MessageFunction(messages));
  }

  private record StripFunction(Messages messages) implements Function {
    @Override
    public Object execute(
        Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
      return TimelineStrip.of(
              (Incident) arguments.get("incident"),
              (Block.Timeline) arguments.get("timeline"),
              messages)
          .orElse(null);
    }

    @Override
    public List<String> getArgumentNames() {
      return List.of("incident", "timeline");
    }
  }

  /// The page that is being rendered. Most filters do not need it.
  private record Here(EvaluationContext context) {

    /// The path from the page to the site's root.
    String root() {
      return (String) context.getVariable("root");
    }

    /// Its own address.
    String path() {
      return (String) context.getVariable("path");
    }
  }

  private static Map.Entry<String, Filter> filter(
      String name, BiFunction<Object, Here, Object> function) {
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
            try {
              return input == null ? null : function.apply(input, new Here(context));
            } catch (ClassCastException | IllegalArgumentException unfit) {
              throw new PebbleException(
                  unfit,
                  "the filter '"
                      + name
                      + "' does not apply to a "
                      + input.getClass().getSimpleName(),
                  line,
                  self.getName());
            }
          }

          @Override
          public List<String> getArgumentNames() {
            return List.of();
          }
        });
  }

  private String time(Object value) {
    return switch (value) {
      case Moment moment -> time(moment.date(), Html.escape(messages.times().day(moment)).value());
      case LocalDate day -> time(day.toString(), Html.escape(messages.times().day(day)).value());
      default -> throw new IllegalArgumentException("no time of a " + value.getClass());
    };
  }

  private static String time(String machine, String human) {
    return "<time datetime=\"" + machine + "\">" + human + "</time>";
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

  private static String data(Object value) {
    return value instanceof SystemHistory system
        ? Addresses.systemData(system.slug())
        : Addresses.data((IncidentId) value);
  }

  private String address(Object value) {
    return switch (value) {
      case Incident incident -> Addresses.page(incident.id());
      case MissingReport unwritten -> Addresses.page(unwritten.id());
      case IncidentId id -> Addresses.page(id);
      case Redirect redirect -> redirect.to();
      case SystemHistory system -> Addresses.systemPage(system.slug());
      case SystemName name -> Addresses.systemPage(knowledge.system(name).slug());
      default -> throw new IllegalArgumentException("no page for a " + value.getClass());
    };
  }

  private String description(Object value) {
    return switch (value) {
      case Incident incident -> Descriptions.of(incident, knowledge, messages);
      case SystemHistory system -> Descriptions.of(system, messages);
      default -> throw new IllegalArgumentException("no description of a " + value.getClass());
    };
  }

  private String show(Html html, Here here) {
    return html.print(
        here.root(), word -> mention(word, here), (path, fragment) -> report(path, fragment, here));
  }

  /// A possible ID: a link if it is an ID, but not to the page that contains it.
  private String mention(String word, Here here) {
    return knowledge
        .recognize(word)
        .filter(found -> !Addresses.page(found.id()).equals(here.path()))
        .map(found ->
            "<a class=\"mention\" href=\""
                + here.root()
                + Addresses.encode(Addresses.page(found.id()))
                + "\">"
                + Html.escape(word.substring(0, found.length())).value()
                + "</a>"
                + Html.escape(word.substring(found.length())).value())
        .orElse(Html.escape(word).value());
  }

  /// The address of a report that is known by its path, and of an anchor in it.
  private String report(String path, String fragment, Here here) {
    Optional<IncidentId> id =
        Optional.ofNullable(knowledge.ids().get(path.toLowerCase(Locale.ROOT)));
    if (id.isEmpty()) {
      return here.root() + "index.html";
    }
    String page = Addresses.page(id.get());
    String anchor = knowledge.incident(id.get()).map(to -> to.anchor(fragment)).orElse(fragment);
    String hash = anchor.isEmpty() ? "" : "#" + Addresses.encode(anchor);
    return page.equals(here.path()) && !hash.isEmpty()
        ? hash
        : here.root() + Addresses.encode(page) + hash;
  }
}
