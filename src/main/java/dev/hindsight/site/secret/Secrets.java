package dev.hindsight.site.secret;

import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// Finds what looks like a secret in a text, including code. `secrets.yml` contains the rules.
public final class Secrets {
  public static final ProblemKind LIKELY_SECRET =
      ProblemKind.warning(
          "likely-secret",
          ProblemKind.Topic.VALUES,
          """
          Something that looks like an access key, a token, a private key or a password, in a report (code included), its file
          name or the configuration. The message does not repeat it. Remove it and revoke it: the Git history still has it.
          With `redact: true` in the configuration, the site shows the word REDACTED instead.
          """);

  /// The number of first characters that rules are looked up by, ignoring case.
  private static final int LENGTH = 3;

  private static final int BITS = 5;
  private static final int LOW_BITS = (1 << BITS) - 1;
  private static final int BEGINNINGS = 1 << BITS * LENGTH;

  private static final List<SecretRule> RULES = SecretRule.read();

  /// Rules by the first three characters of their signs, so that one pass over a text serves all of
  /// them and seldom stops; null if no rule begins so.
  private static final SecretRule[][] BY_BEGINNING = byBeginning();

  /// A plain word means the same in Markdown, YAML, code and addresses.
  private static final String MASK = "REDACTED";

  private Secrets() {}

  private static SecretRule[][] byBeginning() {
    SecretRule[][] byBeginning = new SecretRule[BEGINNINGS][];
    for (SecretRule rule : RULES) {
      for (int beginning = 0; beginning < BEGINNINGS; beginning++) {
        if (mayBegin(rule.sign(), beginning)) {
          SecretRule[] others = byBeginning[beginning];
          int count = others == null ? 0 : others.length;
          byBeginning[beginning] =
              others == null ? new SecretRule[1] : Arrays.copyOf(others, count + 1);
          byBeginning[beginning][count] = rule;
        }
      }
    }
    return byBeginning;
  }

  private static boolean mayBegin(String sign, int beginning) {
    for (int i = 0; i < Math.min(LENGTH, sign.length()); i++) {
      if ((sign.charAt(i) & LOW_BITS) != (beginning >> BITS * (LENGTH - 1 - i) & LOW_BITS)) {
        return false;
      }
    }
    return true;
  }

  /// The secrets in a text, in order.
  public static List<Problem> in(String text, String file) {
    List<Problem> problems = new ArrayList<>();
    int line = 1;
    int lineStart = 0;
    int lineEnd = text.indexOf('\n');
    for (SecretRule.Hit hit : hits(text)) {
      while (lineEnd >= 0 && lineEnd < hit.start()) {
        line++;
        lineStart = lineEnd + 1;
        lineEnd = text.indexOf('\n', lineStart);
      }
      problems.add(
          LIKELY_SECRET.at(
              new SourcePosition(file, line, hit.start() - lineStart + 1),
              "this looks like " + hit.rule().kind(),
              "remove it and revoke it; the history of the repository still has it"));
    }
    return problems;
  }

  /// The secret in the path of a file.
  ///
  /// @param file the path as messages show it
  public static Optional<Problem> inName(String path, String file) {
    return hits(path).stream()
        .findFirst()
        .map(hit ->
            LIKELY_SECRET.at(
                SourcePosition.start(file),
                "the path of the file contains what looks like " + hit.rule().kind(),
                "rename it and revoke the secret; the history of the repository still has it"));
  }

  /// The text with a word in place of each secret. Line numbers stay the same.
  public static String masked(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (SecretRule.Hit hit : hits(text)) {
      masked.append(text, from, hit.start()).append(MASK);
      text.substring(hit.start(), hit.end())
          .chars()
          .filter(c -> c == '\n')
          .forEach(_ -> masked.append('\n'));
      from = hit.end();
    }
    return from == 0 ? text : masked.append(text, from, text.length()).toString();
  }

  /// The text with a dot in place of each character of a secret, so that all other characters keep
  /// their positions.
  public static String dotted(String text) {
    StringBuilder dotted = new StringBuilder(text);
    for (SecretRule.Hit hit : hits(text)) {
      for (int i = hit.start(); i < hit.end(); i++) {
        if (text.charAt(i) != '\n') {
          dotted.setCharAt(i, '•');
        }
      }
    }
    return dotted.toString();
  }

  /// The matches of all rules, in order. Overlapping matches are joined.
  private static List<SecretRule.Hit> hits(String text) {
    List<SecretRule.Hit> all = find(text, IntUnaryOperator.identity());
    ShownText.of(text)
        .ifPresent(shown -> all.addAll(find(shown.text(), place -> shown.places()[place])));
    all.sort(
        Comparator.comparingInt(SecretRule.Hit::start)
            .thenComparing(SecretRule.Hit::end, Comparator.reverseOrder()));
    List<SecretRule.Hit> hits = new ArrayList<>();
    for (SecretRule.Hit hit : all) {
      if (hits.isEmpty() || hits.getLast().end() <= hit.start()) {
        hits.add(hit);
      } else if (hits.getLast().end() < hit.end()) {
        SecretRule.Hit last = hits.removeLast();
        hits.add(new SecretRule.Hit(last.start(), hit.end(), last.rule()));
      }
    }
    return hits;
  }

  /// The matches of each rule, in the order of rules.
  private static List<SecretRule.Hit> find(String text, IntUnaryOperator place) {
    List<SecretRule.Hit> hits = new ArrayList<>();
    // The end of the last match of each rule.
    int[] ends = new int[RULES.size()];
    int beginning = 0;
    for (int end = 0; end < text.length(); end++) {
      beginning = (beginning << BITS | text.charAt(end) & LOW_BITS) & (BEGINNINGS - 1);
      SecretRule[] rules = BY_BEGINNING[beginning];
      int at = end - LENGTH + 1;
      if (rules == null || at < 0) {
        continue;
      }
      for (SecretRule rule : rules) {
        if (at >= ends[rule.number()]) {
          rule.at(text, at)
              .ifPresent(hit -> {
                ends[rule.number()] = hit.end();
                hits.add(
                    new SecretRule.Hit(
                        place.applyAsInt(hit.start()), place.applyAsInt(hit.end()), rule));
              });
        }
      }
    }
    hits.sort(Comparator.comparingInt(hit -> hit.rule().number()));
    return hits;
  }
}
