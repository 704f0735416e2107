package dev.hindsight.read.metadata;

import dev.hindsight.model.DeclaredRelations;
import dev.hindsight.model.Html;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Milestones;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Moment.Precision;
import dev.hindsight.model.RelatedIncident;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemName;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.words.DateText;
import dev.hindsight.read.words.DurationText;
import dev.hindsight.read.words.TimeText;
import dev.hindsight.read.words.ZoneNames;
import dev.hindsight.site.config.LevelScale;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.IdCandidates;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The keys and values that a report states. A value that cannot be read is a problem, and the site
/// shows it as written.
public final class Metadata {
  public static final ProblemKind UNCLEAR_VALUE =
      ProblemKind.warning(
          "unclear-value",
          ProblemKind.Topic.VALUES,
          """
          A date or duration that could not be read. The page shows it as written.
          """);

  public static final ProblemKind UNKNOWN_SEVERITY =
      ProblemKind.warning(
          "unknown-severity",
          ProblemKind.Topic.VALUES,
          """
          A severity that is not on the scale. The page shows it as written, after all others. Add it to `severities:` in the
          [configuration](configuration.md).
          """);

  private static final Set<String> NOTHING =
      Set.of(
          "",
          "-",
          "–",
          "—",
          "n/a",
          "na",
          "none",
          "unknown",
          "tbd",
          "tba",
          "todo",
          "?",
          "なし",
          "不明",
          "unbekannt",
          "keine",
          "inconnu",
          "aucun",
          "aucune",
          "desconocido",
          "ninguno",
          "desconhecido",
          "nenhum",
          "неизвестно",
          "нет",
          "없음",
          "미정",
          "无",
          "無",
          "未知",
          "未定");

  private static final int LONGEST_NOTHING = "desconhecido".length();

  /// A time that is not over or not known yet, perhaps with a remark: `unknown (noticed late)`,
  /// `(still open)`.
  private static final Pattern NOT_YET =
      Pattern.compile(
          "(?i)[(\\[]?(?:n/?a|none|unknown|not (?:yet )?(?:known|applicable|available|resolved|mitigated|measured)"
              + "|tb[adc]|to be (?:determined|decided|confirmed|announced)|todo|pending|ongoing|open"
              + "|still (?:open|ongoing|unknown|in progress)|(?:under|in) investigation|investigating"
              + "|in progress|unresolved|never|unbekannt|noch offen|offen|laufend|inconnue?|en cours|desconocid[oa]"
              + "|pendiente|desconhecid[oa]|pendente|неизвестно|미정|未定|不明|未知|待定|調査中|調査中)(?![\\p{L}\\d]).{0,200}");

  /// Keys that can state a duration, the clearest first.
  private static final List<String> DURATIONS =
      List.of("duration", "impact-duration", "resolve-time", "repair-time");

  /// `duration_minutes`, `Duration (min)`
  private static final Pattern MINUTES = Pattern.compile("(?i)minute|(?<![a-z])mins?(?![a-z])");

  private static final int LONGEST_VALUE = 40;

  private static final Pattern SIGNS = Pattern.compile("^[^\\p{L}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  /// What follows a status of one or two words.
  private static final Pattern REMARK =
      Pattern.compile("\\s+[-–—]+\\s*|[;.:(,，。（—]|\\s+(?:at|on)\\s+\\d");

  private final MetadataValues keys;
  private final ReportContext context;
  private Milestones phases =
      new Milestones(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private final Map<String, Optional<Moment>> moments = new HashMap<>();
  private boolean isDurationStated;

  public Metadata(MetadataValues keys, ReportContext context) {
    this.keys = keys;
    this.context = context;
  }

  /// Whether a value means "none" or is left from a template.
  public static boolean isNothing(String text) {
    String words = text.strip();
    return words.length() <= LONGEST_NOTHING && NOTHING.contains(words.toLowerCase(Locale.ROOT))
        || isInBrackets(words);
  }

  /// Whether one pair of brackets encloses the whole text, unlike `[INC-1], [INC-2]`, or the text
  /// is several instructions, `[Action item] - [Owner]`.
  private static boolean isInBrackets(String text) {
    int kind = text.length() > 1 ? "[<{".indexOf(text.charAt(0)) : -1;
    if (kind < 0 || text.charAt(text.length() - 1) != "]>}".charAt(kind)) {
      return false;
    }
    int depth = 0;
    int groups = 0;
    boolean hasDigit = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      hasDigit |= Character.isDigit(sign);
      if (sign == "[<{".charAt(kind)) {
        groups += depth++ == 0 ? 1 : 0;
      } else if (sign == "]>}".charAt(kind)) {
        depth--;
      } else if (depth == 0 && Character.isLetterOrDigit(sign)) {
        return false;
      }
    }
    return groups == 1 || !hasDigit;
  }

  public Optional<IncidentId> id() {
    return text("id")
        .map(text -> text.replaceAll("[`*\\[\\]]", "").strip())
        .filter(text -> !text.contains(" ") && !isNothing(text))
        .map(IncidentId::new);
  }

  public Optional<String> text(String key) {
    return keys.get(key).map(MetadataValues.Value::text);
  }

  public boolean isDraft() {
    return keys.isDraft() || text("draft").filter(DraftKeys::isYes).isPresent();
  }

  /// The status in one or two words: `Resolved` for `✅ Resolved; actions open`. The rest is shown
  /// as written.
  public Optional<String> status() {
    return keys.get("status")
        .map(value -> {
          String words = SIGNS.matcher(value.text()).replaceFirst("").strip();
          String status = REMARK.split(words, 2)[0].strip();
          if (value.isFrontMatter() && status.length() < words.length()) {
            keys.keep(value.key(), value.text());
          }
          return status;
        })
        .filter(text -> !text.isEmpty());
  }

  /// The stated start, detection, mitigation and end. Start and end can also be stated as a range.
  public Milestones phases() {
    Optional<DateText.Range> range =
        Stream.of("date", "started", "duration")
            .flatMap(key -> text(key).stream())
            .flatMap(text -> DateText.range(text, context.isDayFirst()).stream())
            .findFirst();
    Optional<Moment> started =
        clocked("started", moment("date"))
            .or(() -> range.map(DateText.Range::start))
            .or(() -> moment("date").filter(date -> date.time().isPresent()));
    Optional<Moment> detected = clocked("detected", started);
    Optional<Moment> mitigated = clocked("mitigated", detected.or(() -> started));
    Optional<Moment> resolved =
        clocked("resolved", mitigated.or(() -> detected).or(() -> started))
            .or(() -> range.map(DateText.Range::end));
    phases = new Milestones(started, detected, mitigated, resolved);
    return phases;
  }

  /// The moment that a key states. A time without a date is on the first day on which it is not
  /// before the previous moment: `22:10` and then `00:40` are on two days.
  private Optional<Moment> clocked(String key, Optional<Moment> before) {
    Optional<Moment> stated = moment(key);
    Optional<TimeText> clock =
        keys.get(key)
            .filter(_ -> stated.isEmpty())
            .flatMap(value -> TimeText.at(value.text(), context.isDayFirst()))
            .filter(time -> time.date().isEmpty());
    Optional<Moment> day =
        before
            .or(() -> moment("date"))
            .filter(date -> date.precision().compareTo(Precision.DAY) >= 0);
    if (clock.flatMap(TimeText::time).isEmpty() || day.isEmpty()) {
      clock.ifPresent(_ -> keys.keep(keys.get(key).get().key(), keys.get(key).get().text()));
      return stated;
    }
    LocalTime time = clock.get().time().orElseThrow();
    boolean isNextDay = day.get().time().filter(time::isBefore).isPresent();
    return Optional.of(
        Moment.at(
            day.get().first().plusDays(isNextDay ? 1 : 0),
            time,
            clock.get().zone().flatMap(ZoneNames::find).or(day.get()::zone)));
  }

  /// The moment that a key states. An unreadable value is reported once.
  public Optional<Moment> moment(String key) {
    return moments.computeIfAbsent(key, _ -> keys.get(key).flatMap(value -> moment(key, value)));
  }

  private Optional<Moment> moment(String key, MetadataValues.Value value) {
    Optional<Moment> moment = DateText.read(value.text(), context.isDayFirst());
    if (moment.isEmpty() && NOT_YET.matcher(value.text()).matches()) {
      keepIfHidden(key, value);
    } else if (moment.isEmpty()
        && TimeText.at(value.text(), false).isEmpty()
        && !Set.of("true", "false").contains(value.text())) {
      unclear(key, value, "a date such as 2024-04-02 or 2024-04-02T14:45Z");
    }
    return moment;
  }

  /// The stated duration, or the time from start to end if both are stated.
  public OptionalLong duration() {
    for (String key : DURATIONS) {
      MetadataValues.Value value = keys.get(key).orElse(null);
      if (value == null) {
        continue;
      }
      OptionalLong minutes =
          NUMBER.matcher(value.text()).matches() && MINUTES.matcher(value.key()).find()
              ? OptionalLong.of(Long.parseLong(value.text()))
              : DurationText.minutes(value.text());
      if (minutes.isPresent()) {
        isDurationStated = key.equals("duration");
        return minutes;
      }
      if (NOT_YET.matcher(value.text()).matches()) {
        keepIfHidden(key, value);
      } else if (value.isFrontMatter()
          && DateText.range(value.text(), context.isDayFirst()).isEmpty()) {
        unclear(key, value, "a length of time such as 1h 30m or 45 minutes");
      }
    }
    return phases.minutes();
  }

  /// Whether the duration is not stated by its own key, but follows from an impact fact, a time to
  /// repair, or start and end.
  public boolean isDurationDerived() {
    return !isDurationStated;
  }

  public Optional<Severity> severity() {
    return keys.get("severity").filter(value -> !isNothing(value.text())).flatMap(this::severity);
  }

  private Optional<Severity> severity(MetadataValues.Value value) {
    LevelScale scale = context.config().severities();
    Optional<String> name = scale.findFirst(value.text());
    if (name.isEmpty()) {
      String lead = value.text().split("\\s*[—–·(;,]|\\s-\\s", 2)[0].strip();
      if (isNothing(lead) || NOT_YET.matcher(value.text()).matches()) {
        keepIfHidden("severity", value);
        return Optional.empty();
      }
      context.report(
          UNKNOWN_SEVERITY.at(
              at(value),
              "unknown severity '" + lead + "'",
              "use one of " + String.join(", ", scale.names()) + ", or add it to `severities:`"));
      return Optional.of(new Severity(lead, scale.rank(lead), value.text()));
    }
    return Optional.of(new Severity(name.get(), scale.rank(name.get()), value.text()));
  }

  /// A severity that is stated elsewhere, if it is configured.
  public Optional<Severity> severity(String written) {
    LevelScale scale = context.config().severities();
    return scale.findFirst(written).map(name -> new Severity(name, scale.rank(name), written));
  }

  public List<SystemName> systems() {
    MetadataValues.Value value = keys.get("systems").orElse(null);
    if (value == null) {
      return List.of();
    }
    return value.items().isEmpty()
        ? SystemList.of(value.text())
        : value.items().stream().map(SystemList::name).toList();
  }

  /// The list under a key. A text is a list of one.
  public List<String> texts(String key) {
    return keys.get(key)
        .map(value -> value.items().isEmpty() ? List.of(value.text()) : value.items())
        .orElse(List.of());
  }

  /// The list under a key. A text is split at commas.
  public List<String> list(String key) {
    MetadataValues.Value value = keys.get(key).orElse(null);
    if (value == null) {
      return List.of();
    }
    List<String> items =
        value.items().isEmpty() ? List.of(value.text().split("\\s*[,;、]\\s*")) : value.items();
    return items.stream().map(String::strip).filter(item -> !isNothing(item)).toList();
  }

  public List<IncidentId> ids(String key) {
    return list(key).stream().map(IncidentId::new).toList();
  }

  /// The relations to other reports that the keys declare.
  public DeclaredRelations ties() {
    return new DeclaredRelations(
        related("same-as"), related("recurrence-of"), related("not-related"));
  }

  /// The IDs under a key, without the text around them.
  public List<RelatedIncident> related(String key) {
    MetadataValues.Value value = keys.get(key).orElse(null);
    if (value == null) {
      return List.of();
    }
    List<String> texts = value.items().isEmpty() ? List.of(value.text()) : value.items();
    return texts.stream()
        .flatMap(text -> IdCandidates.in(text).stream())
        .map(word ->
            new RelatedIncident(
                new IncidentId(word.text()),
                Optional.empty(),
                Html.EMPTY,
                Optional.empty(),
                value.place()))
        .toList();
  }

  /// Reports a value that cannot be read. Values of the front matter are also kept, to be shown as
  /// written. Long values in the text are sentences and are not reported.
  private void unclear(String key, MetadataValues.Value value, String expected) {
    keepIfHidden(key, value);
    if (!value.isFrontMatter() && value.text().length() > LONGEST_VALUE) {
      return;
    }
    context.report(
        UNCLEAR_VALUE.at(
            at(value), key + ": cannot read '" + value.text() + "'", "expected " + expected));
  }

  /// Shows a value as written, where the page would not have it otherwise.
  private void keepIfHidden(String key, MetadataValues.Value value) {
    if (value.isFrontMatter()) {
      keys.keep(key, value.text());
    }
  }

  private SourcePosition at(MetadataValues.Value value) {
    return SourcePosition.of(context.source(), value.place());
  }
}
