package dev.hindsight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reports that readers of text have trouble with: one thing again and again, or one that never
/// ends.
///
/// @param size of each, in characters
record HostileReports(int size) {
  private record Report(String name, String text) {}

  /// Texts by their names.
  Map<String, String> all() {
    Map<String, String> texts = new LinkedHashMap<>();
    stream().forEach(report -> texts.put(report.name(), report.text()));
    return texts;
  }

  private Stream<Report> stream() {
    return Stream.of(
        of("one line of letters", repeat("a")),
        of("one line of spaces", "x" + repeat(" ") + "x"),
        of("code of spaces", "```\n" + repeat(" ") + "x\n```\n"),
        of("blank lines in code", "```\n" + repeat(" \n") + "x\n```\n"),
        of("one word of hyphens", repeat("a-")),
        of("one line of dots", "# " + repeat(".")),
        of("heading of dots and letters", "# " + repeat("a.")),
        of("heading of brackets", "# " + repeat("(")),
        of("title of dashes", "# " + repeat("- ")),
        of("section named in many words", "## " + repeat("root cause ")),
        of("section of many joints", "## " + repeat("and ")),
        of("ids", repeat("INC-2024-0001 ")),
        of("different ids", numbered("INC-2024-", " ")),
        of("one long sentence of ids", "x " + numbered("see INC-2023-", " and ")),
        of("headings", numbered("\n## Heading ", "\n")),
        of("same headings", repeat("\n## Timeline\n")),
        of("nested headings", repeat("\n## A\n\n### A\n\n#### A\n")),
        of("timeline lines", "## Timeline\n\n" + repeat("14:45 x\n")),
        of("timeline bullets", "## Timeline\n\n" + repeat("- 14:45 x\n")),
        of(
            "timeline rows",
            "## Timeline\n\n| Time | Event |\n|---|---|\n" + repeat("| 14:45 | x |\n")),
        of("timeline headings", "## Timeline\n" + repeat("\n### 14:45\n\nx\n")),
        of("timeline code", "## Timeline\n\n```\n" + repeat("14:45 x\n") + "```\n"),
        of("timeline html", "## Timeline\n\n<ul>\n" + repeat("<li>14:45 x</li>\n") + "</ul>\n"),
        of("timeline labels", "## Timeline\n\n" + repeat("- Start: 2024-01-01 14:45\n")),
        of("a time that never ends", "## Timeline\n\n" + repeat("2024-01-01 ")),
        of("wide table", "|" + repeat("a|") + "\n|" + repeat("-|") + "\n|" + repeat("b|") + "\n"),
        of("actions", "## Action Items\n\n" + repeat("- [ ] x (Owner: a)\n")),
        of("one long action", "## Action Items\n\n- " + repeat("owner: a, ")),
        of(
            "action rows",
            "## Action Items\n\n| Action | Owner |\n|---|---|\n" + repeat("| x | y |\n")),
        of("systems", "## Affected Systems\n\n" + numbered("- system ", "\n")),
        of("one line of systems", "**Systems:** " + repeat("a, ")),
        of("systems in brackets", "**Systems:** " + repeat("(a, ")),
        of("key lines", repeat("**Key:** value\n")),
        of("one long key", "**" + repeat("k") + ":** v"),
        of("colons", repeat(":")),
        of("shortcodes", repeat(":fire:")),
        of("half shortcodes", repeat(":a")),
        of("metadata table", "| a | b |\n|---|---|\n" + repeat("| Severity | x |\n")),
        of("front matter", "---\n" + numbered("key", ": v\n") + "---\n# X\n"),
        of("bad front matter", "---\n: [\nkey: v\n" + repeat("more\n") + "---\n# X\n"),
        of("front matter without end", "---\n" + repeat("key: v\n")),
        of("placeholders", repeat("<placeholder> ")),
        of("open tags", repeat("<b>")),
        of("details", repeat("<details>\n\nx\n\n</details>\n\n")),
        of("open angle brackets", repeat("<")),
        of("open brackets", repeat("[")),
        of("links", repeat("[a](b.md#c) ")),
        of("links to headings", "# A\n\n" + numbered("[a](#b", ") ")),
        of("images", repeat("![a](b.png) ")),
        of("emphasis", repeat("*a **a ")),
        of("block quotes", repeat("> ")),
        of(
            "nested lists",
            IntStream.range(0, size / 35)
                .mapToObj(i -> " ".repeat(i * 2 % 60) + "- a\n")
                .collect(Collectors.joining())),
        of("footnotes", numbered("[^", "] ") + "\n\n" + numbered("[^", "]: a\n")),
        of("secrets that are none", repeat("://a:aaa")),
        of("tokens that are none", repeat("eyJ-")),
        of("template words", repeat("[insert a ")),
        of("dates", repeat("06/11/2023 ")),
        of("from here to there", "## Summary\n\n" + repeat("from 10:00 to 11:00 it was down ")),
        of("lasted", "## Summary\n\n" + repeat("lasted for about ")),
        of("escapes", repeat("\\# a\n")),
        of("NUL", repeat("a\0 ")),
        of("bare carriage returns", repeat("a\r")),
        of("entities", repeat("&amp;")),
        of("combining marks", "# a" + repeat("\u0301")),
        of("code that never ends", "```\n" + repeat("a\n")),
        of("runs of backticks", numbered("`", "")),
        of("longer and longer backticks", longer("`")),
        of("emphasis within emphasis", repeat("*a_ ")),
        of("strikes", repeat("~a~~")),
        of("brackets within brackets", repeat("[") + "a" + repeat("](b)")),
        of("links within images", repeat("![[a](") + repeat("b)](c)")),
        of("references that nothing defines", numbered("[a][b", "] ")),
        of("definitions", numbered("[a", "]: b\n")),
        of("one definition and its uses", "[a]: /" + "b".repeat(1_000) + "\n\n" + repeat("[a] ")),
        of("autolinks", repeat("https://a.example/b ")),
        of("addresses of mail", repeat("a.b@c.example ")),
        of("numeric references", repeat("&#x41;")),
        of("references that never end", repeat("&#x")),
        of("comments that never end", repeat("<!-- ")),
        of("processing instructions", repeat("<?a ")),
        of("elements within one another", repeat("<div>") + repeat("</div>")),
        of("values within one another", "---\na: " + repeat("[") + "\n---\n# X\n"),
        of("keys within one another", "---\n" + deeper() + "---\n# X\n"),
        of("an alias of aliases", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n# X\n"),
        of("tables of TOML", "+++\n[" + repeat("a.") + "b]\nc = 1\n+++\n# X\n"),
        of("footnotes within footnotes", numbered("[^a", "]: [^b] c\n\n")),
        of("tasks", repeat("- [ ] ")),
        of("rules", repeat("***\n")),
        of("right to left marks", repeat("\u202E\u2066a")),
        of("a diagram", "```mermaid\n" + repeat("a-->b\n") + "```\n"),
        of("code of a language", "```java\n" + repeat("/* \"a") + "\n```\n"));
  }

  private static Report of(String name, String text) {
    return new Report(name, text);
  }

  private String repeat(String part) {
    return part.repeat(size / part.length());
  }

  private String longer(String part) {
    return IntStream.range(1, (int) Math.sqrt(2 * size))
        .mapToObj(n -> part.repeat(n) + "a ")
        .collect(Collectors.joining());
  }

  /// Keys, each below the one before.
  private String deeper() {
    return IntStream.range(0, (int) Math.sqrt(2 * size))
        .mapToObj(n -> " ".repeat(n) + "a:\n")
        .collect(Collectors.joining());
  }

  private String numbered(String before, String after) {
    IntFunction<String> part = i -> before + i + after;
    return IntStream.range(0, size / (before.length() + after.length() + 5))
        .mapToObj(part)
        .collect(Collectors.joining());
  }
}
