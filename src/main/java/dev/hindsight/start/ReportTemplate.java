package dev.hindsight.start;

import dev.hindsight.model.SectionKind;
import dev.hindsight.site.config.SiteConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in a team's template, or ours. Known facts replace their placeholders, and nothing else
/// changes.
final class ReportTemplate {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "id",
          "id",
          "title",
          "title",
          "date",
          "date",
          "today",
          "date",
          "severity",
          "severity",
          "systems",
          "systems",
          "system",
          "systems",
          "author",
          "authors",
          "authors",
          "authors",
          "severities",
          "severities");

  /// `{{title}}`, `${title}`, `%title%`
  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\{\\s*([\\w .-]{1,40}?)\\s*}}|\\$\\{\\s*(\\w{1,40})\\s*}|%(\\w{1,40})%");

  private static final Pattern HEADING =
      Pattern.compile("(#{1,6})([ \\t]+)(.*?)([ \\t]*#*[ \\t]*)");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
  private static final Pattern ITEM = Pattern.compile("([ \\t]*[-*+][ \\t]+)(.*?)[ \\t]*");

  private final SiteConfig config;
  private final NewIncident facts;
  private final List<String> lines;
  private final String lineEnd;
  private final List<String> filled = new ArrayList<>();
  private int frontMatterEnd;
  private boolean isTitled;
  private boolean hasHeading;

  /// Whether the text is before the first section.
  private boolean isHead = true;

  private boolean isOfSystems;
  private boolean areSystemsListed;
  private boolean isComment;

  /// The end of the code block that contains the line; empty outside of code.
  private String fence = "";

  private ReportTemplate(String text, NewIncident facts, SiteConfig config) {
    this.config = config;
    this.facts = facts;
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    this.lines = Arrays.asList(text.replace("\uFEFF", "").split("\r?\n", -1));
  }

  /// Fills in a template.
  static String fill(String text, NewIncident facts, SiteConfig config) {
    return new ReportTemplate(text, facts, config).fill();
  }

  private String fill() {
    int body = frontMatter();
    lines.subList(body, lines.size()).forEach(this::line);
    if (!hasHeading && !isTitled) {
      filled.addAll(frontMatterEnd, List.of("# " + TemplateTitle.escape(facts.title()), ""));
    }
    return String.join(lineEnd, filled);
  }

  private void line(String line) {
    if (isComment(line) || isCode(line)) {
      filled.add(line);
      return;
    }
    String text = variables(line);
    Matcher heading = HEADING.matcher(text);
    if (heading.matches()) {
      heading(heading);
    } else if (isOfSystems && isPlaceOfSystems(text)) {
      systems(text);
    } else {
      filled.add(isHead ? keys(text) : text);
    }
  }

  private boolean isComment(String line) {
    boolean is = isComment || line.strip().startsWith("<!--");
    isComment = is && !line.contains("-->");
    return is;
  }

  private boolean isCode(String line) {
    Matcher mark = FENCE.matcher(line);
    boolean isMark = mark.matches() && (fence.isEmpty() || line.strip().startsWith(fence));
    boolean is = isMark || !fence.isEmpty();
    if (isMark) {
      fence = fence.isEmpty() ? mark.group(1) : "";
    }
    return is;
  }

  private void heading(Matcher heading) {
    if (heading.group(1).equals("#") && !hasHeading) {
      hasHeading = true;
      filled.add(heading.group(1) + heading.group(2) + title(heading.group(3)) + heading.group(4));
      return;
    }
    SectionKind kind = config.kind(heading.group(3));
    isHead &= kind == SectionKind.OTHER;
    isOfSystems = kind == SectionKind.AFFECTED_SYSTEMS;
    filled.add(isHead ? keys(heading.group()) : heading.group());
  }

  /// Fills in the front matter.
  ///
  /// @return the first line of the body
  private int frontMatter() {
    String fence = lines.getFirst().stripTrailing();
    boolean isToml = fence.equals("+++");
    if (!isToml && !fence.equals("---")) {
      return 0;
    }
    int end = 1;
    while (end < lines.size() && !lines.get(end).stripTrailing().equals(fence)) {
      end++;
    }
    if (end == lines.size()) {
      return 0;
    }
    filled.add(lines.getFirst());
    TemplateFrontMatter keys =
        new TemplateFrontMatter(lines.subList(1, end), facts, config, isToml);
    keys.fill().stream().map(this::variables).forEach(filled::add);
    filled.add(lines.get(end));
    isTitled = keys.has("title");
    frontMatterEnd = filled.size();
    return end + 1;
  }

  private String variables(String line) {
    return VARIABLE
        .matcher(line)
        .replaceAll(found -> {
          String name =
              found.group(1) != null
                  ? found.group(1)
                  : found.group(2) != null ? found.group(2) : found.group(3);
          return Matcher.quoteReplacement(variable(name).orElse(found.group()));
        });
  }

  private Optional<String> variable(String name) {
    String meaning =
        VARIABLES.getOrDefault(name.toLowerCase(Locale.ROOT), config.key(name).orElse(""));
    List<String> values = meaning.equals("severities") ? facts.scale() : facts.of(meaning);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String text = String.join(", ", values);
    if (!meaning.equals("title")) {
      return Optional.of(text);
    }
    isTitled = true;
    return Optional.of(TemplateTitle.escape(text));
  }

  private String title(String heading) {
    boolean isNeeded = !isTitled;
    isTitled = true;
    return TemplateTitle.fill(heading, facts, this::named, isNeeded);
  }

  /// The value for a name in brackets; null for an unknown name or value.
  private String named(String name) {
    List<String> values = config.key(name).map(facts::of).orElse(List.of());
    return values.isEmpty() ? null : String.join(", ", values);
  }

  private String keys(String line) {
    TemplateMetadataLine keys = new TemplateMetadataLine(facts, config);
    String result = keys.fill(line);
    isTitled |= keys.has("title");
    return result;
  }

  /// Whether the systems belong here: at an item with a placeholder.
  private boolean isPlaceOfSystems(String line) {
    Matcher item = ITEM.matcher(line);
    return !facts.systems().isEmpty() && item.matches() && Placeholder.is(item.group(2), "systems");
  }

  /// Replaces the first item with a placeholder by the systems, and removes the other placeholders.
  private void systems(String line) {
    Matcher item = ITEM.matcher(line);
    if (item.matches() && !areSystemsListed) {
      areSystemsListed = true;
      facts.systems().forEach(system -> filled.add(item.group(1) + TemplateTitle.escape(system)));
    }
  }
}
