package dev.hindsight.read.fix;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.ActionState;
import dev.hindsight.model.Block;
import dev.hindsight.model.ExtraField;
import dev.hindsight.model.Fix;
import dev.hindsight.model.Html;
import dev.hindsight.model.Section;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TimelineEntry;
import dev.hindsight.read.html.Passages;
import dev.hindsight.read.html.Passages.Passage;
import dev.hindsight.read.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Chooses the sentence that says what fixed an incident. It is looked for in the sections about
/// the resolution, else in a field such as `Fix:`, else in a sentence that says so outright, else
/// in the timeline, else among the actions that are done. See [FixScore] for what counts.
public final class FixFinder {
  /// Sections whose sentences are about other things.
  private static final Set<SectionKind> ELSEWHERE =
      Set.of(SectionKind.ACTION_ITEMS, SectionKind.RELATED, SectionKind.REFERENCES);

  /// Sections that tell what happened.
  private static final Set<SectionKind> TELLING = Set.of(SectionKind.SUMMARY, SectionKind.OTHER);

  /// The least score of a fix in a part that is about other things too.
  private static final double OUTRIGHT = 4;

  /// No field has a longer name.
  private static final int LONGEST_NAME = 40;

  private final List<Section> sections;
  private final List<ExtraField> extra;

  /// @param extra metadata without another meaning
  public FixFinder(List<Section> sections, List<ExtraField> extra) {
    this.sections = sections;
    this.extra = extra;
  }

  /// A passage and the anchor that leads to it.
  private record Place(Passage passage, String anchor) {}

  /// A sentence that may say what fixed the incident.
  ///
  /// @param text with its code between [Passages#CODE] and [Passages#CODE_END]
  private record Candidate(String text, double score, String anchor) {
    Candidate plus(double more) {
      return new Candidate(text, score + more, anchor);
    }
  }

  /// The fix; empty if the report does not say what it was.
  public Optional<Fix> find() {
    return resolution().or(this::field).or(this::sentence).or(this::entry).or(this::action);
  }

  private Optional<Fix> resolution() {
    Optional<Candidate> section =
        named(SectionKind.RESOLUTION).or(() -> named(SectionKind.MITIGATION));
    // A field in metadata is the author's own summary of a section.
    return section.isEmpty()
        ? Optional.empty()
        : metadata("resolution-field")
            .filter(field -> field.score() >= section.get().score())
            .map(field -> fix(field, Fix.Source.FIELD))
            .or(() -> section.map(one -> fix(one, Fix.Source.RESOLUTION)));
  }

  private Optional<Candidate> named(SectionKind kind) {
    List<Candidate> candidates = new ArrayList<>();
    for (Section section : sections) {
      if (section.kinds().contains(kind)
          && !Vocabulary.has("aside", section.heading())
          && !isPlan(section.heading())) {
        candidates.addAll(
            candidates(section.blocks().stream().flatMap(block -> all(block, section)).toList()));
      }
    }
    return best(candidates, FixScore.ENOUGH);
  }

  /// The anchor of a section; text before the first heading has none.
  private static String anchor(Section section) {
    return section.heading().isEmpty() ? "" : section.anchor();
  }

  private static boolean isPlan(String heading) {
    return FixWords.of(heading).has(FixWords.Sign.PLANNED);
  }

  /// All passages of a block in a section about the fix.
  private static Stream<Place> all(Block block, Section section) {
    return switch (block) {
      case Block.Prose prose -> places(prose.html(), anchor(section));
      case Block.Steps steps ->
          steps.steps().stream().flatMap(step -> places(step.html(), step.anchor()));
      case Block.Actions actions ->
          actions.items().stream()
              .filter(item -> item.state() == ActionState.DONE)
              .flatMap(item -> places(item.html(), item.anchor()));
      case Block.Timeline timeline ->
          timeline.entries().stream().flatMap(entry -> places(entry.html(), entry.anchor()));
      default -> Stream.empty();
    };
  }

  private static Stream<Place> places(Html html, String anchor) {
    return Passages.of(html).stream().map(passage -> new Place(passage, anchor));
  }

  /// The sentences of passages, with what they introduce.
  private static List<Candidate> candidates(List<Place> places) {
    List<Candidate> candidates = new ArrayList<>();
    boolean isAside = false;
    for (int i = 0; i < places.size(); i++) {
      Passage passage = places.get(i).passage();
      if (passage.kind() == Passages.Kind.HEADING) {
        isAside = Vocabulary.has("aside", passage.text()) || isPlan(passage.text());
      } else if (!isAside && isText(passage)) {
        String next = i + 1 < places.size() ? places.get(i + 1).passage().text() : "";
        for (String text : Sentences.of(passage.text())) {
          String whole = text.endsWith(":") ? (text + " " + next).strip() : text;
          candidates.add(new Candidate(whole, FixScore.of(text), places.get(i).anchor()));
        }
      }
    }
    return candidates;
  }

  private static boolean isText(Passage passage) {
    return passage.kind() != Passages.Kind.CODE_BLOCK
        && passage.kind() != Passages.Kind.UNCHECKED
        && !isInBrackets(passage.text());
  }

  /// Lines in brackets are left from a template.
  private static boolean isInBrackets(String line) {
    return line.startsWith("[") && line.endsWith("]");
  }

  /// The best candidate, the first of equals.
  private static Optional<Candidate> best(List<Candidate> candidates, double least) {
    return weighed(candidates)
        .reduce((one, other) -> one.score() >= other.score() ? one : other)
        .filter(one -> one.score() >= least);
  }

  /// The candidates in order. What stands before a failure was an attempt.
  private static Stream<Candidate> weighed(List<Candidate> candidates) {
    List<Candidate> weighed = new ArrayList<>(candidates);
    double lost = 0;
    for (int i = weighed.size() - 1; i >= 0; i--) {
      weighed.set(i, candidates.get(i).plus(-lost));
      lost = FixScore.isFailure(candidates.get(i).text()) ? 2 : lost;
    }
    return weighed.stream();
  }

  private Optional<Fix> field() {
    return metadata("fix-field")
        .or(() -> fields("fix-field", others()))
        .map(one -> fix(one, Fix.Source.FIELD));
  }

  /// A field in front matter, or in the text before the first heading.
  ///
  /// @param names the key of its names in the vocabulary
  private Optional<Candidate> metadata(String names) {
    List<Candidate> candidates = new ArrayList<>();
    for (ExtraField field : extra) {
      if (Vocabulary.has(names, field.name())) {
        Sentences.of(field.value())
            .forEach(text -> candidates.add(new Candidate(text, FixScore.of(text), "")));
      }
    }
    return best(candidates, FixScore.ENOUGH)
        .or(() -> fields(names, sections.stream().filter(section -> section.heading().isEmpty())));
  }

  private static Optional<Candidate> fields(String names, Stream<Section> sections) {
    List<Candidate> candidates = new ArrayList<>();
    sections.forEach(section -> addFields(names, prose(section), candidates));
    return best(candidates, FixScore.ENOUGH);
  }

  /// Adds the values of lines such as `Fix: ...`, and the lists below lines such as `Fix:`.
  private static void addFields(String names, List<Place> places, List<Candidate> candidates) {
    for (int i = 0; i < places.size(); i++) {
      Passage passage = places.get(i).passage();
      int colon = passage.text().indexOf(':');
      if (colon < 1
          || colon > LONGEST_NAME
          || !isText(passage)
          || !Vocabulary.has(names, passage.text().substring(0, colon))) {
        continue;
      }
      String value = passage.text().substring(colon + 1).strip();
      if (value.isEmpty()) {
        candidates.addAll(candidates(places.subList(i + 1, endOfList(places, i))));
      } else {
        Passage rest = new Passage(passage.kind(), passage.depth(), value);
        candidates.addAll(candidates(List.of(new Place(rest, places.get(i).anchor()))));
      }
    }
  }

  /// The place after the items below a line.
  private static int endOfList(List<Place> places, int line) {
    int end = line + 1;
    while (end < places.size()
        && places.get(end).passage().kind() == Passages.Kind.ITEM
        && places.get(end).passage().depth() > places.get(line).passage().depth()) {
      end++;
    }
    return end;
  }

  private Stream<Section> others() {
    return sections.stream()
        .filter(section -> section.kinds().stream().noneMatch(ELSEWHERE::contains));
  }

  private static List<Place> prose(Section section) {
    return section.blocks().stream()
        .flatMap(block ->
            switch (block) {
              case Block.Prose prose -> places(prose.html(), anchor(section));
              case Block.Metadata metadata -> places(metadata.html(), anchor(section));
              default -> Stream.<Place>empty();
            })
        .toList();
  }

  private Optional<Fix> sentence() {
    return others()
        .flatMap(section ->
            best(
                candidates(prose(section)),
                TELLING.contains(section.kind()) ? OUTRIGHT : FixScore.FRAME)
                .stream())
        .reduce((one, other) -> other.score() > one.score() ? other : one)
        .map(one -> fix(one, Fix.Source.SENTENCE));
  }

  private Optional<Fix> entry() {
    List<TimelineEntry> entries =
        sections.stream()
            .flatMap(section -> section.blocks().stream())
            .flatMap(block ->
                block instanceof Block.Timeline timeline
                    ? timeline.entries().stream()
                    : Stream.empty())
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      TimelineEntry entry = entries.get(i);
      boolean isTagged =
          entry.tags().stream().anyMatch(tag -> Vocabulary.has("fix-tag", tag.name()));
      double more = isTagged ? 2 : isFollowed(entries, i) ? 1 : i + 2 >= entries.size() ? 0.5 : 0;
      List<Candidate> sentences = candidates(places(entry.html(), entry.anchor()).toList());
      for (int s = 0; s < sentences.size(); s++) {
        Candidate one = sentences.get(s);
        boolean helped = s + 1 < sentences.size() && FixScore.isEffect(sentences.get(s + 1).text());
        candidates.add(one.plus(one.score() > 0 ? Math.max(more, helped ? 1.25 : 0) : 0));
      }
    }
    // The last act of several is the one that helped.
    return weighed(candidates)
        .reduce((one, other) -> one.score() > other.score() ? one : other)
        .filter(one -> one.score() >= OUTRIGHT - 0.5)
        .map(one -> fix(one, Fix.Source.TIMELINE));
  }

  /// Whether one of the next three entries says that the service works again.
  private static boolean isFollowed(List<TimelineEntry> entries, int at) {
    return entries.subList(at + 1, Math.min(entries.size(), at + 4)).stream()
        .anyMatch(next -> FixScore.isEffect(next.text()));
  }

  private Optional<Fix> action() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(block ->
            block instanceof Block.Actions actions ? actions.items().stream() : Stream.empty())
        .filter(item -> item.state() == ActionState.DONE && isFix(item))
        .flatMap(item -> candidates(places(item.html(), item.anchor()).toList()).stream().limit(1))
        .findFirst()
        .map(one -> fix(one, Fix.Source.ACTION));
  }

  /// Whether an action's first words name a fix, and not a fix of a test or an alert.
  private static boolean isFix(ActionItem item) {
    FixWords words = FixWords.of(item.text());
    return !words.has(FixWords.Sign.SIDE)
        && Stream.of(0, 1, 2).anyMatch(at -> Vocabulary.of("fix-done").contains(words.word(at)));
  }

  private static Fix fix(Candidate candidate, Fix.Source source) {
    String marked = candidate.text();
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder();
    int from = 0;
    for (int open = marked.indexOf(Passages.CODE);
        open >= 0;
        open = marked.indexOf(Passages.CODE, from)) {
      int close = marked.indexOf(Passages.CODE_END, open);
      close = close < 0 ? marked.length() : close;
      String code = marked.substring(open + 1, close);
      String before = marked.substring(from, open);
      text.append(before).append(code);
      html.append(Html.escape(before).value())
          .append("<code>")
          .append(Html.escape(code).value())
          .append("</code>");
      from = Math.min(marked.length(), close + 1);
    }
    String rest = marked.substring(from);
    return new Fix(
        text.append(rest).toString(),
        new Html(html.append(Html.escape(rest).value()).toString()),
        source,
        candidate.anchor());
  }
}
