package dev.hindsight.site.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.site.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The secrets are put together here, so that no scanner takes this file for a leak.
class SecretsTest {
  private static final String LONG = "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7bC9dE1fG3";

  @ParameterizedTest
  @CsvSource({
    "AK,IAQ4FJK2LM7NOPQRST,an AWS access key",
    "gh,p_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5,a GitHub token",
    "github_pa,t_11AAAAAAA0aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7bC9dE1fG3hI5jK7,a GitHub token",
    "glpa,t-aB3dE5fG7hI9jK1lM3nO,a GitLab token",
    "xox,b-123456789012-abcdefghijkl,a Slack token",
    "sk_li,ve_aB3dE5fG7hI9jK1lM3nO5p,a Stripe key",
    "AI,zaaB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY,a Google API key",
    "npm,_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5,an npm token",
    "ya,29.aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW,a Google OAuth token",
    "SK,0123456789abcdef0123456789abcdef,a Twilio key",
    "sq0at,p-aB3dE5fG7hI9jK1lM3nO5p,a Square token",
    "shp,at_0123456789abcdef0123456789abcdef,a Shopify token",
    "gl,sa_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW_0123abcd,a Grafana token",
    "dap,i0123456789abcdef0123456789abcdef,a Databricks token",
    "lin_ap,i_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7b,a Linear key",
    "hf,_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3x,a Hugging Face token",
    "hv,s.aB3dE5fG7hI9jK1lM3nO5pQ7,a Vault token",
    "-----BEG,IN EC PRIVATE KEY-----,a private key",
    "ey,JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.aB3dE5fG7hI9,a JSON Web Token"
  })
  void knownFormsAreFound(String start, String rest, String kind) {
    String secret = start + rest;
    Problem found = Secrets.in("one\ntwo `" + secret + "` three", "a.md").getFirst();
    assertEquals("this looks like " + kind, found.message());
    assertEquals("a.md:2:6", found.at().toString());
  }

  @Test
  void findsOnlyThePasswordInAnAddress() {
    String address = "postgres://app:" + "s3cr3t-h0rse" + "@db.example.net/orders";
    Problem found = Secrets.in(address, "a.md").getFirst();
    assertEquals("this looks like a password in an address", found.message());
    assertEquals(16, found.at().column());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIAIOSFODNN7EXAMPLE",
        "postgres://app:${PASSWORD}@db",
        "https://user:password@host.example",
        "https://user:xxxx@host.example",
        "redis://:<secret>@cache:6379",
        "https://example.com:8080/@scope/package",
        "the prefix ghp_ and the prefix sk_live_ alone",
        "xAKIAQ4FJK2LM7NOPQRST",
        "INC-2024-0112 and a7f5f35426b927411fc9231b56382173a7f5f35426b927411fc9231b56382173"
      })
  void whatIsNoSecretIsNone(String text) {
    assertEquals(List.of(), Secrets.in(text, "a.md"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghp\\_|",
        "ghp&#95;|",
        "ghp&#x5F;|",
        "ghp&lowbar;|",
        "gh<wbr>p_|",
        "gh<wbr/>p_|",
        "gh<!-- -->p_|",
        "gh\u200Bp_|",
        "gh&shy;p_|",
        "gh&#8203;p_|",
        "ghp%5F|",
        "ghp\\u005f|",
        "ghp\\x5f|"
      })
  void aSecretIsFoundHoweverItIsWritten(String start) {
    String text = "one\ntwo " + start.replace("|", LONG.substring(0, 36)) + " three";
    assertEquals("one\ntwo REDACTED three", Secrets.masked(text));
    assertEquals("a.md:2:5", Secrets.in(text, "a.md").getFirst().at().toString());
  }

  @Test
  void masksASecretWithACharacterReferenceCompletely() {
    String text = "gh" + "p_" + LONG.substring(0, 40).replace("K", "&#75;").replace("d", "<wbr>d");
    assertEquals("REDACTED", Secrets.masked(text));
  }

  @Test
  void dotsKeepThePositionsOfOtherCharacters() {
    String text = "a\nto" + "ken=" + LONG.substring(0, 20) + " b\n";
    assertEquals("a\ntoken=" + "•".repeat(20) + " b\n", Secrets.dotted(text));
  }

  @Test
  void noMessageRepeatsASecret() {
    String secret = "gl" + "pat-" + LONG.substring(0, 20);
    for (Problem problem : Secrets.in(secret, "a.md")) {
      String all = problem.message() + problem.hint().orElse("");
      assertEquals(-1, all.toLowerCase(Locale.ROOT).indexOf("abc"), all);
      assertEquals(-1, all.indexOf(secret.substring(8)), all);
    }
  }
}
