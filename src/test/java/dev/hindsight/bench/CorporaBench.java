package dev.hindsight.bench;

import dev.hindsight.model.Incident;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads sets of real reports and prints how much of them was understood: the share of reports in
/// which each of eight parts was read, their mean, and the numbers of entries and action items.
///
/// The sets stand in one folder, with a `manifest.tsv` that says which files are reports.
public final class CorporaBench {
  /// The parts that are looked for.
  public static final List<String> PARTS =
      List.of(
          "summary",
          "systems",
          "timeline",
          "root-cause",
          "impact",
          "resolution",
          "actions",
          "related");

  private CorporaBench() {}

  /// Prints the table.
  ///
  /// @param args the folder of the sets
  public static void main(String[] args) throws IOException {
    Map<String, List<Incident>> sets = read(Path.of(args[0]));
    System.out.printf(Locale.ROOT, "%-30s %7s %5s %5s %5s", "set", "reports", "mean", ">=3", ">=5");
    PARTS.forEach(part -> System.out.printf(" %10s", part));
    System.out.printf(" %8s %8s%n", "entries", "actions");
    List<Incident> all = new ArrayList<>();
    sets.forEach((name, incidents) -> {
      print(name, incidents);
      all.addAll(incidents);
    });
    print("all", all);
  }

  private static void print(String name, List<Incident> incidents) {
    int reports = incidents.size();
    List<List<String>> parts = incidents.stream().map(CorporaBench::partsAndReferences).toList();
    System.out.printf(
        Locale.ROOT,
        "%-30s %7d %5.2f %5.2f %5.2f",
        name,
        reports,
        parts.stream().mapToInt(List::size).average().orElse(0),
        share(parts.stream().filter(one -> one.size() >= 3).count(), reports),
        share(parts.stream().filter(one -> one.size() >= 5).count(), reports));
    for (String part : PARTS) {
      System.out.printf(
          Locale.ROOT,
          " %10.2f",
          share(parts.stream().filter(one -> one.contains(part)).count(), reports));
    }
    System.out.printf(
        Locale.ROOT,
        " %8d %8d%n",
        incidents.stream().mapToInt(incident -> incident.timeline().size()).sum(),
        incidents.stream().mapToInt(incident -> incident.actionItems().size()).sum());
  }

  private static double share(long count, int of) {
    return of == 0 ? 0 : (double) count / of;
  }

  /// The same, with references of any kind counted as related: so did the script that the least
  /// means to reach come from.
  private static List<String> partsAndReferences(Incident incident) {
    List<String> parts = new ArrayList<>(parts(incident));
    if (!parts.contains("related") && !incident.text(SectionKind.REFERENCES).isBlank()) {
      parts.add("related");
    }
    return parts;
  }

  /// The parts that were read of a report.
  public static List<String> parts(Incident incident) {
    Map<String, Boolean> has =
        Map.of(
            "summary",
            !incident.summary().isBlank(),
            "systems",
            !incident.systems().isEmpty(),
            "timeline",
            incident.timeline().size() >= 2,
            // Reports that name no root cause often say as much under contributing factors.
            "root-cause",
            !incident.text(SectionKind.ROOT_CAUSE).isBlank()
                || !incident.text(SectionKind.CONTRIBUTING_FACTORS).isBlank(),
            "impact",
            !incident.text(SectionKind.IMPACT).isBlank() || incident.impactInShort().isPresent(),
            "resolution",
            !incident.text(SectionKind.RESOLUTION).isBlank()
                || !incident.text(SectionKind.MITIGATION).isBlank(),
            "actions",
            !incident.actionItems().isEmpty(),
            "related",
            !incident.declared().isEmpty());
    return PARTS.stream().filter(has::get).toList();
  }

  /// The reports of every set, by the set's name.
  public static Map<String, List<Incident>> read(Path corpora) throws IOException {
    SiteConfig config = ConfigReader.read("defaults", "").config().orElseThrow();
    Map<String, List<String>> files = new TreeMap<>();
    for (String line : Files.readAllLines(corpora.resolve("manifest.tsv"))) {
      String[] cells = line.split("\t");
      if (cells[2].equals("report")) {
        files.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(cells[1]);
      }
    }
    Map<String, List<Incident>> sets = new TreeMap<>();
    for (Map.Entry<String, List<String>> set : files.entrySet()) {
      ReportFolder folder = ReportFolder.list(corpora.resolve(set.getKey()), set.getKey());
      sets.put(
          set.getKey(),
          new FolderReader(config, folder, true)
              .readAll().stream()
                  .flatMap(report -> report.incident().stream())
                  .filter(incident ->
                      set.getValue()
                          .contains(incident.source().substring(set.getKey().length() + 1)))
                  .toList());
    }
    return sets;
  }
}
