package dev.hindsight.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Makes terms of [Words]: English words by their stem (Lucene's `PorterStemFilter`), everything
/// else as it is. A compound stands at the place of its first part, a hump at that of its word;
/// neither counts as length.
final class ReportAnalyzer extends Analyzer {
  private final Map<String, Stem> english;

  ReportAnalyzer() {
    this(new HashMap<>());
  }

  private ReportAnalyzer(Map<String, Stem> english) {
    this.english = english;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new WordTokenizer(english));
  }

  /// An English word that was met. Reports repeat their words, so each is stemmed once.
  private static final class Stem {
    private final String term;
    private int count;

    Stem(String term) {
      this.term = term;
    }
  }

  /// The word that each term is mostly the stem of, among all that these have analysed, where that
  /// is another; of equally common ones the first.
  static Map<String, String> words(List<ReportAnalyzer> analyzers) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> terms = new HashMap<>();
    for (ReportAnalyzer analyzer : analyzers) {
      analyzer.english.forEach((word, stem) -> {
        counts.merge(word, stem.count, Integer::sum);
        terms.put(word, stem.term);
      });
    }
    Map<String, String> words = new HashMap<>();
    counts.forEach((word, _) ->
        words.merge(
            terms.get(word),
            word,
            (one, other) -> counts.get(other) > counts.get(one) ? other : one));
    words.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return words;
  }

  /// Lucene's stemmer for one word at a time.
  private static final class Stemmer extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TokenStream stems = new PorterStemFilter(this);

    String stem(String word) {
      clearAttributes();
      term.append(word);
      try {
        stems.incrementToken();
      } catch (IOException inMemory) {
        throw new UncheckedIOException(inMemory);
      }
      return term.toString();
    }

    @Override
    public boolean incrementToken() {
      return true;
    }
  }

  /// The terms of a text, one for each of [Words#of].
  static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (ReportAnalyzer analyzer = new ReportAnalyzer();
        TokenStream stream = analyzer.tokenStream("text", new StringReader(text))) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
      return terms;
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static final class WordTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute position =
        addAttribute(PositionIncrementAttribute.class);

    private Iterator<Words.Word> words = List.<Words.Word>of().iterator();
    private final Map<String, Stem> english;
    private final Stemmer stemmer = new Stemmer();
    private boolean isFirstOfCompound;
    private int length;

    WordTokenizer(Map<String, Stem> english) {
      this.english = english;
    }

    @Override
    public boolean incrementToken() {
      if (!words.hasNext()) {
        return false;
      }
      clearAttributes();
      Words.Word word = words.next();
      term.append(isEnglish(word.term()) ? stem(word.term()) : word.term());
      offset.setOffset(correctOffset(word.start()), correctOffset(word.end()));
      boolean isOver = isFirstOfCompound || word.kind() == Words.Kind.HUMP;
      position.setPositionIncrement(isOver ? 0 : 1);
      isFirstOfCompound = word.kind() == Words.Kind.COMPOUND;
      return true;
    }

    private String stem(String word) {
      Stem stem = english.get(word);
      if (stem == null) {
        stem = new Stem(stemmer.stem(word));
        english.put(word, stem);
      }
      stem.count++;
      return stem.term;
    }

    private static boolean isEnglish(String term) {
      for (int i = 0; i < term.length(); i++) {
        if (term.charAt(i) < 'a' || term.charAt(i) > 'z') {
          return false;
        }
      }
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[4096];
      for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
        text.append(buffer, 0, n);
      }
      length = text.length();
      words = Words.of(text.toString()).iterator();
      isFirstOfCompound = false;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offset.setOffset(correctOffset(length), correctOffset(length));
    }
  }
}
