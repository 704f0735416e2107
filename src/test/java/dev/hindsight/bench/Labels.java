package dev.hindsight.bench;

import dev.hindsight.link.CrossLinker;
import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.PublishedInventory;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What a careful reader took from real reports, beside what Hindsight took: precision and recall
/// of each field. The labels are names and figures only; the reports stand elsewhere.
public final class Labels {
  /// The labels of real reports.
  public static final Path REAL = Path.of("src/test/resources/labels.json");

  /// The labels of more real reports, which also say when each began and ended.
  public static final Path SECOND = Path.of("src/test/resources/labels-second.json");

  /// The labels of the project's own reports in other people's house styles.
  public static final Path STYLES = Path.of("src/test/resources/labels-house-styles.json");

  /// What one reader wrote down of one report.
  record Label(
      String file,
      String title,
      String id,
      String date,
      String severity,
      Integer minutes,
      List<String> systems,
      int entries,
      int actions,
      List<String> owners,
      int done,
      List<String> parts,
      List<String> references,
      String started,
      String ended,
      String firstTime) {}

  /// How often a field was right.
  ///
  /// @param right what was found and is so
  /// @param found all that was found
  /// @param wanted all that is so
  public record Score(long right, long found, long wanted) {

    /// The share of what was found that is so.
    public double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    /// The share of what is so that was found.
    public double recall() {
      return wanted == 0 ? 1 : (double) right / wanted;
    }

    Score plus(Score other) {
      return new Score(right + other.right, found + other.found, wanted + other.wanted);
    }
  }

  private Labels() {}

  /// Prints the scores, and with a second argument every difference.
  ///
  /// @param args the folder of the sets
  public static void main(String[] args) throws IOException {
    Path corpora = Path.of(args[0]);
    if (corpora.startsWith("src")) {
      print(corpora, STYLES, args.length > 1);
    } else {
      print(corpora, REAL, args.length > 1);
      print(corpora, SECOND, args.length > 1);
    }
  }

  private static void print(Path corpora, Path labels, boolean all) throws IOException {
    List<String> differences = new ArrayList<>();
    System.out.printf("%-12s %9s %9s %8s%n", "field", "precision", "recall", "labels");
    scores(corpora, labels, differences)
        .forEach((field, score) ->
            System.out.printf(
                Locale.ROOT,
                "%-12s %9.3f %9.3f %8d%n",
                field,
                score.precision(),
                score.recall(),
                score.wanted()));
    if (all) {
      differences.forEach(System.out::println);
    }
  }

  /// The score of each field over all labeled reports.
  public static Map<String, Score> scores(Path corpora, Path labels, List<String> differences)
      throws IOException {
    SiteConfig config = ConfigReader.read("defaults", "").config().orElseThrow();
    Map<String, Incident> incidents = new HashMap<>();
    Map<String, Set<String>> references = new HashMap<>();
    CorporaBench.read(corpora)
        .forEach((set, all) -> {
          KnowledgeBase knowledge =
              CrossLinker.link(all, config, set, PublishedInventory.NOTHING).knowledgeBase();
          for (Incident incident : all) {
            incidents.put(incident.source(), incident);
            references.put(incident.source(), references(incident, knowledge));
          }
        });
    Map<String, Score> scores = new LinkedHashMap<>();
    for (Label label : JsonMapper.shared().readValue(labels.toFile(), Label[].class)) {
      Incident incident = incidents.get(label.file());
      if (incident == null) {
        differences.add(label.file() + " was not read");
        continue;
      }
      Map<String, Compared> compared =
          compare(label, incident, references.get(label.file()), config);
      if (labels.equals(SECOND)) {
        compared.putAll(compareTimes(label, incident));
      }
      compared.forEach((field, score) -> {
        scores.merge(field, score.score(), Score::plus);
        if (score.score().right() < score.score().found()
            || score.score().right() < score.score().wanted()) {
          differences.add(
              field
                  + " of "
                  + label.file()
                  + ": wanted "
                  + score.wanted()
                  + ", found "
                  + score.found());
        }
      });
    }
    return scores;
  }

  /// Start, end and the time of the first entry. Zones are compared elsewhere: few reports state
  /// one.
  private static Map<String, Compared> compareTimes(Label label, Incident incident) {
    Milestones phases = incident.phases();
    Map<String, Compared> fields = new LinkedHashMap<>();
    // These labels also count the day that a timeline or a sentence tells.
    fields.put("date", one(label.date(), incident.date().map(Moment::date).orElse(null)));
    fields.put(
        "started", one(local(label.started()), phases.started().map(Labels::local).orElse(null)));
    fields.put(
        "ended", one(local(label.ended()), phases.resolved().map(Labels::local).orElse(null)));
    fields.put(
        "first time",
        one(
            label.firstTime(),
            incident.timeline().stream()
                .findFirst()
                .flatMap(entry -> entry.at().flatMap(Moment::time))
                .map(time -> "%02d:%02d".formatted(time.getHour(), time.getMinute()))
                .orElse(null)));
    return fields;
  }

  private static String local(String iso) {
    return iso == null
        ? null
        : iso.substring(0, Math.min(iso.length(), "2024-05-02T10:00".length()));
  }

  private static String local(Moment moment) {
    return local(moment.toString());
  }

  private record Compared(Object wanted, Object found, Score score) {}

  private static Map<String, Compared> compare(
      Label label, Incident incident, Set<String> references, SiteConfig config) {
    Map<String, Compared> fields = new LinkedHashMap<>();
    fields.put("title", one(label.title(), incident.title()));
    fields.put("id", one(label.id(), incident.id().value()));
    // A date that was derived says so; what counts is what the report states.
    fields.put(
        "date",
        one(
            label.date(),
            incident.date().filter(_ -> !incident.isDateDerived()).map(Moment::date).orElse(null)));
    String wanted =
        label.severity() == null
            ? null
            : config.severities().findFirst(label.severity()).orElse(label.severity());
    fields.put(
        "severity", one(wanted, incident.severity().map(severity -> severity.name()).orElse(null)));
    // A length that was derived says so: it is no claim that the report states one.
    boolean isDerived = incident.derived().contains(Incident.Derived.DURATION);
    fields.put(
        "minutes",
        one(
            label.minutes() == null ? null : label.minutes().toString(),
            incident.duration().isPresent() && (label.minutes() != null || !isDerived)
                ? String.valueOf(incident.duration().getAsLong())
                : null));
    fields.put(
        "systems",
        set(label.systems(), incident.systems().stream().map(SystemName::name).toList()));
    fields.put("entries", count(label.entries(), incident.timeline().size()));
    fields.put("actions", count(label.actions(), incident.actionItems().size()));
    fields.put(
        "owners",
        set(
            label.owners(),
            incident.actionItems().stream()
                .flatMap(item -> item.owner().stream())
                .flatMap(owner -> Stream.of(owner.split("\\s*[,/、&]\\s*")))
                .toList()));
    fields.put(
        "done",
        count(
            label.done(), incident.actionItems().stream().filter(item -> !item.isOpen()).count()));
    fields.put("parts", set(label.parts(), CorporaBench.parts(incident)));
    fields.put("references", set(label.references(), List.copyOf(references)));
    return fields;
  }

  /// The reports that a report declares or mentions; a relation is listed once, though both may say
  /// so.
  private static Set<String> references(Incident incident, KnowledgeBase knowledge) {
    Stream<IncidentId> declared = incident.declared().stream().map(RelatedIncident::id);
    Stream<IncidentId> mentioned =
        incident.mentions().stream()
            .flatMap(mention ->
                mention.isPath()
                    ? Optional.ofNullable(
                        knowledge.ids().get(mention.word().toLowerCase(Locale.ROOT)))
                        .stream()
                    : knowledge.recognize(mention.word()).map(found -> found.id()).stream());
    return Stream.concat(declared, mentioned)
        .flatMap(id -> Optional.ofNullable(knowledge.ids().get(id.key())).stream())
        .filter(id -> knowledge.incident(id).isPresent() && !id.equals(incident.id()))
        .map(IncidentId::value)
        .collect(Collectors.toSet());
  }

  private static Compared one(String wanted, String found) {
    boolean right = wanted != null && found != null && normal(wanted).equals(normal(found));
    return new Compared(
        wanted, found, new Score(right ? 1 : 0, found == null ? 0 : 1, wanted == null ? 0 : 1));
  }

  private static Compared set(List<String> wanted, List<String> found) {
    Set<String> all = wanted.stream().map(Labels::normal).collect(Collectors.toSet());
    Set<String> ours = found.stream().map(Labels::normal).collect(Collectors.toSet());
    long right = ours.stream().filter(all::contains).count();
    return new Compared(all, ours, new Score(right, ours.size(), all.size()));
  }

  private static Compared count(long wanted, long found) {
    return new Compared(wanted, found, new Score(Math.min(wanted, found), found, wanted));
  }

  private static String normal(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[`*_\"'’@.]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
