package dev.hindsight.read.source;

import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// YAML with mistakes that each concern one line: a colon, an `@` or an open quote in a value
/// without quotes, a tab, or a repeated key. Each such line is corrected, and all others are read
/// as they are.
///
/// @param values of all lines
/// @param slips one for each corrected line
record RepairedYaml(YamlValue.Entries values, List<FrontMatter.Slip> slips) {
  private static final int MOST_SLIPS = 20;

  private static final Pattern KEY = Pattern.compile("(\\s*(?:- )?[^\\s:#'\"\\[{-][^:]*:)\\s+(.+)");
  private static final Pattern VALUE = Pattern.compile("\\s*(?:[^\\s:#'\"][^:]*:|-)\\s+(.+)");
  private static final Pattern TWICE = Pattern.compile("(?i)stands twice|duplicate");
  private static final Pattern ITEM = Pattern.compile("(\\s*-)\\s+(.+)");
  private static final Pattern LIST = Pattern.compile("\\[(.*)]");

  /// Reads YAML and corrects one line after the other.
  ///
  /// @return empty if correcting single lines is not enough
  static Optional<RepairedYaml> read(String matter) {
    List<String> lines = new ArrayList<>(matter.lines().toList());
    List<FrontMatter.Slip> slips = new ArrayList<>();
    while (slips.size() <= MOST_SLIPS) {
      try {
        return Optional.of(new RepairedYaml(Yaml.read(String.join("\n", lines)), slips));
      } catch (Yaml.MalformedYaml broken) {
        Optional<FrontMatter.Slip> slip = repair(broken, lines, slips);
        if (slip.isEmpty()) {
          return Optional.empty();
        }
        slips.add(slip.get());
      }
    }
    return Optional.empty();
  }

  /// Corrects the line of a mistake, or the line above it if the parser notices the mistake too
  /// late.
  private static Optional<FrontMatter.Slip> repair(
      Yaml.MalformedYaml broken, List<String> lines, List<FrontMatter.Slip> before) {
    int last = Math.min(broken.line(), lines.size()) - 1;
    List<Integer> candidates =
        IntStream.rangeClosed(0, last)
            .map(up -> last - up)
            .filter(at -> !lines.get(at).isBlank())
            .filter(at -> before.stream().noneMatch(slip -> slip.line() == at + 1))
            .boxed()
            .sorted(Comparator.comparing(at -> !reachesFurther(lines.get(at))))
            .toList();
    for (int at : candidates) {
      int number = at + 1;
      String line = lines.get(at);
      String meant = meant(line, broken);
      if (meant.equals(line)) {
        continue;
      }
      lines.set(at, meant);
      int column = number == broken.line() ? broken.column() : 1;
      return Optional.of(new FrontMatter.Slip(number, column, broken.getMessage(), meant.strip()));
    }
    return Optional.empty();
  }

  /// Whether a value can continue on further lines, where the parser then reports the mistake.
  private static boolean reachesFurther(String line) {
    Matcher value = VALUE.matcher(line);
    if (!value.matches()) {
      return false;
    }
    String text = value.group(1).strip();
    char first = text.charAt(0);
    boolean isOpen = text.length() == 1 || text.charAt(text.length() - 1) != first;
    return first == '&' || (first == '"' || first == '\'') && isOpen;
  }

  private static String meant(String line, Yaml.MalformedYaml broken) {
    if (line.indexOf('\t') >= 0) {
      return line.replace("\t", "  ");
    }
    Matcher key = KEY.matcher(line);
    if (key.matches()) {
      boolean isTwice = TWICE.matcher(broken.getMessage()).find();
      String name = key.group(1);
      return isTwice
          ? name.substring(0, name.length() - 1) + " (again): " + key.group(2)
          : name + " " + quoted(key.group(2).strip());
    }
    Matcher item = ITEM.matcher(line);
    return item.matches() ? item.group(1) + " " + quoted(item.group(2).strip()) : line;
  }

  /// A value in quotes; for a list, each of its items.
  private static String quoted(String value) {
    Matcher list = LIST.matcher(value);
    if (list.matches()) {
      return Arrays.stream(list.group(1).split(","))
          .map(item -> text(item.strip()))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return text(value);
  }

  private static String text(String value) {
    String bare = value.replaceFirst("^['\"]", "").replaceFirst("(?<=.)['\"]$", "");
    return "'" + bare.replace("'", "''") + "'";
  }
}
