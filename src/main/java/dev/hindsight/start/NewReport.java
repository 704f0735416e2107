package dev.hindsight.start;

import dev.hindsight.model.Incident;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.model.SystemName;
import dev.hindsight.pipeline.ReportCollection;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SystemConfig;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.text.ClosestMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes the next report: named like the newest ones, from the team's template if there is one.
public final class NewReport {
  private final Path folder;
  private final ReportCollection survey;

  /// The configured names of systems for all known names, by [SystemName#key()].
  private final Map<String, String> systems = new LinkedHashMap<>();

  private NewReport(Path folder, ReportCollection survey) {
    this.folder = folder;
    this.survey = survey;
    for (SystemHistory system : survey.knowledge().systems()) {
      systems.put(SystemName.of(system.name()).key(), system.name());
      system.aliases().forEach(alias -> systems.put(SystemName.of(alias).key(), system.name()));
    }
    for (SystemConfig system : survey.config().systems()) {
      system.aliases().forEach(alias -> systems.put(SystemName.of(alias).key(), system.name()));
    }
  }

  /// A site for a new report, or the problems of its configuration.
  public record Outcome(Optional<NewReport> report, List<Problem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /// The request for a report.
  ///
  /// @param template that the user has chosen
  public record Request(
      String title,
      LocalDate date,
      Optional<String> severity,
      List<String> systems,
      List<String> authors,
      Optional<String> id,
      Optional<Path> template) {
    public Request {
      systems = List.copyOf(systems);
      authors = List.copyOf(authors);
    }
  }

  /// The result of a request.
  public sealed interface Result {
    /// The report was written.
    ///
    /// @param file below the site's folder
    /// @param template of the team, if it was used, relative to the site's folder
    /// @param lost requested values that the report does not contain, because its template has no
    ///   place for them: `severity`
    record Written(String id, Path file, Optional<Path> template, List<String> lost)
        implements Result {
      public Written {
        lost = List.copyOf(lost);
      }
    }

    /// Nothing was written.
    ///
    /// @param why with a fix
    record Refused(String why) implements Result {}
  }

  /// Reads the existing reports and the configuration.
  ///
  /// @throws IOException if the reports folder cannot be listed
  public static Outcome in(SiteSource source, LocalDate today) throws IOException {
    ConfigReader.Outcome config = ReportCollection.config(source);
    if (config.config().isEmpty()) {
      return new Outcome(Optional.empty(), config.problems());
    }
    Path incidents = source.folder().resolve(SiteSource.INCIDENTS);
    ReportFolder folder = ReportFolder.list(incidents, SiteSource.INCIDENTS);
    return new Outcome(
        Optional.of(
            new NewReport(incidents, ReportCollection.of(folder, config.config().get(), today))),
        List.of());
  }

  /// The known systems, those with the most incidents first.
  public List<String> systems() {
    return survey.knowledge().systems().stream()
        .sorted(
            Comparator.comparingInt((SystemHistory system) -> -system.incidents().size())
                .thenComparing(SystemHistory::name))
        .map(SystemHistory::name)
        .toList();
  }

  /// The known name of a system; empty for an unknown system.
  public Optional<String> system(String name) {
    return Optional.ofNullable(systems.get(SystemName.of(name).key()));
  }

  /// The known system with nearly this name.
  public Optional<String> nearestSystem(String name) {
    return ClosestMatch.to(SystemName.of(name).key(), systems.keySet()).map(systems::get);
  }

  /// The configured severities, the worst first.
  public List<String> severities() {
    return survey.config().severities().names();
  }

  /// The configured name of a severity.
  public Optional<String> severity(String text) {
    return survey.config().severities().find(text);
  }

  /// Writes a report. Never overwrites a file.
  ///
  /// @throws IOException if it cannot be written
  public Result write(Request request) throws IOException {
    ReportNaming naming = new ReportNaming(survey);
    Optional<String> wanted = request.id();
    if (wanted.isPresent()
        && survey.knowledge().incidentsByKey().containsKey(wanted.get().toLowerCase(Locale.ROOT))) {
      return new Result.Refused(
          "the ID '" + wanted.get() + "' is taken; pass another with --id, or none");
    }
    Optional<ReportNaming.Name> name = naming.next(request.title(), request.date(), wanted);
    if (name.isEmpty()) {
      return new Result.Refused(
          "cannot choose an ID for ids.pattern '"
              + survey.config().idPattern()
              + "' of "
              + SiteSource.CONFIG
              + ", because no report has one yet; pass it with --id");
    }
    Optional<Path> template =
        request.template().isPresent()
            ? request.template()
            : TemplateFinder.in(folder).stream().findFirst();
    NewIncident facts =
        new NewIncident(
            name.get().id(),
            request.title(),
            request.date(),
            request.severity(),
            request.systems(),
            request.authors(),
            severities());
    String text;
    try {
      text =
          ReportTemplate.fill(
              template.isPresent() ? Files.readString(template.get()) : ours(),
              facts,
              survey.config());
    } catch (CharacterCodingException foreign) {
      return new Result.Refused(
          "the template " + template.get() + " is not UTF-8; save it as UTF-8");
    }
    Path file = folder.resolve(name.get().path());
    Files.createDirectories(file.getParent());
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException there) {
      return new Result.Refused(
          file + " already exists and is not overwritten; pass another ID with --id");
    }
    return new Result.Written(
        name.get().id().value(),
        Path.of(SiteSource.INCIDENTS).resolve(name.get().path()),
        template,
        unplaced(facts, name.get().path()));
  }

  /// Reads the new report, and returns the requested values that it does not contain.
  private List<String> unplaced(NewIncident facts, String path) throws IOException {
    ReportFolder now = ReportFolder.list(folder, SiteSource.INCIDENTS);
    Optional<Incident> read = new FolderReader(survey.config(), now, true).read(path).incident();
    List<String> lost = new ArrayList<>();
    if (read.filter(one -> one.id().key().equals(facts.id().key())).isEmpty()) {
      lost.add("id");
    }
    if (read.flatMap(Incident::date)
        .filter(date -> date.date().startsWith(facts.date().toString()))
        .isEmpty()) {
      lost.add("date");
    }
    if (facts.severity().isPresent() && read.flatMap(Incident::severity).isEmpty()) {
      lost.add("severity");
    }
    if (!facts.systems().isEmpty() && read.filter(one -> one.systems().isEmpty()).isPresent()) {
      lost.add("systems");
    }
    if (!facts.authors().isEmpty() && read.filter(one -> one.authors().isEmpty()).isPresent()) {
      lost.add("author");
    }
    return lost;
  }

  private static String ours() throws IOException {
    try (InputStream in = NewReport.class.getResourceAsStream("report.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
