package dev.hindsight.read.report;

import dev.hindsight.model.Section;
import dev.hindsight.read.source.RecordedFolder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The result for one report, and what it depends on besides the report's bytes and the
/// configuration.
///
/// @param answers what the report asked of the files around it
/// @param isLasting whether another run would read the same: not where a time limit was reached
public record CacheableResult(
    ReportResult result, Map<RecordedFolder.Question, String> answers, boolean isLasting) {

  /// The same with its incident's sections kept elsewhere.
  public CacheableResult withKept(Supplier<List<Section>> sections) {
    return new CacheableResult(result.withKept(sections), answers, isLasting);
  }
}
