package dev.hindsight.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Turns the words of [WordTokenizer] into terms. English words become stems (Lucene's
/// `PorterStemFilter`); all other words stay unchanged. A compound has the position of its first
/// part, a hump that of its word. Neither counts in the field's length.
public final class ReportAnalyzer extends Analyzer {
  /// A cache, because reports repeat their words. It is limited so that hostile reports cannot fill
  /// memory.
  private static final Map<String, String> STEMS = new ConcurrentHashMap<>();

  private static final int MOST_STEMS = 200_000;

  private static final ThreadLocal<Stemmer> STEMMER = ThreadLocal.withInitial(Stemmer::new);

  private final Map<String, Stem> english = new HashMap<>();

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new TermTokenizer(english));
  }

  /// An English word that occurred, with its count.
  private static final class Stem {
    private final String term;
    private int count;

    Stem(String term) {
      this.term = term;
    }
  }

  /// The English words that occurred.
  public Stream<WordForms.WordCount> words() {
    return english.entrySet().stream()
        .map(met ->
            new WordForms.WordCount(met.getValue().term, met.getKey(), met.getValue().count));
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

  /// The term of an English word.
  public static String stem(String word) {
    String stem = STEMS.get(word);
    if (stem == null) {
      stem = STEMMER.get().stem(word);
      if (STEMS.size() < MOST_STEMS) {
        STEMS.put(word, stem);
      }
    }
    return stem;
  }

  /// The terms of a text, one for each of [WordTokenizer#of].
  public static List<String> terms(String text) {
    return WordTokenizer.of(text).stream()
        .map(WordTokenizer.Word::term)
        .map(word -> isEnglish(word) ? stem(word) : word)
        .toList();
  }

  /// The same terms in the form for another engine: a line for each position, with its terms
  /// separated by tabs. No term contains tabs or line ends.
  public static String places(String text) {
    StringBuilder places = new StringBuilder(text.length() * 2);
    boolean isFirstOfCompound = false;
    for (WordTokenizer.Word word : WordTokenizer.of(text)) {
      boolean isOver = isFirstOfCompound || word.kind() == WordTokenizer.Kind.HUMP;
      if (!places.isEmpty()) {
        places.append(isOver ? '\t' : '\n');
      }
      places.append(isEnglish(word.term()) ? stem(word.term()) : word.term());
      isFirstOfCompound = word.kind() == WordTokenizer.Kind.COMPOUND;
    }
    return places.toString();
  }

  private static boolean isEnglish(String term) {
    for (int i = 0; i < term.length(); i++) {
      if (term.charAt(i) < 'a' || term.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private static final class TermTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute position =
        addAttribute(PositionIncrementAttribute.class);

    private Iterator<WordTokenizer.Word> words = List.<WordTokenizer.Word>of().iterator();
    private final Map<String, Stem> english;
    private boolean isFirstOfCompound;
    private int length;

    TermTokenizer(Map<String, Stem> english) {
      this.english = english;
    }

    @Override
    public boolean incrementToken() {
      if (!words.hasNext()) {
        return false;
      }
      clearAttributes();
      WordTokenizer.Word word = words.next();
      term.append(isEnglish(word.term()) ? counted(word.term()) : word.term());
      offset.setOffset(correctOffset(word.start()), correctOffset(word.end()));
      boolean isOver = isFirstOfCompound || word.kind() == WordTokenizer.Kind.HUMP;
      position.setPositionIncrement(isOver ? 0 : 1);
      isFirstOfCompound = word.kind() == WordTokenizer.Kind.COMPOUND;
      return true;
    }

    private String counted(String word) {
      Stem stem = english.computeIfAbsent(word, own -> new Stem(stem(own)));
      stem.count++;
      return stem.term;
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
      words = WordTokenizer.of(text.toString()).iterator();
      isFirstOfCompound = false;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offset.setOffset(correctOffset(length), correctOffset(length));
    }
  }
}
