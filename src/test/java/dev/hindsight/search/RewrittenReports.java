package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Somebody who works on reports, one at a time: writes words, takes some out, changes titles,
/// severities and lists. Date and systems stay as they are.
public final class RewrittenReports {
  private final Path folder;
  private final Random random;

  /// @param folder of a site
  public RewrittenReports(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /// Rewrites one report, which one may have rewritten before.
  public Incident next() throws IOException {
    ReportFolder files = ReportFolder.list(folder.resolve("incidents"), "incidents");
    List<String> paths = files.reportPaths().stream().sorted().toList();
    while (true) {
      // A few of the reports are worked on most.
      String path = paths.get(random.nextInt(random.nextBoolean() ? 5 : paths.size()));
      Optional<Incident> now = rewritten(files, path);
      if (now.isPresent()) {
        return now.get();
      }
    }
  }

  private Optional<Incident> rewritten(ReportFolder files, String path) throws IOException {
    Path file = folder.resolve("incidents").resolve(path);
    String before = Files.readString(file);
    Incident was = read(files, path);
    Files.writeString(file, edited(before));
    Incident now = read(files, path);
    if (now.date().equals(was.date()) && now.systems().equals(was.systems())) {
      return Optional.of(now);
    }
    Files.writeString(file, before);
    return Optional.empty();
  }

  private Incident read(ReportFolder files, String path) throws IOException {
    var config = ConfigReader.read("site-config.yml", "").config().orElseThrow();
    return new FolderReader(config, files, false).read(path).incident().orElseThrow();
  }

  private String edited(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int place = random.nextInt(lines.size());
      List<String> words = new ArrayList<>(List.of(lines.get(place).split(" ")));
      int at = random.nextInt(words.size());
      switch (random.nextInt(6)) {
        case 0 -> lines.add(place, "\nA line about " + word() + " and the " + word() + ".\n");
        case 1 -> words.remove(at);
        case 2 -> lines.replaceAll(line -> line.replaceFirst("SEV\\d", "SEV" + random.nextInt(5)));
        default -> words.add(at == 0 ? words.size() : at, word());
      }
      lines.set(lines.size() == place ? 0 : place, String.join(" ", words));
    }
    return String.join("\n", lines) + "\n";
  }

  /// A common word, a rare one, one that is new, or more than one.
  private String word() {
    return switch (random.nextInt(6)) {
      case 0 -> "the database of connections";
      case 1 -> "connected reconnecting " + random.nextInt(9);
      case 2 -> "quux" + (char) ('a' + random.nextInt(26));
      case 3 -> "new-thing/v" + random.nextInt(9);
      case 4 -> "HumpedName" + (char) ('A' + random.nextInt(4)) + "bout";
      default -> "queue";
    };
  }
}
