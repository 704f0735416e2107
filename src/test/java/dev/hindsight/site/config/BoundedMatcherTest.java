package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A pattern of the configuration takes a number of steps in proportion to its text. None of these
/// tests would end otherwise.
class BoundedMatcherTest {
  private static final String LONG_WORD = "a".repeat(20_000);

  @Test
  void findsTheSameAsThePattern() {
    BoundedMatcher matcher = new BoundedMatcher(Pattern.compile("[A-Z]+-(\\d+)"), "OPS-7, OPS-81");
    assertTrue(matcher.find());
    assertEquals("7", matcher.result().group(1));
    assertTrue(matcher.find());
    assertEquals("OPS-81", matcher.result().group());
    assertFalse(matcher.find());
    assertFalse(matcher.isExhausted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"([\\w.-]+/[\\w.-]+)#(\\d+)", "(a+)+-\\d", "(a|aa)+-", "(.*)*x", "a*a*a*a*a*b"})
  void givesUpPatternsThatNeedTooManySteps(String pattern) {
    BoundedMatcher matcher = new BoundedMatcher(Pattern.compile(pattern), LONG_WORD);
    assertFalse(matcher.find());
    assertTrue(matcher.isExhausted());
    assertFalse(matcher.find());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*a*a*a*b", "(a*)*(a*)(a*)(a*)\\3b"})
  void givesUpOnTheFirstMatchToo(String pattern) {
    BoundedMatcher matcher = new BoundedMatcher(Pattern.compile(pattern), "a".repeat(200));
    assertFalse(matcher.lookingAt());
    assertTrue(matcher.isExhausted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?<![\\w.-])([\\w.-]++/[\\w.-]++)#(\\d+)",
        "OPS-\\d+",
        "[A-Z][A-Z0-9]{1,9}-?\\d{4}"
      })
  void documentedPatternsNeedFewSteps(String pattern) {
    for (String part : new String[] {"a", "a/", "A", "OPS-", "0", "a-", "a/b#"}) {
      BoundedMatcher matcher = new BoundedMatcher(Pattern.compile(pattern), part.repeat(100_000));
      while (matcher.find()) {}
      assertFalse(matcher.isExhausted(), part);
    }
  }

  @Test
  void givesUpWholeTextsToo() {
    assertTrue(new BoundedMatcher(Pattern.compile("a+-\\d"), "aa-1").matches());
    assertFalse(new BoundedMatcher(Pattern.compile("a+"), "aa-1").matches());
    BoundedMatcher matcher = new BoundedMatcher(Pattern.compile("(a|aa)+b"), LONG_WORD);
    assertFalse(matcher.matches());
    assertTrue(matcher.isExhausted());
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    BoundedMatcher matcher = new BoundedMatcher(Pattern.compile("a*b"), LONG_WORD);
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, matcher::find);
    } finally {
      Thread.interrupted();
    }
  }
}
