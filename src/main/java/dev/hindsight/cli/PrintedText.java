package dev.hindsight.cli;

import dev.hindsight.site.secret.Secrets;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text of reports, file names and configurations as it may be printed. Others wrote it: it must
/// not show secrets, steer a terminal, look different from what it is, or give commands to the
/// service that runs the program and reads its log.
final class PrintedText {
  /// Control characters but tabs, among them ends of lines, and characters that nobody sees or that
  /// turn the direction of others. Persian and emoji need two of them.
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}&&[^\t]]|[\\p{Cs}\\p{Zl}\\p{Zp}]|[\\p{Cf}&&[^\\u200C\\u200D]]");

  /// What GitHub, Azure and TeamCity take for a command.
  private static final Pattern COMMAND = Pattern.compile("##(?=[A-Za-z]{0,20}\\[)");

  private static final Pattern COMMAND_LINE = Pattern.compile("^(\\s*):(?=:)");

  private PrintedText() {}

  /// The text as one line, or a part of one. What is hidden becomes `\u202E`.
  static String line(String text) {
    String visible = withoutCommands(visible(Secrets.masked(text)));
    return COMMAND_LINE.matcher(visible).replaceFirst("$1\\\\u003A");
  }

  private static String withoutCommands(String text) {
    return COMMAND.matcher(text).replaceAll("#\\\\u0023");
  }

  /// A value of JSON, without secrets.
  static String value(String text) {
    return Secrets.masked(text);
  }

  /// JSON with escapes for hidden characters and in commands. Its own line ends stay.
  static String json(String json) {
    return withoutCommands(
        HIDDEN.matcher(json).replaceAll(one -> one.group().equals("\n") ? "\n" : escaped(one)));
  }

  /// A hidden character as its number, each of the two where it takes two.
  static String visible(String text) {
    return HIDDEN.matcher(text).replaceAll(PrintedText::escaped);
  }

  private static String escaped(MatchResult hidden) {
    StringBuilder numbers = new StringBuilder();
    hidden.group().chars().forEach(c -> numbers.append(String.format(Locale.ROOT, "\\u%04X", c)));
    return Matcher.quoteReplacement(numbers.toString());
  }
}
