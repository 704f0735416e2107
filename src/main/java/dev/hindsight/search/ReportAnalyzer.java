package dev.hindsight.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Makes terms of [Words]: English words by their stem (Lucene's `PorterStemFilter`), everything
/// else as it is. A compound stands at the place of its first part and does not count as length.
final class ReportAnalyzer extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new WordTokenizer();
    return new TokenStreamComponents(words, new PorterStemFilter(words));
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
    private boolean afterCompound;
    private int length;

    @Override
    public boolean incrementToken() {
      if (!words.hasNext()) {
        return false;
      }
      clearAttributes();
      Words.Word word = words.next();
      term.append(word.term());
      keyword.setKeyword(!isEnglish(word));
      offset.setOffset(correctOffset(word.start()), correctOffset(word.end()));
      position.setPositionIncrement(afterCompound ? 0 : 1);
      afterCompound = word.compound();
      return true;
    }

    private static boolean isEnglish(Words.Word word) {
      return !word.compound() && word.term().chars().allMatch(c -> c >= 'a' && c <= 'z');
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
      afterCompound = false;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offset.setOffset(correctOffset(length), correctOffset(length));
    }
  }
}
