package dev.hindsight.read;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.AffectedSystem;
import dev.hindsight.model.Block;
import dev.hindsight.model.Incident;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Priority;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.SystemName;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.convention.Conventions;
import dev.hindsight.read.report.ReportReader;
import dev.hindsight.read.source.Limits;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.read.source.ReportText;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads Markdown as the only report of a folder, with the default configuration, and prints what
/// was read as one line for each fact, so that tests can compare tables. A `-` stands for nothing.
public final class ReadReport {
  /// The default configuration.
  public static final SiteConfig CONFIG =
      ConfigReader.read("site-config.yml", "").config().orElseThrow(AssertionError::new);

  private static final Path NO_FOLDER = Path.of("no-such-folder");

  private ReadReport() {}

  /// Reads a report whose file is called `report.md`.
  public static Incident of(String markdown) {
    return of("report.md", markdown);
  }

  /// Reads a report.
  ///
  /// @param path below the folder of reports
  /// @param numbers what the names of the folder's reports begin with: `INC-001`
  public static Incident of(String path, String markdown, String... numbers) {
    ReportFolder.ReportFile file = new ReportFolder.ReportFile(path);
    return new ReportReader(CONFIG, Conventions.NONE, folder(file, numbers), false, Limits.USUAL)
        .read(file, new ReportText(markdown, Optional.empty()))
        .result()
        .incident()
        .orElseThrow(() -> new AssertionError("not read: " + markdown));
  }

  /// What readers of one report share, before any of it is read.
  public static ReportContext context() {
    ReportFolder.ReportFile file = new ReportFolder.ReportFile("report.md");
    return new ReportContext(CONFIG, Conventions.NONE, folder(file), file, 0);
  }

  private static ReportFolder folder(ReportFolder.ReportFile file, String... numbers) {
    Map<String, Integer> count =
        Stream.of(numbers)
            .collect(
                Collectors.toMap(number -> number.toLowerCase(Locale.ROOT), _ -> 1, Integer::sum));
    return new ReportFolder(
        NO_FOLDER,
        "incidents",
        List.of(file),
        Set.of(file.path()),
        Set.of(),
        count,
        new TreeMap<>(),
        Map.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  /// Every block of every section, each with its facts, under a line for each section: `## Heading
  /// (kinds)`.
  public static String outline(Incident incident) {
    List<String> lines = new ArrayList<>();
    for (Section section : incident.sections()) {
      String kinds =
          section.kinds().stream().map(SectionKind::id).collect(Collectors.joining(", "));
      lines.add(
          ("#".repeat(section.level()) + " " + section.heading()).strip() + " (" + kinds + ")");
      if (!section.blocks().isEmpty()) {
        lines.add(blocks(section));
      }
    }
    return String.join("\n", lines);
  }

  /// The blocks of the sections of one kind.
  public static String blocks(Incident incident, SectionKind kind) {
    return incident.sections(kind).map(ReadReport::blocks).collect(Collectors.joining("\n"));
  }

  private static String blocks(Section section) {
    return section.blocks().stream().map(ReadReport::block).collect(Collectors.joining("\n"));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Prose prose -> lines("prose", Stream.of(oneLine(prose.text())));
      case Block.Metadata metadata -> lines("keys", Stream.of(oneLine(metadata.text())));
      case Block.Systems systems ->
          lines("system", systems.systems().stream().map(ReadReport::system));
      case Block.Timeline timeline ->
          lines("time", timeline.entries().stream().map(ReadReport::entry));
      case Block.Impact impact ->
          lines(
              "impact",
              impact.facts().stream().map(fact -> fact.name() + " | " + oneLine(fact.text())));
      case Block.Steps steps ->
          lines(
              "step",
              steps.steps().stream().map(step -> step.number() + " | " + oneLine(step.text())));
      case Block.Actions actions ->
          lines("action", actions.items().stream().map(ReadReport::action));
      case Block.Related related ->
          lines("related", related.incidents().stream().map(ReadReport::related));
    };
  }

  private static String lines(String name, Stream<String> facts) {
    return facts
        .map(fact -> (name + " | " + fact).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /// Due date, priority, state, owner, text; then details and ticket, if any.
  public static String action(ActionItem item) {
    return Stream.of(
                or(item.due()),
                or(item.priority().map(Priority::name)),
                item.state().name().toLowerCase(Locale.ROOT),
                or(item.owner()),
                oneLine(item.text()))
            .collect(Collectors.joining(" | "))
        + (item.details().isEmpty() ? "" : " | " + oneLine(item.details()))
        + item.ticket().map(ticket -> " | " + ticket).orElse("");
  }

  /// The time as written, the moment, the minutes since the first entry, the text with its tags;
  /// then details, if any.
  public static String entry(TimelineEntry entry) {
    String tags =
        entry.tags().stream().map(tag -> " [" + tag.name() + "]").collect(Collectors.joining());
    String minutes = entry.minutes().isPresent() ? "+" + entry.minutes().getAsLong() : "-";
    return (entry.time().isEmpty() ? "-" : entry.time())
        + " | "
        + or(entry.at())
        + " | "
        + minutes
        + " | "
        + oneLine(entry.text())
        + tags
        + (entry.details().isEmpty() ? "" : " | " + oneLine(entry.details()));
  }

  private static String system(AffectedSystem system) {
    String html = system.detail().value().replaceAll("<[^>]*>", " ");
    return name(system.name()) + (html.isBlank() ? "" : " | " + oneLine(html));
  }

  /// `name (detail)`
  public static String name(SystemName system) {
    return system.name() + system.detail().map(detail -> " (" + detail + ")").orElse("");
  }

  private static String related(RelatedIncident related) {
    return related.id()
        + " | "
        + oneLine(or(related.reason()))
        + " | "
        + or(related.date().map(Moment::date));
  }

  /// A value, or `-` for none.
  public static String or(Optional<?> value) {
    return value.map(Object::toString).orElse("-");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
