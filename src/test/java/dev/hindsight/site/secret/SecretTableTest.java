package dev.hindsight.site.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Checks what `SECURITY.md` promises: of the secrets in a table, at least 95 % are found, and of
/// the texts without one, at most 2 % are taken for one.
class SecretTableTest {
  private static final String MARK = "¦";

  @Test
  void atLeast95PercentOfSecretsAreMaskedWhole() throws IOException {
    List<String> with = rows("+ ");
    List<String> missed = with.stream().filter(row -> !isMasked(row)).toList();
    assertTrue(missed.size() <= 0.05 * with.size(), missed.size() + " missed: " + missed);
    assertEquals(150, with.size());
  }

  @Test
  void atMost2PercentOfOtherTextsAreMasked() throws IOException {
    List<String> without = rows("- ");
    List<String> masked = without.stream().filter(row -> !Secrets.masked(row).equals(row)).toList();
    assertTrue(masked.size() <= 0.02 * without.size(), masked.toString());
    assertEquals(100, without.size());
  }

  /// Whether no four characters of the secret are left at its place, and all else is.
  private static boolean isMasked(String row) {
    String before = row.substring(0, row.indexOf(MARK));
    String after = row.substring(row.lastIndexOf(MARK) + 1);
    String secret = row.substring(before.length(), row.length() - after.length()).replace(MARK, "");
    String masked = Secrets.masked(before + secret + after);
    return !masked.contains(secret.substring(0, Math.min(4, secret.length())))
        && !masked.contains(secret.substring(Math.max(0, secret.length() - 4)))
        && masked.endsWith(after);
  }

  private static List<String> rows(String sign) throws IOException {
    try (InputStream in = SecretTableTest.class.getResourceAsStream("table.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(sign))
          .map(line -> sign.equals("- ") ? line.replace(MARK, "") : line)
          .map(line -> line.substring(sign.length()))
          .toList();
    }
  }
}
