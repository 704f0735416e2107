package dev.hindsight.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Makes terms of [Words]: English words by their stem (Lucene's `PorterStemFilter`), everything
/// else as it is. A compound stands at the place of its first part, a hump at that of its word;
/// neither counts as length.
final class ReportAnalyzer extends Analyzer {
  private final Map<String, Integer> english = new HashMap<>();

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new WordTokenizer(english);
    return new TokenStreamComponents(words, new PorterStemFilter(words));
  }

  /// The word that each term is mostly the stem of, among all that were analysed, where that is
  /// another; of equally common ones the first.
  Map<String, String> words() {
    List<String> sorted = english.keySet().stream().sorted().toList();
    List<String> terms = terms(String.join(" ", sorted));
    Map<String, String> words = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      String word = sorted.get(i);
      words.merge(
          terms.get(i), word, (one, other) -> english.get(other) > english.get(one) ? other : one);
    }
    words.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return words;
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
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute position =
        addAttribute(PositionIncrementAttribute.class);

    private Iterator<Words.Word> words = List.<Words.Word>of().iterator();
    private final Map<String, Integer> english;
    private boolean isFirstOfCompound;
    private int length;

    WordTokenizer(Map<String, Integer> english) {
      this.english = english;
    }

    @Override
    public boolean incrementToken() {
      if (!words.hasNext()) {
        return false;
      }
      clearAttributes();
      Words.Word word = words.next();
      term.append(word.term());
      boolean isEnglish = isEnglish(word.term());
      keyword.setKeyword(!isEnglish);
      if (isEnglish) {
        english.merge(word.term(), 1, Integer::sum);
      }
      offset.setOffset(correctOffset(word.start()), correctOffset(word.end()));
      boolean isOver = isFirstOfCompound || word.kind() == Words.Kind.HUMP;
      position.setPositionIncrement(isOver ? 0 : 1);
      isFirstOfCompound = word.kind() == Words.Kind.COMPOUND;
      return true;
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
