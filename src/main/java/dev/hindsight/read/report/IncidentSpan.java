package dev.hindsight.read.report;

import dev.hindsight.model.Moment;
import dev.hindsight.read.words.DateText;
import dev.hindsight.read.words.SentenceRange;
import dev.hindsight.read.words.TimeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The start and end of an incident that a sentence states: "Between 10:00 and 11:30 UTC on 18 July
/// 2024, customers saw errors".
///
/// @param isDated whether the date is known
record IncidentSpan(Moment start, Moment end, boolean isDated) {
  private static final Pattern WRONG =
      Pattern.compile(
          "(?i)\\b(?:down|outage|unavailable|unreachable|inaccessible|offline|degraded|degradation|error|errors|fail|failed|failing|failure|failures|disrupted|disruption|interruption|unable|slow|affected|impacted|incident|broken|timed"
              + " out|late|ausfall|ausgefallen|störung|gestört|nicht\\s+(?:erreichbar|verfügbar)|indisponibles?|panne)\\b");

  /// Words for ranges of time that are not an incident.
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)\\b(?:met|meeting|call|maintenance|planned|scheduled|(?:business|working|office|trading|opening)\\s+hours|open|every\\s+(?:day|week)|daily|weekdays)\\b");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s+\\p{Lu}|\\s*$)");

  private static final Pattern YEAR = Pattern.compile("(?<=\\s)20\\d{2}(?=[\\s.,;:)])");

  /// Used to compare times if no date is known. Any date will do.
  private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

  private static final int LONGEST = 3000;

  /// The minutes from start to end.
  OptionalLong minutes() {
    return start.minutesUntil(end);
  }

  /// The span in the first paragraph that has one. Several spans become one if they overlap.
  /// Otherwise, none of them counts.
  ///
  /// @param date of the incident
  static Optional<IncidentSpan> find(
      Stream<String> texts, Optional<Moment> date, boolean dayFirst) {
    return texts
        .flatMap(text -> Stream.of(text.split("\\n+")))
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
        .map(paragraph -> spans(paragraph, date.or(() -> year(paragraph)), dayFirst))
        .filter(spans -> !spans.isEmpty())
        .findFirst()
        .flatMap(IncidentSpan::union);
  }

  private static List<IncidentSpan> spans(
      String paragraph, Optional<Moment> date, boolean dayFirst) {
    List<IncidentSpan> wrong = new ArrayList<>();
    List<IncidentSpan> others = new ArrayList<>();
    for (SentenceRange range : SentenceRange.in(paragraph, dayFirst)) {
      int from = sentenceStart(paragraph, range.start());
      String sentence = paragraph.substring(from, sentenceEnd(paragraph, range.end()));
      boolean isWrong = WRONG.matcher(sentence).find();
      Optional<IncidentSpan> span = of(range, paragraph, date, dayFirst);
      boolean isMarked =
          range.time().date().isPresent()
              || range.time().zone().isPresent()
              || new SentenceRange(range.start() - from, 0, range.time())
                  .day(sentence, dayFirst)
                  .isPresent();
      if (isWrong) {
        span.ifPresent(wrong::add);
      } else if (isMarked && !OTHER.matcher(sentence).find()) {
        span.ifPresent(others::add);
      }
    }
    return wrong.isEmpty() ? others : wrong;
  }

  private static int sentenceStart(String text, int before) {
    int start = 0;
    Matcher end = SENTENCE_END.matcher(text).region(Math.max(0, before - 300), before);
    while (end.find()) {
      start = end.end() < before ? end.end() : start;
    }
    return Math.max(start, before - 300);
  }

  private static int sentenceEnd(String text, int behind) {
    int farthest = Math.min(text.length(), behind + 300);
    Matcher end = SENTENCE_END.matcher(text).region(behind, farthest);
    return end.find() ? end.start() : farthest;
  }

  private static Optional<IncidentSpan> of(
      SentenceRange range, String paragraph, Optional<Moment> date, boolean dayFirst) {
    LocalDate near = date.map(IncidentSpan::middle).orElse(SOME_DAY);
    Optional<TimeText.Day> written =
        range.time().date().or(() -> range.day(paragraph, dayFirst).flatMap(day -> day.date()));
    Optional<LocalDate> day = written.flatMap(own -> DateText.near(own, near));
    boolean isDated =
        written.isPresent()
            ? date.isPresent() || written.get().year().isPresent()
            : date.filter(moment -> moment.precision().compareTo(Moment.Precision.DAY) >= 0)
                .isPresent();
    return DateText.range(range.time(), day.orElse(near))
        .filter(found -> found.start().minutesUntil(found.end()).orElse(-1) > 0)
        .map(found -> new IncidentSpan(found.start(), found.end(), isDated));
  }

  /// The middle of a year or a month, which is near all days in it.
  private static LocalDate middle(Moment date) {
    return switch (date.precision()) {
      case YEAR -> date.first().withMonth(7);
      case MONTH -> date.first().withDayOfMonth(15);
      case DAY, TIME -> date.first();
    };
  }

  /// The year that a paragraph names, for dates without a year.
  private static Optional<Moment> year(String paragraph) {
    Matcher year = YEAR.matcher(paragraph);
    return year.find()
        ? Optional.of(Moment.year(Integer.parseInt(year.group())))
        : Optional.empty();
  }

  private static Optional<IncidentSpan> union(List<IncidentSpan> spans) {
    IncidentSpan all = spans.getFirst();
    for (IncidentSpan span : spans) {
      if (isBefore(all.end, span.start) || isBefore(span.end, all.start)) {
        return Optional.empty();
      }
      all =
          new IncidentSpan(
              isBefore(span.start, all.start) ? span.start : all.start,
              isBefore(all.end, span.end) ? span.end : all.end,
              all.isDated && span.isDated);
    }
    return Optional.of(all);
  }

  private static boolean isBefore(Moment one, Moment other) {
    return one.minutesUntil(other).orElse(0) > 0;
  }
}
