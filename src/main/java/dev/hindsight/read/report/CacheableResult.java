package dev.hindsight.read.report;

import dev.hindsight.model.Section;
import dev.hindsight.read.source.RecordedFolder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The result for one report, with what it depends on besides the report's bytes and the
/// configuration.
///
/// @param answers what the report asked about the files around it
/// @param isLasting whether another run would get the same result; false if a time limit was
///   exceeded
public record CacheableResult(
    ReportResult result, Map<RecordedFolder.Question, String> answers, boolean isLasting) {

  /// The same result, with the incident's sections loaded from elsewhere.
  public CacheableResult withKept(Supplier<List<Section>> sections) {
    return new CacheableResult(result.withKept(sections), answers, isLasting);
  }
}
