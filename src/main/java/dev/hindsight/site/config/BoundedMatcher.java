package dev.hindsight.site.config;

import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Matches a configured pattern in a limited number of steps, in proportion to the length of the
/// text. `java.util.regex` starts again at each character and backtracks for each choice, so an
/// innocent pattern can take minutes for one long word.
///
/// The limit counts steps and not time, so the result is the same on every machine.
public final class BoundedMatcher {
  public static final ProblemKind SLOW_PATTERN =
      ProblemKind.warning(
          "slow-pattern",
          ProblemKind.Topic.CONFIGURATION,
          """
          A `pattern` of the configuration that takes too many steps on a text of a report: more than 1,000, plus 200 for each
          character. Hindsight stops looking for the pattern in this text and leaves the text unchanged. Let a match begin only at the
          start of a word, as `(?<!\\w)` does, and write `++` instead of `+`, so that the pattern does not try the same
          characters again and again.
          """);

  private static final int STEPS_PER_CHARACTER = 200;
  private static final int FURTHER_STEPS = 1_000;

  /// Checking for interruption costs more than a step.
  private static final int INTERRUPTION_MASK = 0x3FF;

  private final Matcher matcher;
  private boolean isExhausted;

  public BoundedMatcher(Pattern pattern, String text) {
    this.matcher = pattern.matcher(new CountedText(text));
  }

  /// Finds the next match; false also if it takes too many steps.
  public boolean find() {
    return attempt(Matcher::find);
  }

  /// Whether the text begins with a match; false also if it takes too many steps.
  public boolean lookingAt() {
    return attempt(Matcher::lookingAt);
  }

  /// Whether the pattern matches the whole text; false also if it takes too many steps.
  public boolean matches() {
    return attempt(Matcher::matches);
  }

  /// The last match.
  public MatchResult result() {
    return matcher;
  }

  /// Whether a search took too many steps.
  public boolean isExhausted() {
    return isExhausted;
  }

  private boolean attempt(Predicate<Matcher> attempt) {
    try {
      return !isExhausted && attempt.test(matcher);
    } catch (TooManySteps | StackOverflowError tooMany) {
      isExhausted = true;
      return false;
    }
  }

  /// The problem of a pattern that takes too many steps.
  ///
  /// @param key in the configuration
  public static Problem problem(SourcePosition at, String key, Pattern pattern) {
    return SLOW_PATTERN.at(
        at,
        key
            + ": '"
            + pattern
            + "' needs too many steps here; the rest of this text is not searched",
        "let a match begin only at the start of a word, as (?<!\\w) does, and write ++ instead of +");
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("too many steps", null, false, false);
    }
  }

  /// Counts how often its characters are read.
  private static final class CountedText implements CharSequence {
    private final String text;
    private long left;

    CountedText(String text) {
      this.text = text;
      this.left = (long) STEPS_PER_CHARACTER * text.length() + FURTHER_STEPS;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooManySteps();
      }
      if ((left & INTERRUPTION_MASK) == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
