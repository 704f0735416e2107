package dev.hindsight.read;

import dev.hindsight.model.Fact;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Severity;
import dev.hindsight.model.SystemName;
import dev.hindsight.site.Problem;
import dev.hindsight.site.SourcePosition;
import dev.hindsight.site.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What the front matter of a report says, key by key. A value that cannot be read is a problem,
/// and is kept to be shown as written.
final class Metadata {
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "title",
          "date",
          "start",
          "started",
          "detected",
          "mitigated",
          "end",
          "resolved",
          "duration",
          "severity",
          "status",
          "systems",
          "tags",
          "author",
          "authors",
          "aliases",
          "related",
          "draft");

  private final FrontMatter frontMatter;
  private final Reading reading;
  private final List<Fact> unclear = new ArrayList<>();

  Metadata(FrontMatter frontMatter, Reading reading) {
    this.frontMatter = frontMatter;
    this.reading = reading;
    for (YamlValue.Entry entry : frontMatter.values().entries()) {
      if (KNOWN.contains(entry.key()) && entry.value() instanceof YamlValue.Entries) {
        reading.problems.add(
            new Problem.BadFrontMatter(
                new SourcePosition(reading.source(), entry.line(), entry.column()),
                "'" + entry.key() + "' has keys of its own",
                "write one value, or a list of values"));
      }
    }
  }

  Optional<IncidentId> id() {
    return frontMatter.text("id").map(IncidentId::new);
  }

  Optional<String> text(String key) {
    return frontMatter.text(key);
  }

  boolean isDraft() {
    return frontMatter.text("draft").filter("true"::equalsIgnoreCase).isPresent();
  }

  /// The moment under the first of these keys that the report has.
  Optional<Moment> moment(String... keys) {
    for (String key : keys) {
      Optional<String> written = frontMatter.text(key);
      if (written.isPresent()) {
        Optional<Moment> moment = Moment.parse(written.get());
        if (moment.isEmpty()) {
          unclear(key, written.get(), "a date such as 2024-04-02 or 2024-04-02T14:45Z");
        }
        return moment;
      }
    }
    return Optional.empty();
  }

  OptionalLong duration() {
    Optional<String> written = frontMatter.text("duration");
    OptionalLong minutes = written.map(Durations::minutes).orElse(OptionalLong.empty());
    if (written.isPresent() && minutes.isEmpty()) {
      unclear("duration", written.get(), "a length of time such as 1h 30m or 45 minutes");
    }
    return minutes;
  }

  Optional<Severity> severity() {
    return frontMatter
        .text("severity")
        .map(written -> {
          var scale = reading.config.severities();
          Optional<String> name = scale.find(written);
          if (name.isEmpty()) {
            report("severity", written, "one of " + String.join(", ", scale.names()));
          }
          return new Severity(name.orElse(written), scale.rank(name.orElse(written)));
        });
  }

  List<SystemName> systems() {
    return frontMatter.list("systems").stream().map(SystemsReader::name).toList();
  }

  List<String> list(String key) {
    return frontMatter.list(key);
  }

  List<IncidentId> ids(String key) {
    return frontMatter.list(key).stream().map(IncidentId::new).toList();
  }

  /// The line of a key, for problems that are found later.
  int line(String key) {
    return frontMatter.values().entries().stream()
        .filter(entry -> entry.key().equals(key))
        .mapToInt(YamlValue.Entry::line)
        .findFirst()
        .orElse(1);
  }

  /// Everything that has no meaning to us or could not be read.
  List<Fact> extra() {
    List<Fact> extra = new ArrayList<>(unclear);
    frontMatter.values().entries().stream()
        .filter(entry -> !KNOWN.contains(entry.key()) && !entry.value().asText().isBlank())
        .map(entry -> new Fact(entry.key(), entry.value().asText()))
        .forEach(extra::add);
    return extra;
  }

  private void unclear(String key, String written, String expected) {
    unclear.add(new Fact(key, written));
    report(key, written, expected);
  }

  private void report(String key, String written, String expected) {
    YamlValue value = frontMatter.values().get(key).orElseThrow();
    reading.problems.add(
        new Problem.UnclearValue(
            new SourcePosition(reading.source(), value.line(), value.column()),
            key,
            written,
            expected));
  }
}
