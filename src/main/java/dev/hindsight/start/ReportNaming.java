package dev.hindsight.start;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.pipeline.ReportCollection;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.read.source.ReportFolder.ReportFile;
import dev.hindsight.site.config.BoundedMatcher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Chooses ID and path of the next report, following the newest reports. If they differ, most of
/// them decide.
final class ReportNaming {
  /// The number of newest reports that show the current practice.
  private static final int NEWEST = 10;

  private static final Pattern LETTERS = Pattern.compile("[A-Z][A-Z0-9]*[A-Z]");
  private static final Pattern READ_ME = Pattern.compile("(?i)(?:readme|index)\\..*");

  /// Common forms of IDs, for a folder without reports whose configuration does not allow ours. The
  /// letters replace `INC`.
  private static final List<String> USUAL =
      List.of(
          "INC-%d-0001",
          "INC-%d-001",
          "INC-%d-01",
          "INC%d-0001",
          "INC%d-001",
          "INC-0001",
          "INC-001",
          "INC-1",
          "INC0001",
          "INC001",
          "INC1",
          "INC-%d-00001",
          "INC-00001");

  private final ReportCollection survey;
  private final List<Sample> newest;
  private final Set<String> taken = new HashSet<>();

  /// The ID of the next report, and its file below the reports folder.
  record Name(IncidentId id, String path) {}

  /// A report as an example of naming.
  private record Sample(Incident incident, ReportFile file, LocalDate date) {
    /// Whether the file name begins with the ID.
    boolean isNamedById() {
      String stem = file.stem().toLowerCase(Locale.ROOT);
      return stem.startsWith(incident.id().key());
    }

    NamingScheme id() {
      return NamingScheme.of(incident.id().value());
    }
  }

  ReportNaming(ReportCollection survey) {
    this.survey = survey;
    Map<String, ReportFile> files = new HashMap<>();
    survey
        .folder()
        .reports()
        .forEach(file -> files.put(survey.folder().name() + "/" + file.path(), file));
    this.newest =
        survey.knowledge().incidents().stream()
            .filter(incident -> incident.date().isPresent())
            .limit(NEWEST)
            .map(incident ->
                new Sample(
                    incident, files.get(incident.source()), incident.date().orElseThrow().first()))
            .toList();
    taken.addAll(survey.knowledge().ids().keySet());
  }

  /// Whether a report has this ID or mentions it.
  boolean isTaken(String id) {
    return taken.contains(new IncidentId(id).key());
  }

  /// The name of the next report; empty if the configured form of IDs cannot be guessed.
  ///
  /// @param wanted the requested ID, if any
  Optional<Name> next(String title, LocalDate date, Optional<String> wanted) {
    List<Sample> samples = newest.stream().filter(this::isOfPattern).toList();
    if (samples.isEmpty()) {
      return wanted
          .or(() -> first(date))
          .map(id -> new Name(new IncidentId(id), NamingScheme.words(id, " ") + ".md"));
    }
    String folder = folder(samples, date);
    String scope = folder.matches(".*\\d{4}.*") ? folder : "";
    Sample model = most(samples, sample -> ending(sample.file()));
    if (isFolder(model.file())) {
      return Optional.of(inFolder(model.file(), folder, title, date));
    }
    boolean isNamedById = most(samples, Sample::isNamedById).isNamedById();
    NamingScheme form = form(samples.stream().map(Sample::id).toList());
    String id = wanted.orElseGet(() -> write(form, title, date, scope));
    if (isNamedById) {
      List<Sample> named = samples.stream().filter(Sample::isNamedById).toList();
      Sample tailed = most(named, sample -> tail(sample).gap().isEmpty());
      String stem = NamingScheme.words(id, " ") + tail(tailed).write(title);
      return Optional.of(new Name(new IncidentId(id), folder + stem + ending(model.file())));
    }
    NamingScheme files =
        form(samples.stream().map(sample -> NamingScheme.of(sample.file().stem())).toList());
    String stem = write(files, title, date, scope);
    return Optional.of(new Name(new IncidentId(id), folder + stem + ending(model.file())));
  }

  private boolean isOfPattern(Sample sample) {
    return !survey.config().idPatternIsOwn() || isOfPattern(sample.incident().id().value());
  }

  private boolean isOfPattern(String id) {
    return new BoundedMatcher(survey.config().idPattern(), id).matches();
  }

  private static NamingScheme.Tail tail(Sample sample) {
    return NamingScheme.Tail.of(
        sample.file().stem().substring(sample.incident().id().value().length()));
  }

  /// A report that is the read-me of its own folder: `2024/10/18-dns/readme.md`.
  private static Name inFolder(ReportFile model, String above, String title, LocalDate date) {
    String[] parts = model.folder().split("/");
    String own = parts[parts.length - 1];
    boolean isDay = own.matches("\\d{2}(?!\\d).*");
    String folder =
        above
            + (isDay
                ? date.toString().substring(8) + NamingScheme.Tail.of(own.substring(2)).write(title)
                : NamingScheme.of(own).write(date, 0, title));
    return new Name(
        new IncidentId(folder.replace('/', '-')),
        folder + "/" + model.path().substring(model.folder().length()));
  }

  /// Whether a report is the read-me of its own folder.
  private static boolean isFolder(ReportFile file) {
    return READ_ME.matcher(file.path().substring(file.folder().length())).matches();
  }

  /// The file extension: `.md`, `.html.md.erb`, or nothing.
  private static String ending(ReportFile file) {
    String name = file.path().substring(file.folder().length());
    return isFolder(file) ? "/" : name.substring(file.stem().length());
  }

  /// The folder of most samples, with years, months and days replaced.
  private static String folder(List<Sample> samples, LocalDate date) {
    Function<Sample, String> dated = sample -> dated(sample);
    return dated
        .apply(most(samples, dated))
        .replace("{year}", date.toString().substring(0, 4))
        .replace("{month}", date.toString().substring(5, 7))
        .replace("{day}", date.toString().substring(8));
  }

  /// A report's folder with placeholders for its date, and without its own folder.
  private static String dated(Sample sample) {
    String year = sample.date().toString().substring(0, 4);
    String month = sample.date().toString().substring(5, 7);
    StringBuilder folder = new StringBuilder();
    boolean isInYear = false;
    List<String> parts = new ArrayList<>(List.of(sample.file().folder().split("/")));
    if (isFolder(sample.file())) {
      parts.removeLast();
    }
    for (String part : parts) {
      if (part.isEmpty()) {
        continue;
      }
      if (part.equals(year)) {
        folder.append("{year}/");
        isInYear = true;
      } else if (part.equals(year + "-" + month)) {
        folder.append("{year}-{month}/");
      } else if (isInYear && part.equals(month)) {
        folder.append("{month}/");
      } else if (isInYear && part.equals(sample.date().toString().substring(8))) {
        folder.append("{day}/");
      } else {
        folder.append(part).append('/');
      }
    }
    return folder.toString();
  }

  /// The most common form, with the smallest width of numbers.
  private static NamingScheme form(List<NamingScheme> forms) {
    // Of equals, `max` returns the first, which is the newest.
    NamingScheme model =
        forms.stream()
            .max(Comparator.comparingLong(form -> forms.stream().filter(form::isLike).count()))
            .orElseThrow();
    int width =
        forms.stream()
            .filter(model::isLike)
            .mapToInt(NamingScheme::width)
            .min()
            .orElse(model.width());
    return new NamingScheme(
        model.kind(),
        model.prefix(),
        model.joint(),
        model.number(),
        width,
        model.gap(),
        model.space());
  }

  private static <K> Sample most(List<Sample> samples, Function<Sample, K> trait) {
    Map<K, Integer> counts = new HashMap<>();
    samples.forEach(sample -> counts.merge(trait.apply(sample), 1, Integer::sum));
    return samples.stream()
        .max(Comparator.comparingInt(sample -> counts.get(trait.apply(sample))))
        .orElseThrow();
  }

  /// A name that no report has or mentions.
  private String write(NamingScheme form, String title, LocalDate date, String scope) {
    if (!form.isCounted()) {
      String name = form.write(date, 0, title);
      return IntStream.iterate(1, n -> n + 1)
          .mapToObj(n -> n == 1 ? name : name + form.space() + n)
          .filter(free -> !isNamed(free))
          .findFirst()
          .orElseThrow();
    }
    boolean goesOn = form.kind() == NamingScheme.Kind.NUMBER_OF_YEAR && goesOn(form);
    int last =
        names(form.kind() == NamingScheme.Kind.NUMBER ? scope : "")
            .flatMapToInt(name ->
                goesOn ? ofAnyYear(form, name).stream() : form.numberIn(name, date).stream())
            .max()
            .orElse(0);
    return IntStream.iterate(last + 1, n -> n + 1)
        .mapToObj(n -> form.write(date, n, title))
        .filter(free -> !isNamed(free))
        .findFirst()
        .orElseThrow();
  }

  private boolean isNamed(String name) {
    return isTaken(name) || names("").anyMatch(name::equalsIgnoreCase);
  }

  /// The IDs and file names of all reports, including unreadable ones.
  private Stream<String> names(String scope) {
    ReportFolder folder = survey.folder();
    Stream<String> files =
        folder.reports().stream()
            .filter(file -> scope.isEmpty() || file.folder().equals(scope))
            .map(ReportFile::stem);
    Stream<String> ids =
        survey.knowledge().incidents().stream()
            .filter(incident ->
                scope.isEmpty() || incident.source().startsWith(folder.name() + "/" + scope))
            .flatMap(Incident::ids)
            .map(IncidentId::value);
    return Stream.concat(files, ids);
  }

  /// Whether numbers continue from year to year: the first of each year is above the last of the
  /// year before.
  private boolean goesOn(NamingScheme form) {
    Map<Integer, int[]> years = new TreeMap<>();
    for (String name : names("").toList()) {
      NamingScheme other = NamingScheme.of(name);
      if (other.kind() == form.kind() && other.prefix().equalsIgnoreCase(form.prefix())) {
        int year = Integer.parseInt(name.substring(other.prefix().length()).substring(0, 4));
        int[] range = years.computeIfAbsent(year, _ -> new int[] {Integer.MAX_VALUE, 0});
        range[0] = Math.min(range[0], other.number());
        range[1] = Math.max(range[1], other.number());
      }
    }
    List<int[]> ranges = List.copyOf(years.values());
    return ranges.size() > 1
        && IntStream.range(1, ranges.size()).allMatch(i -> ranges.get(i)[0] > ranges.get(i - 1)[1]);
  }

  private static OptionalInt ofAnyYear(NamingScheme form, String name) {
    NamingScheme other = NamingScheme.of(name);
    return other.kind() == form.kind() && other.prefix().equalsIgnoreCase(form.prefix())
        ? OptionalInt.of(other.number())
        : OptionalInt.empty();
  }

  /// The very first ID, in a form that the configuration allows.
  private Optional<String> first(LocalDate date) {
    String pattern = survey.config().idPattern().pattern();
    List<String> prefixes = new ArrayList<>();
    Matcher letters = LETTERS.matcher(pattern.replaceAll("\\[[^\\]]*\\]|\\\\p?.", " "));
    while (letters.find()) {
      prefixes.add(letters.group());
    }
    prefixes.add("INC");
    return prefixes.stream()
        .flatMap(prefix ->
            USUAL.stream()
                .map(usual ->
                    String.format(Locale.ROOT, usual.replace("INC", prefix), date.getYear())))
        .filter(this::isOfPattern)
        .filter(id -> !isNamed(id))
        .findFirst();
  }
}
