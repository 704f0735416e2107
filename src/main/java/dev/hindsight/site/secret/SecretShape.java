package dev.hindsight.site.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Conditions for secrets beyond their pattern, so that prose, names and references are not
/// reported.
enum SecretShape {
  /// Its beginning identifies it, and it does not repeat one character only.
  ANY {
    @Override
    boolean fits(String value) {
      return entropy(value) >= 2;
    }
  },
  /// Random letters and digits, as programs generate them.
  RANDOM {
    @Override
    boolean fits(String value) {
      return !isReference(value)
          && !isName(value)
          && !isNameWithSuffix(value)
          && MIXED.matcher(value).find()
          && entropy(value) >= 2.8;
    }
  },
  /// A word with digits or punctuation inside, as people choose them.
  PASSWORD {
    @Override
    boolean fits(String value) {
      return !isReference(value)
          && !isName(value)
          && !NO_PASSWORD.matcher(value).matches()
          && (MIXED.matcher(value).find() || SIGN_INSIDE.matcher(value).find())
          && entropy(value) >= 2.2;
    }
  },
  /// A name, a colon and a password in Base64.
  BASIC {
    @Override
    boolean fits(String value) {
      try {
        String plain = value.replace('-', '+').replace('_', '/');
        byte[] decoded = Base64.getDecoder().decode(plain);
        return CREDENTIALS.matcher(new String(decoded, StandardCharsets.ISO_8859_1)).matches();
      } catch (IllegalArgumentException noBase64) {
        return false;
      }
    }
  },
  /// Neither a port nor an image version: `host:5432@pool`, `nginx:1.25@sha256`.
  NO_PORT {
    @Override
    boolean fits(String value) {
      return !PORT_OR_VERSION.matcher(value).matches();
    }
  };

  private static final Pattern MIXED = Pattern.compile("[A-Za-z]\\d|\\d[A-Za-z]");

  private static final Pattern SIGN_INSIDE =
      Pattern.compile("[A-Za-z0-9][!@#$%^&*+?~]{1,3}[A-Za-z0-9]");

  /// Where a secret is stored, or a statement about it, but not the secret.
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)(?:arn|op|vault|ssm|secretsmanager|file|env|kms|gcp|awskms|sha\\d+)[:-].*|~?/.*"
              + "|projects/.*|.*://.*|\\d{4}-\\d\\d-\\d\\d.*");

  /// A call, an email address, an amount or a product name.
  private static final Pattern NO_PASSWORD =
      Pattern.compile(
          "[A-Za-z_][\\w.]*[(\\[].*|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}"
              + "|\\d{1,3}[A-Za-z]{1,10}");

  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PART_OF_NAME =
      Pattern.compile("\\p{L}+\\d{0,2}|\\d+|\\d{1,2}\\p{L}{1,10}|");
  private static final Pattern LETTERS = Pattern.compile("[a-z]{3,}");
  private static final Pattern CREDENTIALS = Pattern.compile("[ -~]{1,100}:[ -~]{1,200}");
  private static final Pattern PORT_OR_VERSION =
      Pattern.compile("\\d{1,5}|v?\\d+(?:\\.\\d+)+(?:-[a-z]+\\d*)?");
  private static final int LONGEST_PART = 12;

  /// Whether a value that a pattern has matched is a secret.
  abstract boolean fits(String value);

  private static boolean isReference(String value) {
    return REFERENCE.matcher(value).matches();
  }

  /// Joined words and numbers: `payments-tls-2024`, `config.db2.password`.
  private static boolean isName(String value) {
    List<String> parts = PARTS.splitAsStream(value).toList();
    return parts.size() > 1
        && parts.stream().allMatch(part -> PART_OF_NAME.matcher(part).matches());
  }

  /// `default-token-x7k2p`: a generated suffix after a name.
  private static boolean isNameWithSuffix(String value) {
    List<String> parts = PARTS.splitAsStream(value).toList();
    return parts.size() > 1
        && value.chars().noneMatch(Character::isUpperCase)
        && parts.stream().allMatch(part -> part.length() <= LONGEST_PART)
        && parts.stream().anyMatch(part -> LETTERS.matcher(part).matches());
  }

  /// Shannon entropy, in bits per character.
  private static double entropy(String value) {
    Map<Integer, Integer> counts = new HashMap<>();
    value.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
    return counts.values().stream()
        .mapToDouble(count -> (double) count / value.length())
        .map(part -> -part * Math.log(part) / Math.log(2))
        .sum();
  }
}
