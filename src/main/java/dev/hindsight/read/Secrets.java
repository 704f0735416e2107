package dev.hindsight.read;

import dev.hindsight.site.Doubt;
import dev.hindsight.site.Problem;
import dev.hindsight.site.SourcePosition;
import dev.hindsight.site.Yaml;
import dev.hindsight.site.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
final class Secrets {
  private static final List<Rule> RULES = rules();

  /// Words that people write in the place of a secret.
  private static final Pattern STAND_IN =
      Pattern.compile(
          "(?i).*(?:example|placeholder|redacted|dummy|changeme|your[_-]?).*"
              + "|[<${%*\\[(].*|(.)\\1*|x+|pass(?:word|wd)?|pwd|secret|token|user|123456?");

  private static final String ADDRESS = "://";

  /// @param kind with its article
  /// @param start what the secret begins with
  /// @param rest what follows; its first group is what must not be a stand-in
  private record Rule(String kind, String start, Pattern rest) {}

  private Secrets() {}

  private static List<Rule> rules() {
    try (InputStream in = Secrets.class.getResourceAsStream("secrets.yml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Rule> rules = new ArrayList<>();
      for (YamlValue.Entry kind : Yaml.read(text).entries()) {
        for (YamlValue.Entry rule : ((YamlValue.Entries) kind.value()).entries()) {
          rules.add(new Rule(kind.key(), rule.key(), Pattern.compile(rule.value().asText())));
        }
      }
      return rules;
    } catch (IOException | Yaml.Malformed broken) {
      throw new UncheckedIOException(new IOException("secrets.yml", broken));
    }
  }

  /// A place in a text that looks like a secret.
  private record Hit(int start, int end, String kind) {}

  /// The secrets of a text, in order.
  static List<Problem> in(String text, String file) {
    List<Hit> hits = new ArrayList<>();
    for (Rule rule : RULES) {
      int at = text.indexOf(rule.start());
      while (at >= 0) {
        Optional<Hit> hit = hit(text, at, rule);
        hit.ifPresent(hits::add);
        at = text.indexOf(rule.start(), hit.map(Hit::end).orElse(at + 1));
      }
    }
    hits.sort(Comparator.comparingInt(Hit::start));
    List<Problem> problems = new ArrayList<>();
    int line = 1;
    int lineStart = 0;
    int lineEnd = text.indexOf('\n');
    for (Hit hit : hits) {
      while (lineEnd >= 0 && lineEnd < hit.start()) {
        line++;
        lineStart = lineEnd + 1;
        lineEnd = text.indexOf('\n', lineStart);
      }
      problems.add(
          new Doubt.LikelySecret(
              new SourcePosition(file, line, hit.start() - lineStart + 1),
              hit.kind(),
              hit.end() - hit.start()));
    }
    return problems;
  }

  private static Optional<Hit> hit(String text, int at, Rule rule) {
    if (at > 0
        && Character.isLetterOrDigit(rule.start().charAt(0))
        && (Character.isLetterOrDigit(text.charAt(at - 1))
            || "_-".indexOf(text.charAt(at - 1)) >= 0)) {
      return Optional.empty();
    }
    int from = at + rule.start().length();
    Matcher rest = rule.rest().matcher(text).region(from, text.length());
    if (!rest.lookingAt() || STAND_IN.matcher(rest.group(1).toLowerCase(Locale.ROOT)).matches()) {
      return Optional.empty();
    }
    // An address may be shown, its password not.
    boolean isAddress = rule.start().equals(ADDRESS);
    return Optional.of(new Hit(isAddress ? rest.start(1) : at, rest.end(1), rule.kind()));
  }
}
