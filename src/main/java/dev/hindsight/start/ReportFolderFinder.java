package dev.hindsight.start;

import dev.hindsight.model.Incident;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.FolderReader;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.read.source.ReportFolder.ReportFile;
import dev.hindsight.site.SiteSource;
import dev.hindsight.site.config.SiteConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the folder where a team keeps its reports: the one whose Markdown files look most like
/// reports.
final class ReportFolderFinder {
  /// Generated or downloaded folders contain no reports of the team.
  private static final Pattern NOT_LOOKED_INTO =
      Pattern.compile("(?i)(?:.*/)?(?:node_modules|vendor|target|build|dist|site|out)/.*");

  private static final Pattern TELLING =
      Pattern.compile("(?i).*(?:incident|post-?_?mortem|outage|\\brcas?\\b|\\bpirs?\\b).*");

  private static final Pattern YEAR = Pattern.compile("\\d+(?:-\\d+)?");

  /// Sections that are common in reports and rare elsewhere.
  private static final Set<SectionKind> OF_REPORTS =
      Set.of(
          SectionKind.TIMELINE,
          SectionKind.DETECTION,
          SectionKind.TRIGGER,
          SectionKind.ROOT_CAUSE,
          SectionKind.CONTRIBUTING_FACTORS,
          SectionKind.IMPACT,
          SectionKind.MITIGATION,
          SectionKind.RESOLUTION,
          SectionKind.ACTION_ITEMS,
          SectionKind.LESSONS_LEARNED);

  /// At least one of these is required, because runbooks have impact and resolution too.
  private static final Set<SectionKind> TELLTALE =
      Set.of(SectionKind.TIMELINE, SectionKind.ROOT_CAUSE, SectionKind.LESSONS_LEARNED);

  private ReportFolderFinder() {}

  /// The reports folder below a folder, as a relative path with `/`. Empty text for the folder
  /// itself; no value if there are no reports.
  ///
  /// @throws IOException if the folder cannot be listed
  static Optional<String> in(Path source, SiteConfig config) throws IOException {
    Path incidents = source.resolve(SiteSource.INCIDENTS);
    if (Files.isDirectory(incidents, LinkOption.NOFOLLOW_LINKS)
        && !ReportFolder.list(incidents, "").reports().isEmpty()) {
      return Optional.of(SiteSource.INCIDENTS);
    }
    ReportFolder all = ReportFolder.list(source, "");
    List<ReportFile> files =
        all.reports().stream()
            .filter(file -> !NOT_LOOKED_INTO.matcher(file.path()).matches())
            .toList();
    ReportFolder looked =
        new ReportFolder(
            source,
            "",
            files,
            files.stream().map(ReportFile::path).collect(Collectors.toSet()),
            all.files(),
            all.numbers(),
            all.names(),
            all.keyless(),
            all.skipped(),
            Map.of(),
            List.of());
    return likeliest(looked, config);
  }

  /// The number of reports and other Markdown files below a folder.
  private record Count(int reports, int files) {
    Count plus(boolean isReport) {
      return new Count(reports + (isReport ? 1 : 0), files + 1);
    }

    /// High for many reports and few other files.
    double weight(String folder) {
      double share = (double) reports / files;
      return reports * share * (TELLING.matcher(folder).matches() ? 1.5 : 1);
    }
  }

  private static Optional<String> likeliest(ReportFolder folder, SiteConfig config) {
    List<ReportResult> reports = new FolderReader(config, folder, true).readAll();
    Map<String, Count> counts = new TreeMap<>();
    IntStream.range(0, reports.size())
        .forEach(i -> {
          ReportFile file = folder.reports().get(i);
          boolean isReport =
              reports.get(i).copy().isPresent()
                  || reports.get(i).incident().filter(one -> isReport(one, file)).isPresent();
          String path = file.folder().replaceFirst("/$", "");
          for (String at = path; ; at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            counts.merge(at, new Count(0, 0).plus(isReport), (old, _) -> old.plus(isReport));
            if (at.isEmpty()) {
              break;
            }
          }
        });
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().reports() > 0)
        .filter(entry -> !YEAR.matcher(name(entry.getKey())).matches())
        .max(
            Comparator.comparingDouble(
                    (Map.Entry<String, Count> entry) -> entry.getValue().weight(entry.getKey()))
                .thenComparing(entry -> entry.getKey().length()))
        .map(Map.Entry::getKey);
  }

  private static String name(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private static boolean isReport(Incident incident, ReportFile file) {
    Set<SectionKind> kinds =
        incident.sections().stream()
            .flatMap(section -> section.kinds().stream())
            .filter(OF_REPORTS::contains)
            .collect(Collectors.toSet());
    boolean isTold = kinds.size() > 1 && kinds.stream().anyMatch(TELLTALE::contains);
    boolean isNamed =
        TELLING.matcher(file.path()).matches()
            && NamingScheme.of(file.stem()).kind() != NamingScheme.Kind.WORDS;
    return isTold || isNamed;
  }
}
