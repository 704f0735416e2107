package dev.hindsight.search;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Resemblance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds incidents that speak of the same: the cosine of their terms' weights, where no one term
/// counts for much. A term weighs by where it stands and how few reports have it anywhere, so that
/// the words of a template weigh nothing. All of it comes from the index.
///
/// Every constant here was chosen with `script/bench families` over families that were labelled by
/// hand. Pairs of words brought nothing there.
final class SimilarIncidents {
  /// From here on two are shown as alike: of reports that have a sibling most are still shown one,
  /// of those that have none at most a fifth is shown anything.
  static final double ALIKE = 0.17;

  /// Two of one word, however rare, are not alike: a term adds no more than this.
  private static final double MOST_OF_ONE_TERM = 0.1;

  /// So many of an incident's terms, the heaviest, are compared.
  private static final int TERMS = 80;

  /// A term that so many have among their heaviest tells nothing, and would cost the square of it.
  private static final int COMMON = 500;

  /// So many are found for each; some of them may be connected already.
  private static final int MOST = 8;

  private static final int SHOWN = 4;

  private final SearchIndex index;
  private final KnowledgeBase knowledge;
  private final List<Incident> documents;
  private final TermWeights weights;

  /// The documents that have a term among their heaviest, and how heavy it is there.
  private final Column[] columns;

  private final List<String[]> texts;

  private record Column(int[] documents, float[] weights) {}

  private record Match(int document, double score) {}

  SimilarIncidents(SearchIndex index, KnowledgeBase knowledge, List<Incident> documents) {
    this.index = index;
    this.knowledge = knowledge;
    this.documents = documents;
    this.weights = TermWeights.of(index.reader(), documents.size(), TERMS);
    this.columns = columns();
    this.texts =
        documents.parallelStream()
            .map(incident ->
                ReportAnalyzer.terms(incident.title() + "\n" + incident.summary())
                    .toArray(String[]::new))
            .toList();
  }

  private Column[] columns() {
    int[] counts = new int[weights.terms().size()];
    weights.documents().forEach(row -> Arrays.stream(row.terms()).forEach(term -> counts[term]++));
    Column[] made = new Column[counts.length];
    for (int document = 0; document < documents.size(); document++) {
      TermWeights.Row row = weights.documents().get(document);
      for (int i = 0; i < row.terms().length; i++) {
        int term = row.terms()[i];
        if (counts[term] > 1 && counts[term] <= COMMON || made[term] != null) {
          if (made[term] == null) {
            made[term] = new Column(new int[counts[term]], new float[counts[term]]);
            counts[term] = 0;
          }
          made[term].documents[counts[term]] = document;
          made[term].weights[counts[term]++] = row.weights()[i];
        }
      }
    }
    return made;
  }

  /// For each incident those that are most like it, the most alike first.
  ///
  /// @param least how much they must be alike
  List<Resemblance> find(double least) {
    return IntStream.range(0, documents.size())
        .parallel()
        .boxed()
        .flatMap(document ->
            matches(document, least).stream().map(match -> resemblance(document, match)))
        .toList();
  }

  private List<Match> matches(int document, double least) {
    TermWeights.Row row = weights.documents().get(document);
    Scores scores = Scores.of(documents.size());
    for (int i = 0; i < row.terms().length; i++) {
      Column column = columns[row.terms()[i]];
      if (column != null) {
        for (int j = 0; j < column.documents.length; j++) {
          double part = (double) row.weights()[i] * column.weights[j];
          scores.add(column.documents[j], Math.min(MOST_OF_ONE_TERM, part));
        }
      }
    }
    return scores
        .above(least, document)
        .sorted(
            Comparator.comparingDouble((Match match) -> -match.score())
                .thenComparing(match -> -match.document()))
        .limit(MOST)
        .toList();
  }

  /// The sums for one incident at a time; each thread has its own.
  private static final class Scores {
    private static final ThreadLocal<Scores> OWN = new ThreadLocal<>();

    private final float[] sums;
    private final int[] touched;
    private int size;

    private Scores(int documents) {
      sums = new float[documents];
      touched = new int[documents];
    }

    static Scores of(int documents) {
      Scores own = OWN.get();
      if (own == null || own.sums.length != documents) {
        own = new Scores(documents);
        OWN.set(own);
      }
      return own;
    }

    void add(int document, double part) {
      if (sums[document] == 0) {
        touched[size++] = document;
      }
      sums[document] += (float) part;
    }

    /// Those above a limit but one; all sums are 0 again.
    Stream<Match> above(double limit, int but) {
      List<Match> matches = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int document = touched[i];
        if (sums[document] >= limit && document != but) {
          matches.add(new Match(document, sums[document]));
        }
        sums[document] = 0;
      }
      size = 0;
      return matches.stream();
    }
  }

  private Resemblance resemblance(int document, Match match) {
    Incident one = documents.get(document);
    Incident other = documents.get(match.document());
    List<String> systems = systems(one);
    systems.retainAll(systems(other));
    return new Resemblance(
        one.id(),
        other.id(),
        match.score(),
        shared(
            document,
            match.document(),
            Set.copyOf(ReportAnalyzer.terms(String.join(" ", systems)))),
        systems);
  }

  private List<String> systems(Incident incident) {
    return incident.systems().stream()
        .map(name -> knowledge.system(name).name())
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// A term that two incidents share.
  private record Shared(String term, double part) {}

  /// The words that made the match, the heaviest first; two that stand side by side in both are
  /// one.
  ///
  /// @param but terms that are shown otherwise
  private List<String> shared(int one, int other, Set<String> but) {
    TermWeights.Row a = weights.documents().get(one);
    TermWeights.Row b = weights.documents().get(other);
    List<String> terms =
        IntStream.range(0, a.terms().length)
            .boxed()
            .flatMap(i ->
                IntStream.range(0, b.terms().length)
                    .filter(j -> a.terms()[i] == b.terms()[j])
                    .mapToObj(j ->
                        new Shared(
                            weights.terms().get(a.terms()[i]), a.weights()[i] * b.weights()[j])))
            .filter(shared -> !but.contains(shared.term()))
            .sorted(
                Comparator.comparingDouble((Shared shared) -> -shared.part())
                    .thenComparing(Shared::term))
            .map(Shared::term)
            .limit(SHOWN * 2)
            .toList();
    return phrases(terms, texts.get(one), texts.get(other));
  }

  private List<String> phrases(List<String> terms, String[] one, String[] other) {
    List<String> shown = new ArrayList<>();
    List<String> left = new ArrayList<>(terms);
    while (!left.isEmpty() && shown.size() < SHOWN) {
      String term = left.removeFirst();
      String phrase = index.word(term);
      for (String next : List.copyOf(left)) {
        if (areTogether(term, next, one) && areTogether(term, next, other)) {
          phrase = index.word(term) + " " + index.word(next);
        } else if (areTogether(next, term, one) && areTogether(next, term, other)) {
          phrase = index.word(next) + " " + index.word(term);
        } else {
          continue;
        }
        left.remove(next);
        break;
      }
      shown.add(phrase);
    }
    return shown;
  }

  private static boolean areTogether(String first, String second, String[] text) {
    return IntStream.range(1, text.length)
        .anyMatch(i -> text[i].equals(second) && text[i - 1].equals(first));
  }
}
