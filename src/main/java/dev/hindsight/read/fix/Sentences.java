package dev.hindsight.read.fix;

import dev.hindsight.read.html.Passages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Splits a line into sentences, but never within code.
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "etc", "approx", "vs", "no", "cf", "ca", "mr", "dr", "st", "z.b", "d.h",
          "bzw", "p.ex", "p.m", "a.m", "incl", "resp", "nr", "fig");

  private Sentences() {}

  static List<String> of(String line) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    boolean isCode = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      isCode = c == Passages.CODE || isCode && c != Passages.CODE_END;
      if (!isCode && isEnd(line, from, i)) {
        sentences.add(line.substring(from, i + 1).strip());
        from = i + 1;
      }
    }
    sentences.add(line.substring(from).strip());
    sentences.removeIf(String::isEmpty);
    return sentences;
  }

  private static boolean isEnd(String line, int from, int at) {
    char c = line.charAt(at);
    if (c == '。') {
      return true;
    }
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    if (at + 1 < line.length() && line.charAt(at + 1) != ' ') {
      return false;
    }
    if (at + 2 < line.length() && Character.isLowerCase(line.charAt(at + 2))) {
      return false;
    }
    int word = at;
    while (word > from && line.charAt(word - 1) != ' ' && line.charAt(word - 1) != '(') {
      word--;
    }
    return c != '.' || !ABBREVIATIONS.contains(line.substring(word, at).toLowerCase(Locale.ROOT));
  }
}
