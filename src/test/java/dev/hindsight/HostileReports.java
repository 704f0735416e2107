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
    return named(stream());
  }

  /// The same and many more, for which `script/test` has no time.
  Map<String, String> allAndFurther() {
    return named(Stream.concat(stream(), further()));
  }

  private static Map<String, String> named(Stream<Report> reports) {
    Map<String, String> texts = new LinkedHashMap<>();
    reports.forEach(report -> texts.put(report.name(), report.text()));
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

  private Stream<Report> further() {
    return Stream.of(
        of("paragraph of combining marks", "a" + repeat("\u0301")),
        of("combining marks of many kinds", repeat("a\u0327\u0301\u0323")),
        of("combining marks on dots", "# a" + repeat("\u0301.")),
        of("bullets of combining marks", repeat("- a\u0301\u0301\u0301\n")),
        of("list of combining marks", "**Systems:** a" + repeat("\u0301")),
        of(
            "owner of combining marks",
            "## Action Items\n\n- x (Owner: a" + repeat("\u0301") + ")\n"),
        of("timeline of combining marks", "## Timeline\n\n- 14:45 a" + repeat("\u0301") + "\n"),
        of("key of combining marks", "**a" + repeat("\u0301") + ":** v"),
        of("zero-width characters", repeat("\u200B\u200D")),
        of("zero-width characters in words", repeat("a\u200D")),
        of("flags", repeat("\uD83C\uDDE9")),
        of("joined emoji", repeat("\uD83D\uDC69\u200D")),
        of("right to left words", repeat("\u05D0\u05D1 ")),
        of("one word of Chinese", repeat("\u6545\u969C")),
        of("words of Chinese with marks", repeat("\u6545\u969C\u3002")),
        of("wide letters", repeat("\uFF21")),
        of("ligatures", repeat("\uFDFA")),
        of("Hangul jamo", repeat("\u1100\u1161\u11A8")),
        of("one word of underscores", repeat("a_")),
        of("one word of letters and digits", repeat("a1")),
        of("one word of apostrophes", repeat("a'")),
        of("one word of slashes", repeat("a/")),
        of("one word of at signs", repeat("a@")),
        of("one line of digits", repeat("1")),
        of("one line of underscores", "x" + repeat("_") + "x"),
        of("one line of hyphens", "x " + repeat("-") + " x"),
        of("one line of dots in text", "a " + repeat(".") + " b"),
        of("one line of commas", repeat(",")),
        of("one line of colons and spaces", repeat(": ")),
        of("one line of semicolons", repeat("a; ")),
        of("one line of pipes", repeat("|")),
        of("one line of parentheses", repeat("(a) ")),
        of("one line of open parentheses", "x " + repeat("(")),
        of("one line of quotes", repeat("\"a ")),
        of("one line of apostrophes", repeat("'a ")),
        of("one line of dashes", repeat("a \u2014 ")),
        of("one line of arrows", repeat("a -> ")),
        of("one line of tabs", "x" + repeat("\t") + "x"),
        of("one line of wide spaces", "x" + repeat("\u00A0") + "x"),
        of("lines of spaces", repeat(" \n")),
        of("lines of spaces within text", "a\n" + repeat("   \n") + "b"),
        of("hard breaks", repeat("a  \n")),
        of("backslashes", repeat("\\")),
        of("backslashes at line ends", repeat("a\\\n")),
        of("different words", numbered("word", " ")),
        of("different long words", numbered("averyveryverylongword", " ")),
        of("mistyped ids", numbered("INC-20234-", " ")),
        of("ids of another form", numbered("CVE-2024-", " ")),
        of("ids in brackets", numbered("[[INC-2023-", "]] ")),
        of("one id of many joints", "INC-2024-" + repeat("0001-")),
        of("ids joined to one another", repeat("INC-2024-0001")),
        of("mentions of people", repeat("@alice ")),
        of("different mentions of people", numbered("@alice", " ")),
        of(
            "related incidents",
            "## Related Incidents\n\n" + numbered("- INC-2023-", ": same cause\n")),
        of("one line of related incidents", "**Related:** " + numbered("INC-2023-", ", ")),
        of("related without space", "**Related:** " + numbered("INC-2023-", "")),
        of("aliases", "---\naliases: [" + numbered("OLD-", ", ") + "x]\n---\n# X\n"),
        of("aliases in a line", "**Aliases:** " + numbered("OLD-", ", ")),
        of("tags", "---\ntags: [" + numbered("tag", ", ") + "x]\n---\n# X\n"),
        of("authors", "---\nauthors: [" + numbered("name", ", ") + "x]\n---\n# X\n"),
        of("runbooks", "---\nrunbooks: [" + numbered("a/", ".md, ") + "x]\n---\n# X\n"),
        of("queries", "---\nfind: [" + numbered("system:a", ", ") + "x]\n---\n# X\n"),
        of(
            "related in front matter",
            "---\nrelated: [" + numbered("INC-2023-", ", ") + "x]\n---\n# X\n"),
        of("systems in front matter", "---\nsystems: [" + numbered("s", ", ") + "x]\n---\n# X\n"),
        of("one system with a long name", "---\nsystems: [" + repeat("s ") + "]\n---\n# X\n"),
        of("one value of front matter", "---\ntitle: " + repeat("a ") + "\n---\n# X\n"),
        of("one severity that never ends", "---\nseverity: " + repeat("1 ") + "\n---\n# X\n"),
        of("one duration that never ends", "---\nduration: " + repeat("1h ") + "\n---\n# X\n"),
        of("one date that never ends", "---\ndate: " + repeat("2024-") + "\n---\n# X\n"),
        of("block text of front matter", "---\na: |\n" + repeat("  line\n") + "---\n# X\n"),
        of("list of front matter", "---\na:\n" + repeat("  - b\n") + "---\n# X\n"),
        of("comments of front matter", "---\na: b\n" + repeat("# c\n") + "---\n# X\n"),
        of("equal keys of front matter", "---\n" + repeat("a: b\n") + "---\n# X\n"),
        of("anchors of front matter", "---\n" + numbered("k", ": &a b\n") + "---\n# X\n"),
        of("keys of TOML", "+++\n" + numbered("k", " = 1\n") + "+++\n# X\n"),
        of("lists of TOML", "+++\na = [" + repeat("1, ") + "]\n+++\n# X\n"),
        of("different key lines", numbered("**Key ", ":** value\n")),
        of("key bullets", numbered("- **Key ", ":** value\n")),
        of("systems as key lines", repeat("**Systems:** a\n")),
        of("different systems as key lines", numbered("**Systems:** a", "\n")),
        of("timeline with many days", "## Timeline\n\n" + numbered("- 2024-01-01 14:", " x\n")),
        of("timeline without spaces", "## Timeline\n\n" + repeat("14:45")),
        of("timeline of zones", "## Timeline\n\n" + repeat("14:45 UTC 10:45 EDT ")),
        of("timeline of spans", "## Timeline\n\n" + repeat("- 14:45 - 14:46 - x\n")),
        of("timeline of elapsed times", "## Timeline\n\n" + repeat("- T+5m x\n")),
        of("timeline of nested bullets", "## Timeline\n\n" + repeat("- 14:45 x\n  - 14:46 y\n")),
        of("timeline of bold times", "## Timeline\n\n" + repeat("**14:45** x\n\n")),
        of("timeline of long entries", "## Timeline\n\n- 14:45 " + repeat("x 14:46 ")),
        of("clocks", repeat("12:34:56 ")),
        of("clocks without spaces", repeat("12:34:")),
        of("months", repeat("January ")),
        of("dates in words", repeat("12 March 2024, ")),
        of("dates in ISO", repeat("2024-01-01T00:00:00Z ")),
        of("durations", repeat("5 minutes ")),
        of("durations within text", "## Impact\n\n" + repeat("for 5 hours and 3 minutes ")),
        of("impact facts", "## Impact\n\n" + numbered("- **Users", ":** 5\n")),
        of("steps", "## Resolution\n\n" + repeat("1. x\n")),
        of("one root cause", "## Root Cause\n\n" + repeat("because of a ")),
        of("one long summary", "## Summary\n\n" + repeat("It was down. ")),
        of("one summary without spaces", "## Summary\n\n" + repeat("a.")),
        of("tickets", "## Action Items\n\n" + repeat("- x #1\n")),
        of("action of parentheses", "## Action Items\n\n- " + repeat("(owner: ")),
        of("action of brackets", "## Action Items\n\n- " + repeat("[P1] ")),
        of("action of due dates", "## Action Items\n\n- " + repeat("due 2024-01-01 ")),
        of("action of dashes", "## Action Items\n\n- " + repeat("a - ")),
        of("action of at signs", "## Action Items\n\n- " + repeat("@a ")),
        of("action of words", "## Action Items\n\n- " + repeat("a ")),
        of("action without spaces", "## Action Items\n\n- " + repeat("a")),
        of("nested actions", "## Action Items\n\n" + repeat("- [ ] x\n  - [ ] y\n")),
        of(
            "wide table of actions",
            "## Action Items\n\n|" + repeat("Owner|") + "\n|" + repeat("-|") + "\n|a|\n"),
        of("wide and long table", wide()),
        of("many tables", repeat("| a |\n|---|\n| b |\n\n")),
        of("rows of pipes", "| a | b |\n|---|---|\n" + repeat("||||||||\n")),
        of("nested block quotes with text", longer("> ")),
        of("lazy quotes", repeat("> a\nb\n")),
        of("alerts", repeat("> [!NOTE]\n> a\n\n")),
        of("ordered lists", repeat("1) a\n2. b\n")),
        of("list of lists in one line", repeat("- ")),
        of("deeper and deeper lists", deeperLists()),
        of("blank items", repeat("-\n")),
        of("loose items", repeat("- a\n\n")),
        of("setext headings", repeat("a\n===\n")),
        of("heading of emphasis", "# " + repeat("*a* ")),
        of("heading of links", "# " + repeat("[a](b) ")),
        of("heading of words", "## " + repeat("word ")),
        of("heading of ids", "# " + numbered("INC-2023-", " ")),
        of("heading of spaces", "# a" + repeat(" ") + "b"),
        of("heading of severities", "# " + repeat("SEV1 ")),
        of("heading of dates", "# " + repeat("2024-01-01 ")),
        of("heading of colons", "# " + repeat("a: ")),
        of("heading of pipes", "# " + repeat("a | ")),
        of("bold lines", repeat("**Heading**\n\na\n\n")),
        of("different bold lines", numbered("**Heading ", "**\n\n")),
        of("long different headings", longHeadings()),
        of("headings of one slug", repeat("## a!\n\n## a?\n\n")),
        of("raw headings", numbered("<h2>A", "</h2>\n\n")),
        of("raw headings in one line", repeat("<h2>A</h2>")),
        of("raw headings without end", repeat("<h2>")),
        of("raw table", "<table>" + repeat("<tr><td>a</td></tr>\n") + "</table>"),
        of("raw table without ends", "<table>" + repeat("<tr><td>a")),
        of("raw lists", repeat("<ul><li>a")),
        of("raw attributes", "<a " + repeat("b=c ") + ">x</a>"),
        of("raw attribute without end", "<a href=\"" + repeat("b")),
        of("raw style", repeat("<p style=\"color:red\">a</p>\n")),
        of("raw style of many values", "<p style=\"" + repeat("color:red;") + "\">a</p>"),
        of("raw links", repeat("<a href=\"b.md\">a</a> ")),
        of("raw images", repeat("<img src=\"a.png\"> ")),
        of("raw breaks", repeat("a<br>")),
        of("raw end tags", repeat("</p>")),
        of("raw end tags in text", "a " + repeat("</b>")),
        of("raw summary", repeat("<details><summary>")),
        of("raw code", repeat("<pre><code>")),
        of("inline tags of many kinds", repeat("a <i>b <b>c <u>d ")),
        of("declarations that never end", repeat("<!A ")),
        of("text sections that never end", repeat("<![CDATA[ ")),
        of("open brackets and exclamation marks", repeat("![")),
        of("open links", repeat("[a](")),
        of("open links with angle brackets", repeat("[a](<")),
        of("open link titles", repeat("[a](b \"")),
        of("link of many parentheses", "[a](" + repeat("(") + ")"),
        of("long labels", "[" + repeat("a") + "]: /b\n\n[" + repeat("a") + "]\n"),
        of("nested references", numbered("[a", "]: /b\n") + "\n" + repeat("[[[a1]]] ")),
        of("footnote used again and again", "[^1]: a\n\n" + repeat("[^1] ")),
        of(
            "long footnote used again and again",
            "[^1]: " + "b ".repeat(500) + "\n\n" + repeat("[^1] ")),
        of("footnotes that nothing defines", numbered("[^", "] ")),
        of("footnotes that nothing uses", numbered("[^", "]: a\n\n")),
        of("inline footnotes", repeat("^[a] ")),
        of("emphasis left open", repeat("**a ")),
        of("emphasis of three", repeat("***a** b* ")),
        of("emphasis in words", repeat("a*b_c")),
        of("emphasis that closes", "a" + repeat("**") + "b"),
        of("strikes left open", repeat("~~a ")),
        of("code spans", repeat("`a` ")),
        of("fences", repeat("```\na\n```\n\n")),
        of("fences of tildes", repeat("~~~\n")),
        of("fences of many lengths", longer("```")),
        of("code of a language in lines", "```java\n" + repeat("int a = 1;\n") + "```\n"),
        of("code in one line", "```java\n" + repeat("a(") + "\n```\n"),
        of("code of another language", "```yaml\n" + repeat("a: b\n") + "```\n"),
        of("code of a shell", "```bash\n" + repeat("$(a `") + "\n```\n"),
        of("diagrams", repeat("```mermaid\na-->b\n```\n\n")),
        of("indented code", repeat("    a\n\n")),
        of("web addresses without end", "https://a.example/" + repeat("b/")),
        of("web addresses of parentheses", "https://a.example/" + repeat("(")),
        of("web addresses joined", repeat("https://")),
        of("different web addresses", numbered("https://a.example/", " ")),
        of("names of hosts", repeat("www.a.")),
        of("mail without end", "a@" + repeat("b.")),
        of("mail of dots", repeat("a.") + "@b.example"),
        of("addresses of machines", repeat("10.0.0.1 ")),
        of("addresses of machines joined", repeat("10.0.")),
        of("addresses of version six", repeat("fe80::1 ")),
        of("passwords in addresses", repeat("https://u:p@h ")),
        of("secrets", repeat("AKIAIOSFODNN7ABCDEFG ")),
        of("secrets joined", repeat("ghp_")),
        of("private keys", repeat("-----BEGIN RSA PRIVATE KEY-----\n")),
        of("tokens of three parts", repeat("eyJhbGciOiJIUzI1NiJ9.")),
        of("hex", repeat("deadbeef")),
        of("base64", repeat("QUJD/+")),
        of("entities that never end", repeat("&a")),
        of("named entities", repeat("&CounterClockwiseContourIntegral;")),
        of("equals signs", "a\n" + repeat("=")),
        of("pasted escapes", repeat("\\u00e4")),
        of("template words in angle brackets", repeat("<insert a ")),
        of("template words in braces", repeat("{{ a ")),
        of("template words in brackets", repeat("[YYYY-MM-DD] ")),
        of("shortcode templates", repeat("{{< a >}} ")),
        of("control characters", repeat("\u0086a\u0087")),
        of("form feeds", repeat("a\f")),
        of("line separators", repeat("a\u2028")),
        of("carriage returns and line feeds", repeat("a\r\n")),
        of("links to files", numbered("[a](b", ".md) ")),
        of("links out of the folder", repeat("[a](../../../b.md) ")),
        of("links with encoded signs", repeat("[a](%2e%2e%2f) ")),
        of("address of encoded signs", "[a](" + repeat("%41") + ")"),
        of("address of dots", "[a](" + repeat("../") + "b.md)"),
        of("different images", numbered("![a](b", ".png) ")),
        of("image without end", "![" + repeat("a") + "](b.png)"),
        of("data addresses", "![a](data:image/png;base64," + repeat("A") + ")"),
        of("wiki links", numbered("[[A", "]] ")),
        of("wiki links left open", repeat("[[a|")));
  }

  private static Report of(String name, String text) {
    return new Report(name, text);
  }

  private String repeat(String part) {
    return part.repeat(size / part.length());
  }

  private String wide() {
    int columns = (int) Math.sqrt(size / 2.0);
    return (row("a", columns) + row("-", columns)) + row("b", columns).repeat(columns);
  }

  private static String row(String cell, int columns) {
    return "|" + (cell + "|").repeat(columns) + "\n";
  }

  private String deeperLists() {
    return IntStream.range(0, (int) Math.sqrt(size))
        .mapToObj(n -> "  ".repeat(n) + "- a\n")
        .collect(Collectors.joining());
  }

  /// Headings that differ only in their last letters.
  private String longHeadings() {
    return IntStream.range(0, size / 520)
        .mapToObj(n -> "## " + "a ".repeat(250) + n + "\n\n")
        .collect(Collectors.joining());
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
