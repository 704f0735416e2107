package dev.hindsight.read.report;

import dev.hindsight.model.Block;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;

/// Finds timelines without entries although their text has times. A timeline includes the
/// subsections that are not of another kind, so entries in one of them are enough.
public final class UnreadTimes {
  public static final ProblemKind UNREAD_TIMELINE =
      ProblemKind.warning(
          "unread-timeline",
          ProblemKind.Topic.TIME,
          """
          A timeline section with times of day but without timeline entries. Begin each line or list item with its time, or use
          a table with a column of times.
          """);

  private static final Pattern TIME =
      Pattern.compile(
          "(?iU)(?<![\\w:.])(?:[01]?\\d|2[0-3])(?:[:：h][0-5]\\d(?!\\d)|\\s?[ap]\\.?m\\b)");

  private static final int LONGEST = 60;

  private final ReportContext context;
  private final List<Timeline> timelines = new ArrayList<>();
  private boolean isInside;

  UnreadTimes(ReportContext context) {
    this.context = context;
  }

  /// A timeline with its subsections so far.
  private static final class Timeline {
    private final String heading;
    private final int level;
    private final SourcePosition at;
    private int lines;
    private String first = "";
    private boolean hasEntries;

    Timeline(String heading, int level, SourcePosition at) {
      this.heading = heading;
      this.level = level;
      this.at = at;
    }

    void add(List<Block> blocks) {
      for (Block block : blocks) {
        if (block instanceof Block.Timeline) {
          hasEntries = true;
        } else if (block instanceof Block.Prose prose) {
          prose.text().lines().filter(line -> TIME.matcher(line).find()).forEach(this::add);
        }
      }
    }

    private void add(String line) {
      first = lines == 0 ? line.strip() : first;
      lines++;
    }
  }

  /// Adds the next section of the report.
  ///
  /// @param own the kinds of its heading
  /// @param kinds of the section, with those that it has from the section above
  void add(
      Heading heading,
      String name,
      List<SectionKind> own,
      List<SectionKind> kinds,
      List<Block> blocks) {
    boolean isBelow = isInside && heading.getLevel() > timelines.getLast().level;
    if (isBelow && kinds.contains(SectionKind.TIMELINE)) {
      timelines.getLast().add(blocks);
    } else if (own.contains(SectionKind.TIMELINE)) {
      timelines.add(new Timeline(name, heading.getLevel(), context.at(heading)));
      timelines.getLast().add(blocks);
      isInside = true;
    } else if (!isBelow) {
      isInside = false;
    }
  }

  /// Reports each timeline without entries.
  void report() {
    timelines.stream()
        .filter(timeline -> !timeline.hasEntries && timeline.lines > 0)
        .forEach(timeline ->
            context.report(
                UNREAD_TIMELINE.at(
                    timeline.at,
                    "the section '"
                        + timeline.heading
                        + "' has "
                        + (timeline.lines == 1
                            ? "a line with a time that"
                            : timeline.lines + " lines with times that")
                        + " could not be read as timeline entries, for example '"
                        + cut(timeline.first)
                        + "'",
                    "begin each entry with its time: `- 14:45 - What happened`")));
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }
}
