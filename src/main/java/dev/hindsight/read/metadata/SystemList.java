package dev.hindsight.read.metadata;

import dev.hindsight.model.SystemName;
import dev.hindsight.read.markdown.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Splits a line that lists systems at commas, semicolons, `+`, ` / `, ` & ` and `、`, except inside
/// parentheses and backticks. Anything after the first sentence is a remark.
///
/// ```
/// `router` (xwing), billing, and the API. `mail` unaffected.
/// ```
public final class SystemList {
  private static final Set<String> NONE =
      Set.of(
          "none",
          "n/a",
          "na",
          "all",
          "everything",
          "unknown",
          "tbd",
          "multiple",
          "various",
          "-",
          "others",
          "なし",
          "無し",
          "无");

  /// Words that say that a system was not affected.
  private static final Pattern UNAFFECTED =
      Pattern.compile(
          "(?iU).*(?:\\bunaffected\\b|\\bnot (?:be )?(?:affected|impacted)\\b|\\bno"
              + " impact\\b|影響なし|未受影响).*"
              + "|(?:none|no|not|nothing|everything|anything|every|other|others|all)\\s.*");

  /// A name, with a detail in parentheses or after a dash or colon.
  private static final Pattern NAME =
      Pattern.compile(
          "(?s)\\s*([^(（:：]+?)\\s*(?:[(（]([^()（）]*)[)）]|(?:\\s[-–—]|:)\\s+(.+)|：\\s*(.+))?\\s*");

  /// What begins a clause about the system before it: `Monitoring, which lost samples`.
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?iU)\\s*[,;，；]\\s*(?:and\\s+)?(?=(?:which|who|whose|where|when|while|because|since|but|so"
              + "|due to|causing|leading to|resulting in"
              + "|(?:that|it|they) (?:was|were|is|are|had|has|lost|could))\\b)");

  /// What a sentence has and a name has not.
  private static final Pattern VERB =
      Pattern.compile(
          "(?iU)\\b(?:is|are|was|were|had|has|have|did|went|became|could|failed|crashed|stopped"
              + "|lost)\\b");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern LAST = Pattern.compile("(?<=\\S)\\s+(?:and|&)\\s+(?=\\S)");
  private static final Pattern STOP = Pattern.compile("[.。]$");
  private static final Pattern LEAD =
      Pattern.compile("(?i)^(?:(?:and|&|plus|as well as)\\s+)?(?:the\\s+)?(?=\\S)");

  /// A longer name is a sentence.
  private static final int MOST_WORDS = 6;

  private static final int LONGEST = 60;

  /// A longer item is not a name with a detail.
  private static final int LONGEST_ITEM = 300;

  private SystemList() {}

  /// The systems that a line lists; none if it is a sentence.
  public static List<SystemName> of(String line) {
    List<SystemName> names = new ArrayList<>();
    for (String part : parts(line)) {
      String text = LEAD.matcher(part.replace("`", "").strip()).replaceFirst("");
      if (isNegative(text)) {
        continue;
      }
      SystemName name = name(STOP.matcher(text).replaceFirst(""));
      if (NONE.contains(name.name().toLowerCase(Locale.ROOT))) {
        continue;
      }
      if (name.name().length() > LONGEST || SPACE.split(name.name()).length > MOST_WORDS) {
        return List.of();
      }
      names.add(name);
    }
    return names;
  }

  /// One system with its detail: `Production Database (PostgreSQL)`. Any other text is a name as a
  /// whole.
  public static SystemName name(String text) {
    return nameAndDetail(text).orElseGet(() -> SystemName.of(text));
  }

  /// One system with its detail; empty for any other text.
  public static Optional<SystemName> nameAndDetail(String text) {
    if (text.length() > LONGEST_ITEM) {
      return Optional.empty();
    }
    Matcher clause = CLAUSE.matcher(text);
    if (clause.find() && NAME.matcher(text.substring(0, clause.start())).matches()) {
      String before = text.substring(0, clause.start());
      return Optional.of(new SystemName(before, Optional.of(text.substring(clause.end()))));
    }
    Matcher parts = NAME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<String> detail =
        IntStream.rangeClosed(2, parts.groupCount())
            .mapToObj(parts::group)
            .filter(Objects::nonNull)
            .findFirst();
    return Optional.of(new SystemName(parts.group(1), detail));
  }

  /// Whether words say that something was not affected.
  public static boolean isNegative(String text) {
    String words = text.strip();
    return mayBeNegative(words) && UNAFFECTED.matcher(words).matches();
  }

  private static boolean mayBeNegative(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return !words.isEmpty() && "noea".indexOf(lower.charAt(0)) >= 0
        || lower.contains("affected")
        || lower.contains("impact")
        || lower.contains("影響なし")
        || lower.contains("未受影响");
  }

  /// The names in the first column of a table, except for systems that were not affected.
  static String ofTable(Table table) {
    return table.rows().stream()
        .filter(row -> row.stream().noneMatch(cell -> isNegative(cell.text())))
        .map(row -> table.cell(row, 0).text().strip())
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    int end = line.length();
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      switch (c) {
        case '(', '[', '（' -> depth++;
        case ')', ']', '）' -> depth = Math.max(0, depth - 1);
        case '`' -> quoted = !quoted;
        default -> {
          if (depth == 0 && !quoted && isSeparator(line, i) && !isClause(line, i)) {
            parts.add(line.substring(from, i));
            from = i + 1;
          } else if (depth == 0
              && !quoted
              && isEnd(line, i)
              && (!parts.isEmpty() || isItem(line.substring(0, i)))) {
            end = i;
          }
        }
      }
    }
    lastOf(line.substring(from, end), parts);
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }

  /// Splits the last item if it is two: `a, b and c`.
  private static void lastOf(String part, List<String> parts) {
    if (parts.isEmpty()) {
      parts.add(part);
    } else {
      parts.addAll(List.of(LAST.split(part, 2)));
    }
  }

  private static boolean isSeparator(String line, int i) {
    return ",;、，；\n".indexOf(line.charAt(i)) >= 0
        || ("+/&".indexOf(line.charAt(i)) >= 0
            && i > 0
            && i + 1 < line.length()
            && line.charAt(i - 1) == ' '
            && line.charAt(i + 1) == ' ');
  }

  private static boolean isClause(String line, int i) {
    return CLAUSE.matcher(line).region(i, line.length()).lookingAt();
  }

  /// Whether the first sentence of a line is a name with its detail, so that what follows is not.
  private static boolean isItem(String sentence) {
    // `Shop 2. Cart` may be one name.
    boolean isNumber =
        !sentence.isEmpty() && Character.isDigit(sentence.codePointBefore(sentence.length()));
    return Optional.of(sentence)
        .filter(_ -> !isNumber)
        .flatMap(SystemList::nameAndDetail)
        .map(SystemName::name)
        .filter(name -> SPACE.split(name).length <= MOST_WORDS && !VERB.matcher(name).find())
        .isPresent();
  }

  private static boolean isEnd(String line, int i) {
    return line.charAt(i) == '。'
        || (line.charAt(i) == '.' && i + 1 < line.length() && line.charAt(i + 1) == ' ');
  }
}
