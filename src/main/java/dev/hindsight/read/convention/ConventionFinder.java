package dev.hindsight.read.convention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides the conventions of a collection. What most reports do, counts: at least three of five,
/// and at least four reports, so that one report more or less hardly ever changes how others are
/// read.
public final class ConventionFinder {
  /// Fewer reports are no collection.
  private static final int FEWEST = 4;

  private static final double MOST = 0.6;

  /// One order of dates outweighs the other if so many times as many reports use it.
  private static final int CLEARLY = 3;

  private static final Pattern NUMBERED =
      Pattern.compile("^[^\\p{L}\\p{N}]*([A-Z][A-Z0-9]{0,9}-?\\d[\\d-]*)(?![\\w-])");

  /// Words with letters and a number.
  private static final Pattern ID =
      Pattern.compile("(?<![\\w-])[A-Za-z]{2,12}-?\\d[\\d-]*(?![\\w-])");

  private final List<ReportSketch> reports = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  /// Adds a report; the order of reports does not matter.
  ///
  /// @param path of the file below the folder of reports
  public void add(String path, String text) {
    ReportSketch sketch = ReportSketch.of(path, text);
    synchronized (reports) {
      reports.add(sketch);
    }
  }

  /// Decides.
  public Conventions decide() {
    List<String> titles = reports.stream().flatMap(report -> report.title().stream()).toList();
    Set<String> prefixes =
        recurring(titles, title -> TitleWords.lead(title).map(TitleWords.Lead::words), "begin");
    List<String> bare =
        titles.stream()
            .map(title -> title.substring(TitleWords.leadEnd(title, prefixes)).strip())
            .toList();
    return new Conventions(
        isDayFirst(),
        prefixes,
        recurring(titles, title -> TitleWords.tail(title).map(TitleWords.Tail::words), "end"),
        idLetters(bare),
        sharedIds(bare),
        templateLines(),
        reasons);
  }

  private Optional<Boolean> isDayFirst() {
    long day = reports.stream().filter(report -> report.order().isDayFirst()).count();
    long month = reports.stream().filter(report -> report.order().isMonthFirst()).count();
    if (day == month || Math.max(day, month) < CLEARLY * Math.min(day, month)) {
      return Optional.empty();
    }
    boolean isDayFirst = day > month;
    reasons.add(
        "dates such as 06/11/2023 are read as "
            + (isDayFirst ? "day-month-year" : "month-day-year")
            + " (clear in "
            + count(Math.max(day, month))
            + "); `dates.order` overrides it");
    return Optional.of(isDayFirst);
  }

  /// The parts that most titles have at one end and that are not all of a title.
  private Set<String> recurring(
      List<String> titles, Function<String, Optional<String>> part, String verb) {
    Map<String, Long> counts =
        titles.stream()
            .flatMap(title -> part.apply(title).stream())
            .map(TitleWords::key)
            .collect(Collectors.groupingBy(words -> words, TreeMap::new, Collectors.counting()));
    counts.values().removeIf(count -> !isMost(count, titles.size()));
    counts.forEach((words, count) ->
        reasons.add(
            "titles "
                + verb
                + " with '"
                + words
                + "' in "
                + count(count)
                + ", so it is not part of the title"));
    return counts.keySet();
  }

  /// The letters of ids, where several titles begin with different numbers behind them.
  private Set<String> idLetters(List<String> titles) {
    Map<String, Set<String>> numbers = new TreeMap<>();
    for (String title : titles) {
      Matcher numbered = NUMBERED.matcher(title);
      if (numbered.find()) {
        String word = numbered.group(1);
        numbers.computeIfAbsent(Conventions.letters(word), _ -> new HashSet<>()).add(word);
      }
    }
    numbers.values().removeIf(words -> !isMost(words.size(), titles.size()));
    numbers.forEach((_, words) ->
        reasons.add(
            "titles begin with IDs such as "
                + new TreeSet<>(words).first()
                + " in "
                + count(words.size())));
    return numbers.keySet();
  }

  private static Set<String> sharedIds(List<String> titles) {
    Set<String> seen = new HashSet<>();
    Set<String> shared = new TreeSet<>();
    for (String title : titles) {
      Matcher word = ID.matcher(title);
      if (word.find() && !seen.add(word.group().toLowerCase(Locale.ROOT))) {
        shared.add(word.group().toLowerCase(Locale.ROOT));
      }
    }
    return shared;
  }

  private Set<String> templateLines() {
    Map<String, Integer> counts = new HashMap<>();
    reports.stream()
        .flatMap(report -> report.firstLines().stream().distinct())
        .forEach(line -> counts.merge(line, 1, Integer::sum));
    Set<String> lines = new TreeSet<>();
    counts.forEach((line, count) -> {
      if (isMost(count, reports.size())) {
        lines.add(line);
      }
    });
    lines.forEach(line -> reasons.add("'" + line + "' is template text: most reports repeat it"));
    return lines;
  }

  private static boolean isMost(long count, long all) {
    return count >= FEWEST && count >= MOST * all;
  }

  private static String count(long reports) {
    return reports + (reports == 1 ? " report" : " reports");
  }
}
