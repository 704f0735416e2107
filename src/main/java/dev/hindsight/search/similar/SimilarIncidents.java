package dev.hindsight.search.similar;

import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Similarity;
import dev.hindsight.search.analysis.ReportAnalyzer;
import dev.hindsight.search.index.SearchIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds similar incidents by the cosine of their term weights, with a limit for each term. The
/// weight of a term depends on its fields and on how few reports have it, so words of a report
/// template have no weight. All data comes from the index.
///
/// All constants were chosen with `script/bench families`, on families labeled by hand. Pairs of
/// words did not improve the results.
public final class SimilarIncidents {
  /// Two incidents are similar from this score on. With it, most reports that have a sibling still
  /// list one, and at most a fifth of the others list anything.
  static final double ALIKE = 0.17;

  /// The most that one term can add, because a single shared word, however rare, does not make two
  /// incidents similar.
  private static final double MOST_OF_ONE_TERM = 0.1;

  /// The number of an incident's terms that are compared, heaviest first.
  private static final int TERMS = 80;

  /// A term that more incidents have among their heaviest does not start a comparison, because the
  /// cost would be quadratic. If two incidents are compared, it counts.
  private static final int COMMON = 50;

  /// The number of candidates that are compared by all terms: those with most in common among the
  /// rarer terms.
  private static final int CANDIDATES = 16;

  /// The number of results for each incident. Some of them may be linked already.
  private static final int MOST = 8;

  private static final int SHOWN = 4;

  private final SearchIndex index;
  private final KnowledgeBase knowledge;
  private final List<Incident> documents;
  private final TermWeights weights;

  /// The documents that have a term among their heaviest, with its weight in each.
  private final Column[] columns;

  /// The terms of titles and summaries in order, to find adjacent ones. Computed only for incidents
  /// that are similar to another.
  private final Map<Integer, String[]> texts = new ConcurrentHashMap<>();

  private record Column(int[] documents, float[] weights) {}

  private record Match(int document, double score) {}

  /// Equal scores are sorted newest first.
  private static final Comparator<Match> BEST =
      Comparator.comparingDouble((Match match) -> -match.score())
          .thenComparing(match -> -match.document());

  private SimilarIncidents(SearchIndex index) {
    this.index = index;
    this.knowledge = index.knowledge();
    this.documents = index.documents();
    this.weights = TermWeights.of(index.reader(), documents.size(), TERMS);
    this.columns = columns();
  }

  /// For each incident up to eight similar ones, most similar first.
  public static List<Similarity> in(SearchIndex index) {
    return in(index, ALIKE);
  }

  /// The same with another threshold.
  ///
  /// @param least the threshold, see [Similarity#score()]
  public static List<Similarity> in(SearchIndex index, double least) {
    return new SimilarIncidents(index).find(least);
  }

  private String[] text(int document) {
    return texts.computeIfAbsent(
        document,
        number -> {
          Incident incident = documents.get(number);
          return ReportAnalyzer.terms(incident.title() + "\n" + incident.summary())
              .toArray(String[]::new);
        });
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

  /// For each incident the similar ones, most similar first.
  ///
  /// @param least the threshold
  private List<Similarity> find(double least) {
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
          scores.add(column.documents[j], part(row.weights()[i], column.weights[j]));
        }
      }
    }
    return scores.best(CANDIDATES, document).stream()
        .map(other ->
            new Match(other.document(), similarity(row, weights.documents().get(other.document()))))
        .filter(match -> match.score() >= least)
        .sorted(BEST)
        .limit(MOST)
        .toList();
  }

  private static double part(float one, float other) {
    return Math.min(MOST_OF_ONE_TERM, (double) one * other);
  }

  /// A term that two incidents share.
  ///
  /// @param product the product of its weights in both
  private record SharedTerm(int term, float product) {}

  private static List<SharedTerm> shared(TermWeights.Row one, TermWeights.Row other) {
    List<SharedTerm> shared = new ArrayList<>();
    for (int i = 0, j = 0; i < one.terms().length && j < other.terms().length; ) {
      int order = Integer.compare(one.terms()[i], other.terms()[j]);
      if (order == 0) {
        shared.add(new SharedTerm(one.terms()[i], one.weights()[i] * other.weights()[j]));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  private static double similarity(TermWeights.Row one, TermWeights.Row other) {
    double sum = 0;
    for (SharedTerm both : shared(one, other)) {
      sum += Math.min(MOST_OF_ONE_TERM, both.product());
    }
    return sum;
  }

  /// The sums for one incident at a time. Each thread has its own object.
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

    /// The documents with the highest sums, except one. Resets all sums to 0.
    List<Match> best(int most, int but) {
      PriorityQueue<Match> best = new PriorityQueue<>(BEST.reversed());
      for (int i = 0; i < size; i++) {
        int document = touched[i];
        boolean isBetter = best.size() < most || sums[document] >= best.peek().score();
        if (isBetter && document != but) {
          best.add(new Match(document, sums[document]));
          if (best.size() > most) {
            best.remove();
          }
        }
        sums[document] = 0;
      }
      size = 0;
      return List.copyOf(best);
    }
  }

  private Similarity resemblance(int document, Match match) {
    Incident one = documents.get(document);
    Incident other = documents.get(match.document());
    List<String> systems = systems(one);
    systems.retainAll(systems(other));
    return new Similarity(
        one.id(),
        other.id(),
        match.score(),
        words(
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

  private static final Comparator<SharedTerm> HEAVIEST =
      Comparator.comparingDouble((SharedTerm both) -> -both.product())
          .thenComparing(SharedTerm::term);

  /// The shared words, heaviest first. Two words that are adjacent in both incidents are joined.
  ///
  /// @param but terms to leave out, because they are shown elsewhere
  private List<String> words(int one, int other, Set<String> but) {
    List<String> terms =
        shared(weights.documents().get(one), weights.documents().get(other)).stream()
            .sorted(HEAVIEST)
            .map(both -> weights.terms().get(both.term()))
            .filter(term -> !but.contains(term))
            .limit(SHOWN * 2)
            .toList();
    return phrases(terms, text(one), text(other));
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
    for (int i = 1; i < text.length; i++) {
      if (text[i].equals(second) && text[i - 1].equals(first)) {
        return true;
      }
    }
    return false;
  }
}
