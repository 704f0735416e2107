package dev.hindsight.start;

import dev.hindsight.model.SectionKind;
import dev.hindsight.pipeline.ReportCollection;
import dev.hindsight.site.config.BoundedMatcher;
import dev.hindsight.site.config.LevelScale;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a `site-config.yml` for existing reports: values inferred from them, with the number of
/// reports that support each, and uncertain values as comments.
final class ConfigProposal {
  private static final String HEAD =
      """
      # Proposed from your reports. Review it: uncertain entries are commented out (#).
      # Every key is optional. See docs/configuration.md of Hindsight for all keys.
      """;

  /// Folder names that are not useful as titles.
  private static final Set<String> NAMELESS =
      Set.of("docs", "doc", "documentation", "src", "repo", "content", "work", "tmp", "main");

  private static final Pattern TELLING =
      Pattern.compile("(?i).*(?:incident|post[- ]?mortem|outage|report).*");

  /// A longer list would not be read.
  private static final int MOST_SYSTEMS = 100;

  private final StringBuilder text = new StringBuilder(HEAD);
  private final ReportCollection survey;

  private ConfigProposal(ReportCollection survey) {
    this.survey = survey;
  }

  /// The text of a configuration.
  ///
  /// @param site the folder that it is for
  /// @param survey the reports, read without this configuration
  /// @param withIds whether to propose an ID pattern that differs from the default
  static String of(Path site, ReportCollection survey, boolean withIds) {
    ConfigProposal proposal = new ConfigProposal(survey);
    proposal.title(site);
    proposal.ids(withIds);
    proposal.severities();
    proposal.systems();
    proposal.sections();
    return proposal.text.toString();
  }

  private void title(Path site) {
    text.append("title: ").append(ValueQuoting.scalar(titleOf(site))).append('\n');
    text.append(
        """

        # The address of the published site, needed for feeds, and the address where reports can be edited.
        # url: https://incidents.example.com/
        # edit: https://github.com/example/incidents/edit/main/
        """);
  }

  /// `Harbourline incidents` for a folder `harbourline`.
  static String titleOf(Path site) {
    Path name = site.toAbsolutePath().normalize().getFileName();
    String words = name == null ? "" : name.toString().replaceAll("[-_.\\s]+", " ").strip();
    if (words.isEmpty() || NAMELESS.contains(words.toLowerCase(Locale.ROOT))) {
      return "Incidents";
    }
    int first = words.offsetByCodePoints(0, 1);
    String title = words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    return TELLING.matcher(title).matches() ? title : title + " incidents";
  }

  private void ids(boolean withIds) {
    Optional<String> pattern =
        withIds ? IdPatternProposal.of(survey.knowledge().incidents()) : Optional.empty();
    if (pattern.isEmpty()) {
      return;
    }
    Pattern own = Pattern.compile(pattern.get());
    Pattern known = survey.config().idPattern();
    boolean isKnown =
        survey.knowledge().incidents().stream()
            .map(incident -> incident.id().value())
            .filter(id -> own.matcher(id.toUpperCase(Locale.ROOT)).lookingAt())
            .allMatch(id -> new BoundedMatcher(known, id).matches());
    String mark = isKnown ? "# " : "";
    text.append(
        isKnown
            ? "\n# Your IDs match this pattern, which Hindsight recognizes by default:\n"
            : "\n# The pattern of IDs in titles, file names and running text.\n");
    text.append(mark).append("ids:\n");
    text.append(mark).append("  pattern: '").append(pattern.get()).append("'\n");
  }

  private void severities() {
    SeverityProposals.Words words =
        SeverityProposals.of(survey.knowledge().incidents(), survey.config().severities());
    if (words.counts().values().stream().allMatch(count -> count == 0)) {
      return;
    }
    String found =
        words.counts().entrySet().stream()
            .filter(word -> word.getValue() > 0)
            .map(word -> oneLine(word.getKey()) + " " + word.getValue())
            .collect(Collectors.joining(", "));
    text.append("\n# Severities in your reports: ").append(found).append(".\n");
    if (words.isOurs()) {
      text.append("# The default scale includes all of them: ")
          .append(String.join(", ", survey.config().severities().names()))
          .append(".\n");
      return;
    }
    text.append("# Worst first. Delete levels that you do not use.\n");
    text.append("severities:\n");
    words.levels().forEach(this::level);
    if (!words.unknown().isEmpty()) {
      text.append(
          "  # Move these to their position in the scale, or to the aliases of another level.\n");
      words
          .unknown()
          .forEach(word -> level(new LevelScale.Level(word, List.of(), OptionalInt.empty())));
    }
  }

  private void level(LevelScale.Level level) {
    text.append("  - name: ").append(ValueQuoting.scalar(level.name())).append('\n');
    if (!level.aliases().isEmpty()) {
      text.append("    aliases: ").append(ValueQuoting.list(level.aliases())).append('\n');
    }
  }

  private void systems() {
    List<SystemAliasProposals.KnownSystem> systems = SystemAliasProposals.of(survey.knowledge());
    if (systems.isEmpty()) {
      return;
    }
    text.append(
        "\n"
            + "# Systems, with the number of reports that name them. List other names of a system as\n");
    text.append(
        "# aliases, and delete entries that are not systems. Hindsight warns if only one report"
            + " uses\n# a name that is not listed.\n");
    text.append("# More keys: owner, tier, runbook.\n");
    text.append("systems:\n");
    systems.stream().limit(MOST_SYSTEMS).forEach(this::system);
    if (systems.size() > MOST_SYSTEMS) {
      text.append("  # ")
          .append(systems.size() - MOST_SYSTEMS)
          .append(" more, mentioned less often.\n");
    }
  }

  private void system(SystemAliasProposals.KnownSystem system) {
    String remark = " # " + system.reports() + "\n";
    text.append("  - name: ").append(ValueQuoting.scalar(system.name())).append(remark);
    if (!system.aliases().isEmpty()) {
      text.append("    aliases: ").append(ValueQuoting.list(system.aliases())).append('\n');
    }
  }

  private void sections() {
    HeadingProposals.Headings headings = HeadingProposals.of(survey.knowledge().incidents());
    if (!headings.guessed().isEmpty()) {
      text.append(
          "\n"
              + "# Frequent headings by their likely meaning, with the number of reports that have"
              + " them.\n");
      text.append("sections:\n");
      headings.guessed().forEach((kind, names) -> names(kind, names));
    }
    if (!headings.open().isEmpty()) {
      text.append(
          "\n"
              + "# Other frequent headings. Reports show them unchanged. If one is a kind of"
              + " section\n");
      text.append(
          "# (summary, timeline, root-cause, impact, resolution, action-items, …), add it to"
              + " `sections`:\n");
      headings
          .open()
          .forEach((name, count) ->
              text.append("#   ").append(count).append("  ").append(name).append('\n'));
    }
  }

  private void names(SectionKind kind, Map<String, Integer> names) {
    text.append("  ").append(kind.id()).append(":\n");
    names.forEach((name, count) ->
        text.append("    - ")
            .append(ValueQuoting.scalar(name))
            .append(" # ")
            .append(count)
            .append('\n'));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]", " ");
  }
}
