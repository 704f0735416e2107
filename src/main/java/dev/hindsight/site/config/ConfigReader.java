package dev.hindsight.site.config;

import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TextPosition;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.ClosestMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads `site-config.yml` over the program's own `defaults.yml`, which has the same form: lists of
/// levels replace the default ones, section names are added to them.
public final class ConfigReader {
  public static final ProblemKind BAD_CONFIGURATION =
      ProblemKind.error(
          "bad-configuration",
          ProblemKind.Topic.CONFIGURATION,
          """
          A wrong `site-config.yml`. It ends the program before it reads any report.
          """);

  /// Every kind of problem of a configuration that can be used.
  public static final List<ProblemKind> WARNINGS = List.of(ThemeReader.LOW_CONTRAST);

  private static final List<String> KEYS =
      List.of(
          "title",
          "url",
          "edit",
          "public",
          "ids",
          "sections",
          "systems",
          "severities",
          "priorities",
          "dates",
          "keys",
          "checks",
          "tickets",
          "runbooks",
          "offline",
          "redact",
          "search",
          "theme");

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> doubts = new ArrayList<>();

  private ConfigReader(String file) {
    this.file = file;
  }

  /// The configuration, or what is wrong with it.
  ///
  /// @param problems errors where there is no configuration, else warnings
  public record Outcome(Optional<SiteConfig> config, List<Problem> problems) {}

  /// Reads a configuration.
  ///
  /// @param file the name to use in messages
  public static Outcome read(String file, String text) {
    ConfigReader reader = new ConfigReader(file);
    YamlValue.Entries own;
    try {
      own = Yaml.read(text);
    } catch (Yaml.MalformedYaml broken) {
      return new Outcome(
          Optional.empty(),
          List.of(
              BAD_CONFIGURATION.at(
                  new SourcePosition(file, broken.line(), broken.column()),
                  broken.getMessage(),
                  "mend the YAML; `docs/configuration.md` shows every key")));
    }
    SiteConfig config = reader.config(own, Defaults.ALL);
    return reader.problems.isEmpty()
        ? new Outcome(Optional.of(config), reader.doubts)
        : new Outcome(Optional.empty(), reader.problems.stream().sorted(Problem.ORDER).toList());
  }

  /// Read once, when they are first asked for.
  private static final class Defaults {
    static final YamlValue.Entries ALL = read();

    private static YamlValue.Entries read() {
      try (InputStream in = ConfigReader.class.getResourceAsStream("defaults.yml")) {
        return Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException | Yaml.MalformedYaml broken) {
        throw new UncheckedIOException(new IOException("defaults.yml", broken));
      }
    }
  }

  private SiteConfig config(YamlValue.Entries own, YamlValue.Entries defaults) {
    known(own, KEYS);
    YamlValue.Entries all = over(own, defaults);
    Optional<YamlValue> pattern =
        own.get("ids")
            .map(ids -> entries(ids, "ids", List.of("pattern")))
            .flatMap(ids -> ids.get("pattern"));
    YamlValue defaultPattern =
        ((YamlValue.Entries) defaults.get("ids").orElseThrow()).get("pattern").orElseThrow();
    Map<String, SectionKind> sections = new LinkedHashMap<>();
    defaults.get("sections").ifPresent(value -> addSections(value, sections));
    own.get("sections").ifPresent(value -> addSections(value, sections));
    return new SiteConfig(
        text(all.get("title").orElseThrow(), "title"),
        own.get("url").flatMap(value -> address(value, "url")),
        own.get("edit").flatMap(value -> address(value, "edit")),
        own.get("public").map(value -> isTrue(value, "public")).orElse(false),
        pattern(pattern.orElse(defaultPattern), "ids.pattern"),
        pattern.isPresent(),
        new HeadingKinds(sections),
        keys(own, defaults),
        all.get("systems").map(this::systems).orElse(List.of()),
        scale(all.get("severities").orElseThrow(), "severities"),
        scale(all.get("priorities").orElseThrow(), "priorities"),
        dayFirst(all.get("dates").orElseThrow()),
        own.get("checks").map(value -> checks(value, defaults)).orElse(new CheckLevels(Map.of())),
        own.get("tickets").map(this::tickets).orElse(List.of()),
        own.get("runbooks").map(this::runbooks).orElse(List.of()),
        own.get("offline").map(value -> isTrue(value, "offline")).orElse(false),
        own.get("redact").map(value -> isTrue(value, "redact")).orElse(false),
        own.get("search").flatMap(this::cluster),
        own.get("theme").map(new ThemeReader(this)::read).orElse(ThemeConfig.NONE));
  }

  private boolean isTrue(YamlValue value, String key) {
    String text = text(value, key);
    if (!List.of("true", "false").contains(text)) {
      bad(value.line(), value.column(), key + ": '" + text + "'", "write true or false");
    }
    return text.equals("true");
  }

  /// The cluster that is searched, where the site's own index is not.
  private Optional<ClusterConfig> cluster(YamlValue value) {
    YamlValue.Entries search = entries(value, "search", List.of("backend", "url", "index"));
    Optional<YamlValue> backend = search.get("backend");
    String name = backend.map(one -> text(one, "search.backend")).orElse("static");
    if (!List.of("static", "opensearch").contains(name)) {
      bad(
          backend.get().line(),
          backend.get().column(),
          "search.backend: '" + name + "'",
          "write static, for the site's own index, or opensearch");
    }
    Optional<String> url = search.get("url").flatMap(one -> cluster(one, "search.url"));
    String index =
        search.get("index").map(one -> indexName(one, "search.index")).orElse("incidents");
    if (name.equals("opensearch") && search.get("url").isEmpty()) {
      bad(
          value.line(),
          value.column(),
          "search: opensearch without its address",
          "write url: https://search.example.com below it");
    }
    return url.filter(_ -> name.equals("opensearch")).map(one -> new ClusterConfig(one, index));
  }

  /// It comes into a content security policy, where a space or a sign would mean something else.
  private Optional<String> cluster(YamlValue value, String key) {
    String address = text(value, key);
    if (!address.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*/?")) {
      bad(
          value.line(),
          value.column(),
          key + ": '" + address + "' is no address of a cluster",
          "write one such as https://search.example.com:9200, without a password");
      return Optional.empty();
    }
    return Optional.of(address.replaceAll("/$", ""));
  }

  private String indexName(YamlValue value, String key) {
    String name = text(value, key);
    if (!name.matches("[a-z0-9][a-z0-9._-]*")) {
      bad(
          value.line(),
          value.column(),
          key + ": '" + name + "' cannot be the name of an index",
          "write small letters, digits, '-', '_' and '.', a letter or digit first");
    }
    return name;
  }

  private List<RunbookFolder> runbooks(YamlValue value) {
    return items(value, "runbooks").stream()
        .map(item -> {
          if (item instanceof YamlValue.Scalar scalar) {
            return new RunbookFolder(
                scalar.text(),
                Optional.empty(),
                Optional.empty(),
                new TextPosition(item.line(), item.column()));
          }
          YamlValue.Entries runbooks =
              entries(item, "runbooks", List.of("folder", "url", "ending"));
          Optional<YamlValue> folder = runbooks.get("folder");
          if (folder.isEmpty()) {
            bad(
                item.line(),
                item.column(),
                "runbooks: an entry without `folder`",
                "write its path, as seen from this file");
          }
          return new RunbookFolder(
              folder.map(path -> text(path, "runbooks.folder")).orElse(""),
              runbooks.get("url").flatMap(url -> address(url, "runbooks.url")),
              runbooks.get("ending").map(ending -> text(ending, "runbooks.ending")),
              new TextPosition(item.line(), item.column()));
        })
        .toList();
  }

  /// An address of a folder, with a `/` at the end.
  private Optional<String> address(YamlValue value, String key) {
    String address = text(value, key);
    if (address.isBlank()) {
      return Optional.empty();
    }
    if (!address.matches("(?i)https?://[^\\s/?#]+[^\\s?#]*")) {
      bad(
          value.line(),
          value.column(),
          key + ": '" + address + "' is no address of a folder",
          "write an https: or http: address, such as https://wiki.example.com/incidents/");
    }
    return Optional.of(address.endsWith("/") ? address : address + "/");
  }

  private List<TicketLink> tickets(YamlValue value) {
    List<TicketLink> tickets = new ArrayList<>();
    for (YamlValue item : items(value, "tickets")) {
      YamlValue.Entries ticket = entries(item, "tickets", List.of("pattern", "url"));
      Optional<YamlValue> pattern = ticket.get("pattern");
      Optional<YamlValue> url = ticket.get("url");
      if (pattern.isEmpty() || url.isEmpty()) {
        bad(
            item.line(),
            item.column(),
            "tickets: an entry without `pattern` or `url`",
            "write both, such as pattern: 'OPS-\\d+' and url: https://tickets.example.com/$0");
      } else if (!text(url.get(), "tickets.url").matches("(?i)https?://.+")) {
        bad(
            url.get().line(),
            url.get().column(),
            "tickets.url: '" + url.get().asText() + "' is no address",
            "write an https: or http: address");
      } else {
        tickets.add(new TicketLink(pattern(pattern.get(), "tickets.pattern"), url.get().asText()));
      }
    }
    return tickets;
  }

  private Map<String, String> keys(YamlValue.Entries own, YamlValue.Entries defaults) {
    Map<String, String> keys = new LinkedHashMap<>();
    YamlValue.Entries known = (YamlValue.Entries) defaults.get("keys").orElseThrow();
    List<String> meanings = known.entries().stream().map(YamlValue.Entry::key).toList();
    addKeys(known, meanings, keys);
    own.get("keys").ifPresent(value -> addKeys(value, meanings, keys));
    return keys;
  }

  private void addKeys(YamlValue value, List<String> meanings, Map<String, String> keys) {
    for (YamlValue.Entry entry : entries(value, "keys", meanings).entries()) {
      entry.value().asList().forEach(name -> keys.put(HeadingNormalizer.normal(name), entry.key()));
    }
  }

  private CheckLevels checks(YamlValue value, YamlValue.Entries defaults) {
    YamlValue.Entries known = (YamlValue.Entries) defaults.get("checks").orElseThrow();
    List<String> codes = known.entries().stream().map(YamlValue.Entry::key).toList();
    Map<String, CheckLevels.Setting> levels = new LinkedHashMap<>();
    for (YamlValue.Entry entry : entries(value, "checks", codes).entries()) {
      Arrays.stream(CheckLevels.Setting.values())
          .filter(setting -> setting.name().equalsIgnoreCase(entry.value().asText()))
          .findFirst()
          .ifPresentOrElse(
              setting -> levels.put(entry.key(), setting),
              () ->
                  bad(
                      entry.value().line(),
                      entry.value().column(),
                      "checks." + entry.key() + ": '" + entry.value().asText() + "'",
                      "write error, warning or off"));
    }
    return new CheckLevels(levels);
  }

  private boolean dayFirst(YamlValue dates) {
    YamlValue order = entries(dates, "dates", List.of("order")).get("order").orElse(dates);
    if (!List.of("day-month-year", "month-day-year").contains(order.asText())) {
      bad(
          order.line(),
          order.column(),
          "dates.order: '" + order.asText() + "'",
          "write day-month-year or month-day-year");
    }
    return order.asText().equals("day-month-year");
  }

  private static YamlValue.Entries over(YamlValue.Entries own, YamlValue.Entries defaults) {
    Map<String, YamlValue.Entry> merged = new LinkedHashMap<>();
    defaults.entries().forEach(entry -> merged.put(entry.key(), entry));
    // A key without a value says nothing.
    own.entries().stream()
        .filter(entry -> !(entry.value() instanceof YamlValue.Scalar text && text.text().isBlank()))
        .forEach(entry -> merged.put(entry.key(), entry));
    return new YamlValue.Entries(new ArrayList<>(merged.values()), 1, 1);
  }

  private Pattern pattern(YamlValue value, String key) {
    try {
      return Pattern.compile(text(value, key));
    } catch (PatternSyntaxException broken) {
      bad(
          value.line(),
          value.column(),
          key + ": " + broken.getDescription(),
          "write a regular expression, such as '[A-Z]{2,5}-\\d{4}-\\d{3,}'");
      return Pattern.compile("");
    }
  }

  private void addSections(YamlValue value, Map<String, SectionKind> sections) {
    List<String> kinds =
        Arrays.stream(SectionKind.values())
            .filter(kind -> kind != SectionKind.OTHER)
            .map(SectionKind::id)
            .toList();
    for (YamlValue.Entry entry : entries(value, "sections", kinds).entries()) {
      for (SectionKind kind : SectionKind.values()) {
        if (kind.id().equals(entry.key())) {
          entry.value().asList().forEach(name -> sections.put(HeadingNormalizer.entry(name), kind));
        }
      }
    }
  }

  private List<SystemConfig> systems(YamlValue value) {
    List<String> keys = List.of("name", "aliases", "owner", "tier", "runbook");
    return items(value, "systems").stream()
        .map(item -> {
          if (item instanceof YamlValue.Scalar scalar) {
            return new SystemConfig(
                scalar.text(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
          }
          YamlValue.Entries system = entries(item, "systems", keys);
          return new SystemConfig(
              name(system, "systems"),
              system.get("aliases").map(YamlValue::asList).orElse(List.of()),
              optional(system, "owner"),
              optional(system, "tier"),
              system.get("runbook").map(this::link));
        })
        .toList();
  }

  private String link(YamlValue value) {
    String address = text(value, "runbook");
    if (!address.matches("(?i)https?://.+") && !address.matches("[^:?#]+([?#].*)?")) {
      bad(
          value.line(),
          value.column(),
          "runbook: '" + address + "' is no address of a page",
          "write an https: address, or one relative to the site");
    }
    return address;
  }

  private LevelScale scale(YamlValue value, String key) {
    List<LevelScale.Level> levels = new ArrayList<>();
    for (YamlValue item : items(value, key)) {
      if (item instanceof YamlValue.Scalar scalar) {
        levels.add(new LevelScale.Level(scalar.text(), List.of(), OptionalInt.empty()));
        continue;
      }
      boolean isOpen = key.equals("priorities");
      List<String> keys = isOpen ? List.of("name", "aliases", "days") : List.of("name", "aliases");
      YamlValue.Entries level = entries(item, key, keys);
      levels.add(
          new LevelScale.Level(
              name(level, key),
              level.get("aliases").map(YamlValue::asList).orElse(List.of()),
              level.get("days").map(this::days).orElse(OptionalInt.empty())));
    }
    return new LevelScale(levels);
  }

  private OptionalInt days(YamlValue value) {
    String text = text(value, "priorities.days");
    if (!text.matches("[1-9]\\d{0,3}")) {
      bad(
          value.line(),
          value.column(),
          "priorities.days: '" + text + "'",
          "write a number of days, such as 14");
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private String name(YamlValue.Entries entries, String key) {
    Optional<YamlValue> name = entries.get("name");
    if (name.isEmpty() || name.get().asText().isBlank()) {
      bad(entries.line(), entries.column(), key + ": an entry without `name`", "add its `name`");
      return "";
    }
    return text(name.get(), key + ".name");
  }

  private Optional<String> optional(YamlValue.Entries entries, String key) {
    return entries.get(key).map(value -> text(value, key)).filter(text -> !text.isBlank());
  }

  String text(YamlValue value, String key) {
    if (!(value instanceof YamlValue.Scalar)) {
      bad(value.line(), value.column(), key + ": expected a text", "write `" + key + ": text`");
    }
    return value.asText();
  }

  private List<YamlValue> items(YamlValue value, String key) {
    return switch (value) {
      case YamlValue.Items items -> items.items();
      case YamlValue.Scalar scalar when scalar.text().isBlank() -> List.of();
      case YamlValue.Scalar _, YamlValue.Entries _ -> {
        bad(value.line(), value.column(), key + ": expected a list", "begin each entry with `- `");
        yield List.of();
      }
    };
  }

  YamlValue.Entries entries(YamlValue value, String key, List<String> keys) {
    return switch (value) {
      case YamlValue.Entries entries -> known(entries, keys);
      case YamlValue.Scalar scalar when scalar.text().isBlank() ->
          new YamlValue.Entries(List.of(), value.line(), value.column());
      case YamlValue.Scalar _, YamlValue.Items _ -> {
        bad(
            value.line(),
            value.column(),
            key + ": expected `key: value` lines",
            "the keys here are " + String.join(", ", keys));
        yield new YamlValue.Entries(List.of(), value.line(), value.column());
      }
    };
  }

  private YamlValue.Entries known(YamlValue.Entries entries, List<String> keys) {
    for (YamlValue.Entry entry : entries.entries()) {
      if (!keys.contains(entry.key())) {
        bad(
            entry.line(),
            entry.column(),
            "unknown key '" + entry.key() + "'",
            ClosestMatch.to(entry.key(), keys)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("the keys here are " + String.join(", ", keys)));
      }
    }
    return entries;
  }

  void bad(int line, int column, String found, String cure) {
    problems.add(BAD_CONFIGURATION.at(at(line, column), found, cure));
  }

  /// Tells what is allowed but hardly wanted.
  void doubt(Problem problem) {
    doubts.add(problem);
  }

  SourcePosition at(int line, int column) {
    return new SourcePosition(file, line, column);
  }
}
