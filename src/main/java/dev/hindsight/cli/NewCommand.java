package dev.hindsight.cli;

import dev.hindsight.start.NewReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `hindsight new`: writes the next report, numbered, from the template.
@Command(
    name = "new",
    description =
        "Creates the next report from your template, with the next number, and prints its path.",
    footer = {
      "",
      "Uses the template in incidents/ if there is one (_template.md, template.md),",
      "else the built-in one. On a terminal, prompts for anything you leave out."
    },
    sortOptions = false)
final class NewCommand extends SiteCommand {
  /// The number of known systems that the prompt lists.
  private static final int MOST_SYSTEMS = 12;

  private final Supplier<Optional<Terminal>> terminal;

  @Parameters(arity = "0..*", paramLabel = "TITLE", description = "What happened, in a few words.")
  private List<String> words = List.of();

  @Option(
      names = "--system",
      paramLabel = "S",
      description = "Affected system; repeat for several.")
  private List<String> systems = List.of();

  @Option(
      names = "--severity",
      paramLabel = "S",
      description = "Severity, from the configured scale.")
  private String severity;

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "Day the incident started, such as 2024-04-02 (default: today, in UTC).")
  private String date;

  @Option(
      names = "--author",
      paramLabel = "A",
      description = "Author of the report; repeat for several.")
  private List<String> authors = List.of();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "ID of the report (default: the next one).")
  private String id;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "Template to use instead of the one in incidents/.")
  private Path template;

  NewCommand() {
    this(Terminal::here);
  }

  NewCommand(Supplier<Optional<Terminal>> terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate day = day(today);
    if (template != null && !Files.isRegularFile(template)) {
      throw usage("template not found: " + template);
    }
    if (id != null && !id.matches("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*")) {
      throw usage("--id: invalid ID '" + id + "'; use letters, numbers, `-`, `_` and `.`");
    }
    NewReport.Outcome outcome = NewReport.in(source(), today);
    if (outcome.report().isEmpty()) {
      problems().print(outcome.problems());
      return ExitCode.USAGE;
    }
    NewReport report = outcome.report().get();
    NewReport.Result result = report.write(request(report, day));
    return switch (result) {
      case NewReport.Result.Refused refused -> {
        complain(refused.why());
        yield ExitCode.USAGE;
      }
      case NewReport.Result.Written written -> {
        printResult(written);
        yield ExitCode.DONE;
      }
    };
  }

  private void printResult(NewReport.Result.Written written) {
    // The path alone goes to standard output, so that a script can open it.
    out().println(PrintedText.line(sourceFolder().resolve(written.file()).normalize().toString()));
    out().flush();
    if (!written.lost().isEmpty()) {
      remark(
          "warning: the template has no place for the "
              + String.join(", ", written.lost())
              + "; add it to the report as docs/writing-reports.md shows, or to the template");
    }
    remark(
        written.id()
            + written
                .template()
                .map(file -> ", from " + shown(file))
                .orElse(", from the built-in template")
            + "; `hindsight check` lists what is left to fill in.");
  }

  /// The path of a file relative to the site's folder, if it is inside.
  private Path shown(Path file) {
    return file.startsWith(sourceFolder()) ? sourceFolder().relativize(file) : file;
  }

  private LocalDate day(LocalDate today) {
    if (date == null) {
      return today;
    }
    try {
      return LocalDate.parse(date.strip());
    } catch (DateTimeParseException wrong) {
      throw usage("--date: invalid date '" + date + "'; use the form 2024-04-02");
    }
  }

  private NewReport.Request request(NewReport report, LocalDate day) {
    Optional<Terminal> asked = terminal.get();
    return new NewReport.Request(
        title(asked),
        day,
        severity == null
            ? asked.flatMap(person -> askSeverity(person, report))
            : Optional.of(severity(report, severity)),
        systems.isEmpty() && asked.isPresent()
            ? askSystems(asked.get(), report)
            : systems.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> system(report, name, asked))
                .distinct()
                .toList(),
        authors,
        Optional.ofNullable(id).map(String::strip),
        Optional.ofNullable(template));
  }

  private String title(Optional<Terminal> asked) {
    String title = oneLine(String.join(" ", words));
    while (title.isEmpty() && asked.isPresent()) {
      Optional<String> answer = asked.get().ask("What happened, in a few words? ");
      if (answer.isEmpty()) {
        break;
      }
      title = oneLine(answer.get());
    }
    if (title.isEmpty()) {
      throw usage(
          "the report needs a title: hindsight new 'Checkout answers with errors' --system Checkout");
    }
    return title;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private String severity(NewReport report, String text) {
    return report.severity(text).orElseThrow(() -> noSeverity(report, text));
  }

  private ParameterException noSeverity(NewReport report, String text) {
    return usage("--severity: unknown severity '" + text + "'; the scale is " + scale(report));
  }

  private static String scale(NewReport report) {
    return String.join(", ", report.severities());
  }

  private Optional<String> askSeverity(Terminal person, NewReport report) {
    while (true) {
      Optional<String> answer =
          person.ask("How severe was it? " + scale(report) + " (Enter: not known yet) ");
      if (answer.isEmpty() || answer.get().isBlank()) {
        return Optional.empty();
      }
      Optional<String> known = report.severity(answer.get());
      if (known.isPresent()) {
        return known;
      }
    }
  }

  private List<String> askSystems(Terminal person, NewReport report) {
    List<String> known = report.systems().stream().limit(MOST_SYSTEMS).toList();
    StringBuilder question = new StringBuilder();
    for (int i = 0; i < known.size(); i++) {
      question.append("  ").append(i + 1).append("  ").append(known.get(i)).append('\n');
    }
    question.append(
        known.isEmpty()
            ? "Which systems were affected? Names, separated by commas (Enter: not known yet) "
            : "Which systems were affected? Numbers or names, separated by commas (Enter: not known yet) ");
    List<String> chosen = new ArrayList<>();
    for (String part : person.ask(question.toString()).orElse("").split(",")) {
      String name = part.strip();
      if (name.matches("\\d{1,2}")
          && Integer.parseInt(name) >= 1
          && Integer.parseInt(name) <= known.size()) {
        chosen.add(known.get(Integer.parseInt(name) - 1));
      } else if (!name.isEmpty()) {
        chosen.add(system(report, name, Optional.of(person)));
      }
    }
    return chosen.stream().distinct().toList();
  }

  /// The known name of a system. Warns about unknown systems and keeps them as typed.
  private String system(NewReport report, String written, Optional<Terminal> asked) {
    String name = oneLine(written);
    Optional<String> known = report.system(name);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<String> nearest = report.nearestSystem(name);
    if (nearest.isPresent() && asked.isPresent()) {
      String answer =
          asked
              .get()
              .ask("Unknown system '" + name + "'. Did you mean '" + nearest.get() + "'? [Y/n] ")
              .orElse("");
      return answer.isBlank() || answer.toLowerCase(Locale.ROOT).startsWith("y")
          ? nearest.get()
          : name;
    }
    if (!report.systems().isEmpty()) {
      remark(
          "warning: unknown system '"
              + name
              + "'"
              + nearest.map(other -> "; did you mean '" + other + "'?").orElse(""));
    }
    return name;
  }
}
