package dev.hindsight.read.report;

import dev.hindsight.model.Block;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.model.Whitespace;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Inline;
import dev.hindsight.read.words.DateText;
import dev.hindsight.read.words.DurationText;
import dev.hindsight.read.words.MonthNames;
import dev.hindsight.read.words.Vocabulary;
import dev.hindsight.site.config.HeadingNormalizer;
import dev.hindsight.site.config.SiteConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Facts that follow from a report's sections: the summary, and what metadata does not state.
public final class DerivedFacts {
  /// How a sentence about a duration begins.
  private static final Pattern LASTED =
      Pattern.compile(
          "(?i)\\b(?:(?:lasted|lasting)(?:\\s+for)?|(?:(?:was|were|went|been)\\s+(?:\\w+\\s+){0,2}?)?(?:down|unavailable|offline|inaccessible|unreachable|degraded|broken|failing)\\s+for|(?:failed|failing|(?:timed|timing)\\s+out)\\s+for|duration:)"
              + "(?:\\s+(?:a\\s+total\\s+of|about|around|approximately|approx\\.?|roughly|just|at|least|over|under|almost|nearly|more|than))*\\s+(?=[\\d~≈\\p{L}])");

  private static final String LENGTH =
      "(\\d{1,4}(?:\\.\\d)?[\\s-]?(?:minutes?|mins?|hours?|hrs?|h|m|days?)(?:\\s(?:and\\s)?\\d{1,2}\\s?(?:minutes?|mins?|min|m))?)";

  /// `20-minute outage`, `5 hours 20 min of downtime`
  private static final Pattern OUTAGE =
      Pattern.compile(
          "(?i)\\b"
              + LENGTH
              + "(?:[\\s-](?:long\\s+)?(?:full\\s+|partial\\s+|total\\s+)?(?:outage|incident|downtime|disruption|interruption)"
              + "|\\s+of\\s+(?:\\w+\\s+){0,2}?(?:outage|downtime|disruption|interruption|unavailability))\\b");

  /// A date with its year, within a sentence.
  private static final Pattern DAY =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:\\d{4}-\\d{2}-\\d{2}|(?:"
              + MonthNames.ENGLISH_STEMS
              + ")[a-z]*\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?(?:"
              + MonthNames.ENGLISH_STEMS
              + ")[a-z]*,?\\s\\d{4})(?![\\w-])");

  /// A short line about the report, not about the incident.
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)(?:(?:tracking|incident|case|ticket|reference|report|event|issue)[\\s-]*"
              + "(?:id|number|no\\.?|#|key)\\s*[:#]?\\s*\\S+(?:\\s\\S+)?"
              + "|(?:id|pir|rca)\\s*[:#]\\s*\\S+"
              + "|(?:join|watch|view|listen to|download|subscribe to|register for|follow|click)"
              + "\\s+(?:one of|our|us|the|this|here)\\b.*"
              + "|(?:published|posted|(?:last )?(?:updated|modified|edited|reviewed)|written|created)"
              + "(?:\\s*:|\\s(?:on|by|at|in)\\b)[^.!?]*"
              + "|by (?-i:\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)"
              + "|\\[toc]|\\d+ min(?:ute)? read)\\s*\\.?");

  /// `Wednesday, September 25th, 2024, 10:00 – 11:30 UTC`
  private static final Pattern ONLY_DATE =
      Pattern.compile(
          "(?i)(?=\\D*\\d)(?:[\\d:.,/+()\\s–—-]|(?:date|time|st|nd|rd|th|de|of|at|on|to|from|and|until"
              + "|am|pm|t|z|utc|gmt"
              + "|(?:"
              + MonthNames.ENGLISH_STEMS
              + ")[a-z]*"
              + "|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
              + "|[a-z]{2}t)(?![a-z]))++");

  private static final int LONGEST_ASIDE = 120;

  private static final int LONGEST_ENTRY = 40;

  private final List<Section> sections;
  private final SiteConfig config;
  private final List<String> leftOvers;
  private final Set<String> headings;
  private final String summary;
  private final Optional<IncidentSpan> span;

  /// @param date of the incident
  public DerivedFacts(List<Section> sections, ReportContext context, Optional<Moment> date) {
    this.sections = sections;
    this.config = context.config();
    this.leftOvers =
        Stream.concat(
                context.leftOvers().stream(),
                context.conventions().templateLines().stream().sorted())
            .toList();
    this.headings =
        sections.stream()
            .map(section -> HeadingNormalizer.normal(section.heading()))
            .collect(Collectors.toSet());
    this.summary = findSummary();
    this.span = IncidentSpan.find(told(), date, context.isDayFirst());
  }

  /// The section called summary; else the text before all sections; else an introductory section
  /// such as `What happened`.
  public String summary() {
    return summary;
  }

  private String findSummary() {
    String named = prose(named(true));
    if (!named.isEmpty()) {
      return named;
    }
    String lead = lead();
    return lead.isEmpty() ? prose(named(false)) : lead;
  }

  private Stream<Section> named(boolean isSummary) {
    return sections.stream()
        .filter(section -> config.kinds(section.heading()).contains(SectionKind.SUMMARY))
        .filter(section -> section.kinds().contains(SectionKind.SUMMARY))
        .filter(section -> Vocabulary.has("leading-up", section.heading()) != isSummary);
  }

  private String prose(Stream<Section> sections) {
    return own(sections.map(Section::prose).collect(Collectors.joining("\n\n")));
  }

  /// A text without template remains.
  private String own(String text) {
    String own = text;
    for (String leftOver : leftOvers) {
      String line = Whitespace.collapse(own);
      own = line.contains(leftOver) ? line.replace(leftOver, "") : own;
    }
    return withoutAsides(own);
  }

  /// A text without lines about the report itself.
  private String withoutAsides(String text) {
    return text.lines()
        .filter(line -> line.length() > LONGEST_ASIDE || !isAside(line.strip()))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /// Whether a line is the number of the incident, an invitation, a date, or part of a table of
  /// contents.
  private boolean isAside(String line) {
    return !line.isEmpty()
        && (ASIDE.matcher(line).matches()
            || Vocabulary.has("contents", line)
            || headings.contains(HeadingNormalizer.normal(line))
            || ONLY_DATE.matcher(line).matches());
  }

  private String lead() {
    return sections.isEmpty() || !sections.getFirst().heading().isEmpty()
        ? ""
        : own(sections.getFirst().prose());
  }

  /// Adds start, detection, mitigation and end if metadata does not state them. They come from
  /// timeline entries that say nothing else (`Fault occurs: 2024-09-20 11:24`). Start and end can
  /// also come from a sentence with both (`Between 10:00 and 11:30 UTC`).
  public Milestones completed(Milestones stated) {
    Map<String, Moment> entries = shortEntries();
    Optional<IncidentSpan> dated = span.filter(IncidentSpan::isDated);
    Optional<Moment> started =
        stated
            .started()
            .or(() -> entry("started-entry", entries))
            .or(() -> dated.map(IncidentSpan::start));
    Optional<Moment> resolved =
        stated
            .resolved()
            .or(() -> entry("resolved-entry", entries))
            .or(() -> dated.map(IncidentSpan::end));
    Milestones all =
        new Milestones(
            started,
            stated.detected().or(() -> entry("detected-entry", entries)),
            stated.mitigated().or(() -> entry("mitigated-entry", entries)),
            resolved);
    boolean isReversed =
        started.isPresent()
            && resolved.isPresent()
            && started.get().minutesUntil(resolved.get()).orElse(0) < 0;
    // A start after the end cannot be right, so neither comes from the sentence.
    return isReversed
        ? new Milestones(
            stated.started().or(() -> entry("started-entry", entries)),
            all.detected(),
            all.mitigated(),
            stated.resolved().or(() -> entry("resolved-entry", entries)))
        : all;
  }

  /// The entries of a few words that have a time, by their words in normal form. The first of
  /// several wins.
  private Map<String, Moment> shortEntries() {
    Map<String, Moment> entries = new LinkedHashMap<>();
    for (Section section : sections) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Timeline timeline) {
          for (TimelineEntry entry : timeline.entries()) {
            if (entry.text().length() <= LONGEST_ENTRY
                && entry.at().flatMap(Moment::time).isPresent()) {
              entries.putIfAbsent(HeadingNormalizer.normal(entry.text()), entry.at().get());
            }
          }
        }
      }
    }
    return entries;
  }

  private static Optional<Moment> entry(String key, Map<String, Moment> entries) {
    Set<String> words = Vocabulary.of(key);
    return entries.entrySet().stream()
        .filter(entry -> words.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The duration in a sentence of the summary, the impact or the first lines.
  public OptionalLong duration() {
    return told()
        .map(DerivedFacts::duration)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElseGet(() -> span.map(IncidentSpan::minutes).orElse(OptionalLong.empty()));
  }

  /// The texts that can state start, end and duration: the summary, else the first lines, and the
  /// impact.
  private Stream<String> told() {
    return Stream.concat(
        Stream.of(summary()),
        sections.stream()
            .filter(section -> section.kinds().contains(SectionKind.IMPACT))
            .map(Section::text));
  }

  private static OptionalLong duration(String text) {
    Matcher lasted = LASTED.matcher(text);
    while (lasted.find()) {
      OptionalLong minutes =
          DurationText.minutes(
              DurationText.digits(text.substring(lasted.end(), end(text, lasted.end()))));
      if (minutes.isPresent()) {
        return minutes;
      }
    }
    Matcher outage = OUTAGE.matcher(text);
    return outage.find()
        ? DurationText.minutes(outage.group(1).replace('-', ' '))
        : OptionalLong.empty();
  }

  private static int end(String text, int from) {
    return Math.min(text.length(), from + 60);
  }

  /// The first date with its year in a sentence of the summary, the impact or the first lines.
  public static Optional<Moment> day(List<Node> outline, ReportContext context) {
    boolean isTold = true;
    for (Node node : outline) {
      if (node instanceof Heading heading) {
        List<SectionKind> kinds = context.config().kinds(Inline.text(heading));
        isTold = kinds.contains(SectionKind.SUMMARY) || kinds.contains(SectionKind.IMPACT);
      } else if (isTold && node instanceof Paragraph paragraph) {
        Matcher day = DAY.matcher(Inline.text(paragraph));
        if (day.find()) {
          return DateText.read(day.group(), context.isDayFirst());
        }
      }
    }
    return Optional.empty();
  }
}
