package dev.hindsight.site.config;

import dev.hindsight.model.SectionKind;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads `site-config.yml` over the built-in `defaults.yml`, which has the same form. Lists of
/// levels replace the defaults; section names are added to them.
public final class ConfigReader {
  public static final ProblemKind BAD_CONFIGURATION =
      ProblemKind.error(
          "bad-configuration",
          ProblemKind.Topic.CONFIGURATION,
          """
          An error in `site-config.yml`. Hindsight stops before it reads any report.
          """);

  static final ProblemKind MISSING_TRANSLATION =
      ProblemKind.warning(
          "missing-translation",
          ProblemKind.Topic.CONFIGURATION,
          """
          A `language` without a file in `templates/messages/`. The words of the interface are English; dates and numbers are
          written as in that language.
          """);

  /// Kinds of problems that do not prevent using the configuration.
  public static final List<ProblemKind> WARNINGS =
      List.of(ThemeReader.LOW_CONTRAST, MISSING_TRANSLATION, BoundedMatcher.SLOW_PATTERN);

  private static final List<String> KEYS =
      List.of(
          "title",
          "language",
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
          "images",
          "runbooks",
          "offline",
          "redact",
          "search",
          "theme");

  private final ConfigValues values;
  private final ListReader lists;

  private ConfigReader(ConfigValues values) {
    this.values = values;
    this.lists = new ListReader(values);
  }

  /// The configuration, or its problems.
  ///
  /// @param problems errors if there is no configuration, else warnings
  public record Outcome(Optional<SiteConfig> config, List<Problem> problems) {}

  /// Reads a configuration.
  ///
  /// @param file the name to use in messages
  public static Outcome read(String file, String text) {
    return read(file, text, _ -> Optional.of(SiteWords.ENGLISH));
  }

  /// Reads a configuration.
  ///
  /// @param file the name to use in messages
  /// @param words in the language of the site; empty if it has no messages
  public static Outcome read(
      String file, String text, Function<Locale, Optional<SiteWords>> words) {
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
                  "fix the YAML syntax; docs/configuration.md shows every key")));
    }
    ConfigValues values = new ConfigValues(file);
    SiteConfig config = new ConfigReader(values).config(own, Defaults.ALL, words);
    return values.problems().isEmpty()
        ? new Outcome(Optional.of(config), values.warnings())
        : new Outcome(Optional.empty(), values.problems());
  }

  /// Read once, when first needed.
  private static final class Defaults {
    static final YamlValue.Entries ALL = read("defaults.yml");

    /// Names of sections and keys in languages other than English, in the same form.
    static final List<YamlValue.Entries> LANGUAGES =
        read("languages.yml").entries().stream()
            .map(language -> (YamlValue.Entries) language.value())
            .toList();

    private static YamlValue.Entries read(String file) {
      try (InputStream in = ConfigReader.class.getResourceAsStream(file)) {
        return Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException | Yaml.MalformedYaml broken) {
        throw new UncheckedIOException(new IOException(file, broken));
      }
    }
  }

  private SiteConfig config(
      YamlValue.Entries own,
      YamlValue.Entries defaults,
      Function<Locale, Optional<SiteWords>> wordsOf) {
    values.known(own, KEYS);
    YamlValue.Entries all = over(own, defaults);
    Optional<YamlValue> pattern =
        own.get("ids")
            .map(ids -> values.entries(ids, "ids", List.of("pattern")))
            .flatMap(ids -> ids.get("pattern"));
    YamlValue defaultPattern =
        ((YamlValue.Entries) defaults.get("ids").orElseThrow()).get("pattern").orElseThrow();
    Map<String, SectionKind> sections = new LinkedHashMap<>();
    Defaults.LANGUAGES.forEach(
        language -> addSections(language.get("sections").orElseThrow(), sections));
    defaults.get("sections").ifPresent(value -> addSections(value, sections));
    own.get("sections").ifPresent(value -> addSections(value, sections));
    Map<String, String> keys = keys(own, defaults);
    Locale language = language(all.get("language").orElseThrow());
    SiteWords words =
        wordsOf
            .apply(language)
            .orElseGet(() -> untranslated(all.get("language").orElseThrow(), language));
    return new SiteConfig(
        all.get("title").map(title -> values.text(title, "title")).orElse(words.title()),
        language,
        words,
        own.get("url").flatMap(value -> values.address(value, "url")),
        own.get("edit").flatMap(value -> values.address(value, "edit")),
        own.get("public").map(value -> values.isTrue(value, "public")).orElse(false),
        values.pattern(pattern.orElse(defaultPattern), "ids.pattern"),
        pattern.isPresent(),
        new HeadingKinds(sections),
        keys,
        new NameTypos(keys.keySet()),
        all.get("systems").map(lists::systems).orElse(List.of()),
        lists.scale(all.get("severities").orElseThrow(), "severities"),
        lists.scale(all.get("priorities").orElseThrow(), "priorities"),
        dayFirst(all.get("dates").orElseThrow()),
        checks(own, defaults),
        own.get("tickets").map(lists::tickets).orElse(List.of()),
        own.get("images").map(lists::images).orElse(ImageHosts.NONE),
        own.get("runbooks").map(lists::runbooks).orElse(List.of()),
        own.get("offline").map(value -> values.isTrue(value, "offline")).orElse(false),
        own.get("redact").map(value -> values.isTrue(value, "redact")).orElse(false),
        own.get("search").flatMap(new ClusterReader(values)::read),
        own.get("theme").map(new ThemeReader(values)::read).orElse(ThemeConfig.NONE));
  }

  private Map<String, String> keys(YamlValue.Entries own, YamlValue.Entries defaults) {
    Map<String, String> keys = new LinkedHashMap<>();
    YamlValue.Entries known = (YamlValue.Entries) defaults.get("keys").orElseThrow();
    List<String> meanings = known.entries().stream().map(YamlValue.Entry::key).toList();
    Defaults.LANGUAGES.forEach(
        language -> addKeys(language.get("keys").orElseThrow(), meanings, keys));
    addKeys(known, meanings, keys);
    own.get("keys").ifPresent(value -> addKeys(value, meanings, keys));
    return keys;
  }

  private void addKeys(YamlValue value, List<String> meanings, Map<String, String> keys) {
    for (YamlValue.Entry entry : values.entries(value, "keys", meanings).entries()) {
      entry.value().asList().forEach(name -> keys.put(HeadingNormalizer.normal(name), entry.key()));
    }
  }

  private CheckLevels checks(YamlValue.Entries own, YamlValue.Entries defaults) {
    Map<String, CheckLevels.Setting> levels = new LinkedHashMap<>();
    YamlValue.Entries known = (YamlValue.Entries) defaults.get("checks").orElseThrow();
    List<String> codes = known.entries().stream().map(YamlValue.Entry::key).toList();
    addLevels(known, codes, levels);
    own.get("checks").ifPresent(value -> addLevels(value, codes, levels));
    return new CheckLevels(levels);
  }

  private void addLevels(
      YamlValue value, List<String> codes, Map<String, CheckLevels.Setting> levels) {
    for (YamlValue.Entry entry : values.entries(value, "checks", codes).entries()) {
      Arrays.stream(CheckLevels.Setting.values())
          .filter(setting -> setting.name().equalsIgnoreCase(entry.value().asText()))
          .findFirst()
          .ifPresentOrElse(
              setting -> levels.put(entry.key(), setting),
              () ->
                  values.bad(
                      entry.value(),
                      "checks." + entry.key() + ": invalid level '" + entry.value().asText() + "'",
                      "use error, warning or off"));
    }
  }

  private Locale language(YamlValue value) {
    String tag = values.text(value, "language");
    if (!tag.matches("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")) {
      values.bad(
          value,
          "language: invalid code '" + tag + "'",
          "use a language code such as en, de or pt-BR");
    }
    return Locale.forLanguageTag(tag);
  }

  private SiteWords untranslated(YamlValue value, Locale language) {
    String tag = language.toLanguageTag();
    values.warn(
        MISSING_TRANSLATION.at(
            values.at(value.line(), value.column()),
            "language: no messages for '" + tag + "', so the interface is in English",
            "translate templates/messages/en.yml into templates/messages/" + tag + ".yml"));
    return SiteWords.ENGLISH;
  }

  private Optional<Boolean> dayFirst(YamlValue dates) {
    YamlValue order = values.entries(dates, "dates", List.of("order")).get("order").orElse(dates);
    return switch (order.asText()) {
      case "auto" -> Optional.empty();
      case "day-month-year" -> Optional.of(true);
      case "month-day-year" -> Optional.of(false);
      default -> {
        values.bad(
            order,
            "dates.order: invalid order '" + order.asText() + "'",
            "use auto, day-month-year or month-day-year");
        yield Optional.empty();
      }
    };
  }

  private static YamlValue.Entries over(YamlValue.Entries own, YamlValue.Entries defaults) {
    Map<String, YamlValue.Entry> merged = new LinkedHashMap<>();
    defaults.entries().forEach(entry -> merged.put(entry.key(), entry));
    // A key without a value changes nothing.
    own.entries().stream()
        .filter(entry -> !(entry.value() instanceof YamlValue.Scalar text && text.text().isBlank()))
        .forEach(entry -> merged.put(entry.key(), entry));
    return new YamlValue.Entries(new ArrayList<>(merged.values()), 1, 1);
  }

  private void addSections(YamlValue value, Map<String, SectionKind> sections) {
    List<String> kinds =
        Arrays.stream(SectionKind.values())
            .filter(kind -> kind != SectionKind.OTHER)
            .map(SectionKind::id)
            .toList();
    for (YamlValue.Entry entry : values.entries(value, "sections", kinds).entries()) {
      for (SectionKind kind : SectionKind.values()) {
        if (kind.id().equals(entry.key())) {
          entry.value().asList().forEach(name -> sections.put(HeadingNormalizer.entry(name), kind));
        }
      }
    }
  }
}
