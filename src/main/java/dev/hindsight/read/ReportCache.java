package dev.hindsight.read;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What reading made of each report, for as long as nothing else has changed that reading looks at:
/// the configuration, and which files there are.
public final class ReportCache {
  private final Map<String, Known> reports = new ConcurrentHashMap<>();
  private Context context;

  /// A report as it was read.
  ///
  /// @param digest of the file
  private record Known(String digest, ReportReader.Report report) {}

  /// What every report is read with.
  private record Context(String config, ReportFolder folder, boolean drafts) {}

  /// Forgets everything: a file that reports show may have changed.
  public void clear() {
    reports.clear();
  }

  /// Forgets what was read with something else.
  ///
  /// @param config the text of the configuration
  public synchronized void readWith(String config, ReportFolder folder, boolean drafts) {
    Context now = new Context(config, folder, drafts);
    if (!now.equals(context)) {
      reports.clear();
      context = now;
    }
  }

  ReportReader.Report get(String source, String digest, Supplier<ReportReader.Report> read) {
    Known known = reports.get(source);
    if (known == null || !known.digest().equals(digest)) {
      known = new Known(digest, read.get());
      reports.put(source, known);
    }
    return known.report();
  }
}
