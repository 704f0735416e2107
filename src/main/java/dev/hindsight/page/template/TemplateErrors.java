package dev.hindsight.page.template;

import dev.hindsight.model.Whitespace;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import dev.hindsight.site.text.ClosestMatch;
import io.pebbletemplates.pebble.error.PebbleException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Collects errors in a site's own templates from all threads, and reports each one once, no matter
/// how many pages it breaks. An error in the default theme is a bug in Hindsight.
public final class TemplateErrors {
  public static final ProblemKind BAD_TEMPLATE =
      ProblemKind.error(
          "bad-template",
          ProblemKind.Topic.CONFIGURATION,
          """
          An error in one of your templates. The published site stays as it is.
          """);

  private static final Pattern VARIABLE = Pattern.compile("Root attribute \\[(.+?)] does not.*");
  private static final Pattern PROPERTY =
      Pattern.compile("Attribute \\[(.+?)] of \\[(.+?)] does not.*");
  private static final Pattern OF_NOTHING = Pattern.compile("Attempt to get attribute of null.*");
  private static final Pattern NAMED =
      Pattern.compile("(Filter|Function or Macro|Test) \\[(.+?)] does not exist\\.");
  private static final Pattern TAG = Pattern.compile("Unexpected tag name \"(.*?)\".*");
  private static final Pattern MISSING = Pattern.compile("the theme has no file '(.*?)'");

  private final Theme theme;
  private final Map<String, Problem> found = new ConcurrentHashMap<>();

  public TemplateErrors(Theme theme) {
    this.theme = theme;
  }

  /// What was found and how it can probably be fixed.
  ///
  /// @param word where in its line
  private record Diagnosis(String found, String cure, String word) {}

  /// Records why a page could not be rendered.
  ///
  /// @param template the page's
  /// @param variables of the page
  /// @throws PebbleException the same one, if the site has no templates of its own
  public void add(PebbleException broken, String template, Collection<String> variables) {
    if (theme.ownTemplates().isEmpty()) {
      throw broken;
    }
    PebbleException first = first(broken);
    Diagnosis diagnosis = diagnosis(first, variables);
    SourcePosition at = place(first, template, diagnosis.word());
    // Pages with other variables can have other fixes. The first in alphabetical order is reported.
    found.merge(
        at + diagnosis.found(),
        BAD_TEMPLATE.at(at, diagnosis.found(), diagnosis.cure()),
        (one, other) -> one.hint().get().compareTo(other.hint().get()) <= 0 ? one : other);
  }

  /// The original error, before others made it less exact.
  private static PebbleException first(PebbleException broken) {
    PebbleException first = broken;
    for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof PebbleException earlier && earlier.getFileName() != null) {
        first = earlier;
      }
    }
    return first;
  }

  /// In the order of files and lines.
  public List<Problem> all() {
    return found.values().stream().sorted(Problem.ORDER).toList();
  }

  private Diagnosis diagnosis(PebbleException broken, Collection<String> variables) {
    String message = String.valueOf(broken.getPebbleMessage());
    Matcher variable = VARIABLE.matcher(message);
    if (variable.matches()) {
      String name = variable.group(1);
      return new Diagnosis("unknown variable '" + name + "' here", nearest(name, variables), name);
    }
    Matcher property = PROPERTY.matcher(message);
    if (property.matches()) {
      String type = property.group(2);
      return new Diagnosis(
          type.replaceAll(".*[.$]", "") + " has no '" + property.group(1) + "'",
          nearest(property.group(1), TemplateNames.of(type)),
          property.group(1));
    }
    if (OF_NOTHING.matcher(message).matches()) {
      return new Diagnosis(
          "this value is missing",
          "check `is not null` first, or use a filter such as `or_null`",
          "");
    }
    Matcher named = NAMED.matcher(message);
    if (named.matches()) {
      return unknown(named.group(1).toLowerCase(Locale.ROOT), named.group(2));
    }
    Matcher tag = TAG.matcher(message);
    return tag.matches() ? unknown("tag", tag.group(1)) : other(broken, message);
  }

  private static Diagnosis unknown(String kind, String name) {
    return new Diagnosis(
        "unknown " + kind + " '" + name + "'", nearest(name, TemplateNames.known(kind)), name);
  }

  private static Diagnosis other(PebbleException broken, String message) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      Matcher missing = MISSING.matcher(String.valueOf(cause.getMessage()));
      if (missing.matches()) {
        return new Diagnosis(
            "unknown template '" + missing.group(1) + "'",
            nearest(missing.group(1), Theme.TEMPLATES),
            missing.group(1));
      }
    }
    return new Diagnosis(
        Whitespace.collapse(message.strip()).replaceFirst("\\.$", ""),
        "docs/theming.md explains the syntax of templates",
        "");
  }

  /// The nearest valid name, or all of them.
  private static String nearest(String name, Collection<String> known) {
    return ClosestMatch.to(name, known)
        .map(right -> "did you mean '" + right + "'?")
        .orElse("expected one of: " + String.join(", ", known.stream().sorted().toList()));
  }

  private SourcePosition place(PebbleException broken, String template, String word) {
    String name = Optional.ofNullable(broken.getFileName()).orElse(template);
    if (broken.getLineNumber() != null && broken.getFileName() != null) {
      return at(name, broken.getLineNumber(), word);
    }
    // Pebble does not say which template includes the missing one.
    for (String own : theme.ownTemplates()) {
      List<String> lines = lines(own);
      for (int line = 1; line <= lines.size(); line++) {
        if (!word.isEmpty()
            && lines.get(line - 1).matches(".*[\"']" + Pattern.quote(word) + "[\"'].*")) {
          return at(own, line, word);
        }
      }
    }
    return at(name, 1, "");
  }

  private SourcePosition at(String name, int line, String word) {
    List<String> lines = lines(name);
    String text = line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    Matcher place = Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)").matcher(text);
    int column = !word.isEmpty() && place.find() ? place.start() + 1 : 1;
    return new SourcePosition("templates/" + name, line, column);
  }

  private List<String> lines(String name) {
    return theme.hasOwn(name)
        ? new String(theme.read(name), StandardCharsets.UTF_8).lines().toList()
        : List.of();
  }
}
