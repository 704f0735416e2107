package dev.hindsight.read.source;

import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what looks like a secret in the text of a report, code included. `secrets.yml` has the
/// rules.
///
/// Each rule begins with fixed characters, and is tried only where they stand; it takes a bounded
/// number of characters from there. So the time is linear in the text, whatever that is.
public final class Secrets {
  public static final ProblemKind LIKELY_SECRET =
      ProblemKind.warning(
          "likely-secret",
          ProblemKind.Topic.VALUES,
          """
          Something that looks like an access key, a token, a private key or a password in an address, code included. The message
          does not repeat it. Remove it and revoke it: the history of the repository still has it. With `redact: true` in the
          configuration, the site shows the word REDACTED instead.
          """);

  private static final List<Rule> RULES = rules();

  /// The same by the sign that they begin with, so that one walk over a text serves them all.
  private static final Rule[][] BY_SIGN = bySign();

  /// Which signs may follow each sign that rules begin with: a bit for each, which it shares with
  /// one other.
  private static final long[] SECOND = secondSigns();

  /// Words that people write in the place of a secret.
  private static final Pattern STAND_IN =
      Pattern.compile(
          "(?i).*(?:example|placeholder|redacted|dummy|changeme|your[_-]?).*"
              + "|[<${%*\\[(].*|(.)\\1*|x+|pass(?:word|wd)?|pwd|secret|token|user|123456?");

  private static final String ADDRESS = "://";

  /// Means the same in Markdown, YAML, code and addresses: a word.
  private static final String MASK = "REDACTED";

  /// What secrets consist of that Markdown lets people escape.
  private static final String ESCAPED = "_-.+=/:@";

  /// @param number its place among all rules
  /// @param kind with its article
  /// @param start what the secret begins with
  /// @param rest what follows; its first group is what must not be a stand-in
  private record Rule(int number, String kind, String start, Pattern rest) {
    boolean begins(String text, int at) {
      return text.startsWith(start, at)
          && !(Character.isLetterOrDigit(start.charAt(0)) && isWithinWord(text, at));
    }
  }

  private Secrets() {}

  private static List<Rule> rules() {
    try (InputStream in = Secrets.class.getResourceAsStream("secrets.yml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Rule> rules = new ArrayList<>();
      for (YamlValue.Entry kind : Yaml.read(text).entries()) {
        for (YamlValue.Entry rule : ((YamlValue.Entries) kind.value()).entries()) {
          rules.add(
              new Rule(
                  rules.size(), kind.key(), rule.key(), Pattern.compile(rule.value().asText())));
        }
      }
      return rules;
    } catch (IOException | Yaml.MalformedYaml broken) {
      throw new UncheckedIOException(new IOException("secrets.yml", broken));
    }
  }

  private static Rule[][] bySign() {
    Rule[][] bySign = new Rule[128][];
    Arrays.setAll(
        bySign,
        sign -> RULES.stream().filter(rule -> rule.start().charAt(0) == sign).toArray(Rule[]::new));
    return bySign;
  }

  private static long[] secondSigns() {
    long[] second = new long[BY_SIGN.length];
    RULES.forEach(rule -> second[rule.start().charAt(0)] |= 1L << rule.start().charAt(1));
    return second;
  }

  /// A place in a text that looks like a secret.
  private record Hit(int start, int end, Rule rule) {}

  /// The secrets of a text, in order.
  public static List<Problem> in(String text, String file) {
    List<Problem> problems = new ArrayList<>();
    int line = 1;
    int lineStart = 0;
    int lineEnd = text.indexOf('\n');
    for (Hit hit : hits(text)) {
      while (lineEnd >= 0 && lineEnd < hit.start()) {
        line++;
        lineStart = lineEnd + 1;
        lineEnd = text.indexOf('\n', lineStart);
      }
      int end = lineEnd < 0 ? hit.end() : Math.min(lineEnd, hit.end());
      problems.add(
          LIKELY_SECRET
              .at(
                  new SourcePosition(file, line, hit.start() - lineStart + 1),
                  "this looks like " + hit.rule().kind(),
                  "remove it and revoke it; the history of the repository still has it")
              .hiding(end - hit.start()));
    }
    return problems;
  }

  /// The text with a word in the place of each secret. Every line keeps its number.
  public static String masked(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (Hit hit : hits(text)) {
      masked.append(text, from, hit.start()).append(MASK);
      text.substring(hit.start(), hit.end())
          .chars()
          .filter(c -> c == '\n')
          .forEach(_ -> masked.append('\n'));
      from = hit.end();
    }
    return from == 0 ? text : masked.append(text, from, text.length()).toString();
  }

  /// What rules find, in order, without what lies in another.
  private static List<Hit> hits(String text) {
    List<Hit> all = find(text);
    if (text.indexOf('\\') >= 0) {
      all.addAll(findEscaped(text));
    }
    all.sort(
        Comparator.comparingInt(Hit::start).thenComparing(Hit::end, Comparator.reverseOrder()));
    List<Hit> hits = new ArrayList<>();
    for (Hit hit : all) {
      if (hits.isEmpty() || hits.getLast().end() <= hit.start()) {
        hits.add(hit);
      }
    }
    return hits;
  }

  /// What each rule finds, one rule after the other.
  private static List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    // Where what each rule has found ends.
    int[] ends = new int[RULES.size()];
    for (int at = 0; at + 1 < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign >= BY_SIGN.length || (SECOND[sign] >>> text.charAt(at + 1) & 1) == 0) {
        continue;
      }
      for (Rule rule : BY_SIGN[sign]) {
        if (at >= ends[rule.number()] && rule.begins(text, at)) {
          hit(text, at, rule)
              .ifPresent(hit -> {
                hits.add(hit);
                ends[rule.number()] = hit.end();
              });
        }
      }
    }
    hits.sort(Comparator.comparingInt(hit -> hit.rule().number()));
    return hits;
  }

  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && (Character.isLetterOrDigit(text.charAt(at - 1))
            || "_-".indexOf(text.charAt(at - 1)) >= 0);
  }

  /// Editors write `ghp\_…` for what a page shows as `ghp_…`.
  private static List<Hit> findEscaped(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    int[] places = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\'
          && i + 1 < text.length()
          && ESCAPED.indexOf(text.charAt(i + 1)) >= 0) {
        i++;
      }
      places[shown.length()] = i;
      shown.append(text.charAt(i));
    }
    if (shown.length() == text.length()) {
      return List.of();
    }
    List<Hit> hits = find(shown.toString());
    hits.replaceAll(hit -> new Hit(places[hit.start()], places[hit.end() - 1] + 1, hit.rule()));
    return hits;
  }

  private static Optional<Hit> hit(String text, int at, Rule rule) {
    int from = at + rule.start().length();
    Matcher rest = rule.rest().matcher(text).region(from, text.length());
    if (!rest.lookingAt() || STAND_IN.matcher(rest.group(1).toLowerCase(Locale.ROOT)).matches()) {
      return Optional.empty();
    }
    // An address may be shown, its password not.
    boolean isAddress = rule.start().equals(ADDRESS);
    return Optional.of(
        isAddress ? new Hit(rest.start(1), rest.end(1), rule) : new Hit(at, rest.end(), rule));
  }
}
