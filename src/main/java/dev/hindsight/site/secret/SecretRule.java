package dev.hindsight.site.secret;

import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One form of secrets: fixed characters, and a pattern that is only tried where these are found.
/// It reads a limited number of characters, so the time is linear in the text.
///
/// @param number its index among all rules
/// @param kind with its article
/// @param sign the fixed characters
/// @param where they are
/// @param value its first matching group must not be a placeholder
/// @param shape further conditions for that group
record SecretRule(
    int number, String kind, String sign, Where where, Pattern value, SecretShape shape) {

  /// Where a secret has its fixed characters.
  enum Where {
    START,
    MIDDLE,
    WORD
  }

  /// A place in a text that looks like a secret.
  record Hit(int start, int end, SecretRule rule) {}

  /// Words that people write instead of a secret.
  private static final Pattern STAND_IN =
      Pattern.compile(
          "(?is).*(?:example|placeholder|redacted|dummy|changeme|your[_-]?|xxxx|\\.\\.\\.|…).*"
              + "|[<${%*\\[(].*|(.)\\1*|x+|pass(?:word|wd)?|pwd|secret|token|user|123456?");

  /// The most characters of a secret before its fixed characters.
  private static final int LONGEST_BEFORE = 100;

  /// All rules of `secrets.yml`.
  static List<SecretRule> read() {
    try (InputStream in = SecretRule.class.getResourceAsStream("secrets.yml")) {
      YamlValue.Entries file = Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      YamlValue.Entries parts = (YamlValue.Entries) file.get("parts").orElseThrow();
      List<SecretRule> rules = new ArrayList<>();
      for (YamlValue item : ((YamlValue.Items) file.get("rules").orElseThrow()).items()) {
        YamlValue.Entries entry = (YamlValue.Entries) item;
        for (Where where : Where.values()) {
          for (String sign : list(entry, where.name().toLowerCase(Locale.ROOT))) {
            rules.add(
                new SecretRule(
                    rules.size(),
                    text(entry, "kind"),
                    sign,
                    where,
                    Pattern.compile(withParts(text(entry, "value"), parts)),
                    entry
                        .get("shape")
                        .map(shape -> SecretShape.valueOf(shape.asText()))
                        .orElse(SecretShape.ANY)));
          }
        }
      }
      return List.copyOf(rules);
    } catch (IOException | Yaml.MalformedYaml broken) {
      throw new UncheckedIOException(new IOException("secrets.yml", broken));
    }
  }

  private static String text(YamlValue.Entries entry, String key) {
    return entry.get(key).orElseThrow().asText();
  }

  private static List<String> list(YamlValue.Entries entry, String key) {
    return entry.get(key).map(YamlValue::asList).orElse(List.of());
  }

  private static String withParts(String pattern, YamlValue.Entries parts) {
    String whole = pattern;
    for (YamlValue.Entry part : parts.entries()) {
      whole = whole.replace("@" + part.key() + "@", part.value().asText());
    }
    return whole;
  }

  /// The secret at a position, if the text has this rule's characters there and a secret around
  /// them.
  Optional<Hit> at(String text, int at) {
    return switch (where) {
      case START ->
          text.startsWith(sign, at) && !(isWordSign(sign.charAt(0)) && isWithinWord(text, at))
              ? hit(text, at, at + sign.length())
              : Optional.empty();
      case MIDDLE -> {
        int start = text.startsWith(sign, at) ? startOfWord(text, at) : at;
        yield start < at ? hit(text, start, start) : Optional.empty();
      }
      case WORD ->
          text.regionMatches(true, at, sign, 0, sign.length())
              ? hit(text, at, at + sign.length())
              : Optional.empty();
    };
  }

  private Optional<Hit> hit(String text, int start, int from) {
    Matcher found = value.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!found.lookingAt()) {
      return Optional.empty();
    }
    int group = 1;
    while (found.start(group) < 0) {
      group++;
    }
    String secret = found.group(group);
    if (STAND_IN.matcher(secret).matches() || !shape.fits(secret)) {
      return Optional.empty();
    }
    // The word before a secret is not part of it.
    return Optional.of(
        where == Where.WORD
            ? new Hit(found.start(group), found.end(group), this)
            : new Hit(start, found.end(), this));
  }

  private static int startOfWord(String text, int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_BEFORE && isPartOfToken(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isPartOfToken(char sign) {
    return isWordSign(sign) || "_-.~".indexOf(sign) >= 0;
  }

  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && (Character.isLetterOrDigit(text.charAt(at - 1))
            || "_-".indexOf(text.charAt(at - 1)) >= 0);
  }

  private static boolean isWordSign(char sign) {
    return Character.isLetterOrDigit(sign);
  }
}
