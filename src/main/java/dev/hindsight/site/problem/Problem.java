package dev.hindsight.site.problem;

import dev.hindsight.model.IncidentId;
import dev.hindsight.site.color.Color;
import dev.hindsight.site.color.ColorScheme;
import dev.hindsight.site.color.Oklch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Something in a report or in the configuration that its author should know. A problem is a value:
/// all of a run are collected and shown together.
public sealed interface Problem
    permits Problem.Judged,
        Problem.Remembered,
        Problem.Warning,
        Problem.DuplicateId,
        Problem.UnreadableReport,
        Problem.BadFrontMatter,
        Problem.LostReport,
        Problem.BadConfiguration,
        Problem.BadTemplate,
        RunbookProblem {

  /// Whether a problem stops publishing.
  enum Level {
    ERROR,
    WARNING
  }

  /// In the order of files and lines, so that a run always lists them alike.
  Comparator<Problem> ORDER =
      Comparator.comparing(Problem::at)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

  /// Where it stands.
  SourcePosition at();

  /// One sentence: what was found.
  String message();

  /// One sentence: how to mend it.
  Optional<String> hint();

  /// Errors stop publishing, warnings do not.
  default Level level() {
    return Level.ERROR;
  }

  /// The stable name of this kind of problem.
  default String code() {
    return code(getClass());
  }

  /// How many characters at the place must not be shown to anybody.
  default int hidden() {
    return 0;
  }

  /// The codes of all kinds of problems in reports, in alphabetical order.
  static List<String> codes() {
    return kinds(Problem.class)
        .filter(kind ->
            !Set.of(BadConfiguration.class, BadTemplate.class, Judged.class, Remembered.class)
                .contains(kind))
        .map(Problem::code)
        .sorted()
        .toList();
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(Problem::kinds);
  }

  private static String code(Class<?> kind) {
    return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /// A problem that the site takes more or less seriously than others would.
  record Judged(Problem problem, Level level) implements Problem {
    @Override
    public SourcePosition at() {
      return problem.at();
    }

    @Override
    public String code() {
      return problem.code();
    }

    @Override
    public String message() {
      return problem.message();
    }

    @Override
    public Optional<String> hint() {
      return problem.hint();
    }

    @Override
    public int hidden() {
      return problem.hidden();
    }
  }

  /// A problem of an earlier run, as it was told then.
  record Remembered(
      SourcePosition at,
      Level level,
      String code,
      String message,
      Optional<String> hint,
      int hidden)
      implements Problem {

    /// Keeps what there is to tell of a problem.
    public static Remembered of(Problem problem) {
      return new Remembered(
          problem.at(),
          problem.level(),
          problem.code(),
          problem.message(),
          problem.hint(),
          problem.hidden());
    }
  }

  /// A problem that does not keep the site from being published.
  sealed interface Warning extends Problem
      permits ForeignEncoding,
          LooseFrontMatter,
          DuplicateFile,
          EmptyReport,
          UnwrittenReference,
          DifferentDate,
          UnclearValue,
          BrokenLink,
          LowContrast,
          Doubt {
    @Override
    default Level level() {
      return Level.WARNING;
    }
  }

  /// Two reports claim one id, or ids that would share one address.
  record DuplicateId(SourcePosition at, IncidentId id, IncidentId otherId, String otherFile)
      implements Problem {
    @Override
    public String message() {
      return id.key().equals(otherId.key())
          ? "the id '" + id + "' is taken by " + otherFile
          : "the id '" + id + "' has the same address as '" + otherId + "' in " + otherFile;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(
          "give one of the two reports another id, by its file's name or by `id:` in front matter");
    }
  }

  /// A report that cannot be read at all.
  record UnreadableReport(SourcePosition at, String why, String cure) implements Problem {
    @Override
    public String message() {
      return why;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(cure);
    }
  }

  /// A report that is not UTF-8, and was read as something else.
  record ForeignEncoding(SourcePosition at, String encoding) implements Warning {
    @Override
    public String message() {
      return "this is not UTF-8; it was read as " + encoding;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("save the file as UTF-8");
    }
  }

  /// Front matter that is no YAML but could be read line by line.
  record LooseFrontMatter(SourcePosition at, String found) implements Warning {
    @Override
    public String message() {
      return "front matter: " + found + "; each line was read as `key: rest of the line`";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("put a value with a colon or a `#` in quotes");
    }
  }

  /// A file that is the same, byte for byte, as another.
  record DuplicateFile(SourcePosition at, String otherFile) implements Warning {
    @Override
    public String message() {
      return "the file is a copy of "
          + otherFile
          + ", so its address leads to the page of that one";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("delete one of the two");
    }
  }

  /// Front matter that is no YAML, or not of the right shape.
  record BadFrontMatter(SourcePosition at, String found, String cure) implements Problem {
    @Override
    public String message() {
      return "front matter: " + found;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(cure);
    }
  }

  /// A file among the reports that says nothing.
  record EmptyReport(SourcePosition at) implements Warning {
    @Override
    public String message() {
      return "the report is empty, so it has no page";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("write it, or delete the file");
    }
  }

  /// A reference to an incident that nobody has written up.
  record UnwrittenReference(SourcePosition at, IncidentId id, Optional<String> nearest)
      implements Warning {
    @Override
    public String message() {
      return "no report has the id '" + id + "'";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(
          nearest.map(known -> "did you mean '" + known + "'? Otherwise ").orElse("")
              + "a page says who refers to it until somebody writes the report");
    }
  }

  /// A related incident whose copied date is not the one that its own report gives.
  record DifferentDate(SourcePosition at, IncidentId id, String copied, String own, String source)
      implements Warning {
    @Override
    public String message() {
      return "'" + id + "' is dated " + copied + " here, but " + own + " in " + source;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("mend the one that is wrong");
    }
  }

  /// A value that means nothing to us; it is shown as written.
  record UnclearValue(SourcePosition at, String key, String found, String expected)
      implements Warning {
    @Override
    public String message() {
      return key + ": cannot read '" + found + "'";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("expected " + expected);
    }
  }

  /// A link or an image whose file is not there or cannot be published.
  record BrokenLink(SourcePosition at, String target, String why, String cure) implements Warning {
    @Override
    public String message() {
      return "'" + target + "' " + why;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(cure);
    }
  }

  /// A report that a query of its own does not find among the first.
  ///
  /// @param rank where it was found, counted from 1; 0 where it was not
  /// @param above the ids of what ranked above it, the best first
  record LostReport(SourcePosition at, String query, int rank, List<String> above)
      implements Problem {
    @Override
    public String message() {
      String first = above.isEmpty() ? "" : "; above it are " + String.join(", ", above);
      return "'"
          + query
          + "' "
          + (rank == 0 ? "does not find this report" : "finds this report as number " + rank)
          + (rank == 0 && !above.isEmpty() ? "; it finds " + String.join(", ", above) : "")
          + (rank == 0 ? "" : first);
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("say it in the report's title or summary as people will, or mend `find:`");
    }
  }

  /// The configuration says something that it cannot say.
  record BadConfiguration(SourcePosition at, String found, String cure) implements Problem {
    @Override
    public String message() {
      return found;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(cure);
    }
  }

  /// A template of the site's own cannot be used.
  record BadTemplate(SourcePosition at, String found, String cure) implements Problem {
    @Override
    public String message() {
      return found;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(cure);
    }
  }

  /// A colour of the configuration that is hard to read as text.
  ///
  /// @param legible the nearest that is not
  record LowContrast(SourcePosition at, String key, ColorScheme scheme, Color color, Color legible)
      implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%s: %s has a contrast of only %.2f:1 in the %s scheme; text needs %.1f:1",
          key,
          color,
          // Cut off, not rounded: 4.499 must not look like enough.
          Math.floor(scheme.contrast(color) * 100) / 100,
          scheme.name().toLowerCase(Locale.ROOT),
          ColorScheme.ENOUGH);
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s is the nearest that passes, with a lightness of %.3f in the place of %.3f"
                  + " (OKLCH)",
              legible,
              Oklch.of(legible).lightness(),
              Oklch.of(color).lightness()));
    }
  }
}
