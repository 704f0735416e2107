package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Private notes and drafts reach no output in any spelling: no byte of the site, of the caches, of
/// an export, or of what the terminal says.
class HiddenFrontMatterTest {
  /// `¤` stands for a word that must not get out, and `⏎` for the end of a line.
  private static final List<String> KEYS =
      List.of(
          "%s",
          "\"%s\"",
          "'%s'",
          "%s ",
          "\u00A0%s",
          "%s\u00A0",
          "\u200B%s",
          "%s\u200B",
          "\u00AD%s",
          "%s\uFEFF",
          "# %s",
          "**%s**",
          "<%s>");

  private static final List<String> SEPARATORS =
      List.of(": ", ":", " :", "\uFF1A", "=", " = ", ":\t", " : ", ":\u00A0", "\uFE55 ", "::", " ");

  private static final List<String> VALUES =
      List.of(
          "¤",
          "@¤",
          "\"¤",
          "'¤",
          "¤: x: y",
          "⏎\tcontact: ¤",
          "⏎  contact: ¤",
          "⏎- ¤",
          "*¤",
          "&¤ x",
          "!¤ x",
          "!¤! x",
          "[¤",
          "{a: ¤",
          "{a: ¤}",
          "|⏎  ¤⏎⏎  ¤",
          "|⏎¤",
          ">⏎  ¤",
          "%%¤",
          "`¤`",
          "- ¤",
          "¤ # ¤",
          "¤⏎  private: ¤",
          "\"¤\" ¤",
          "\"\"\"⏎¤⏎\"\"\"",
          "¤⏎¤");

  /// `~` stands for the lines of keys.
  private static final List<String> FENCES =
      List.of(
          "---⏎~⏎---⏎",
          "---⏎~⏎...⏎",
          "---⏎~⏎",
          "---⏎~⏎⏎",
          "----⏎~⏎----⏎",
          "------⏎~⏎---⏎",
          "---⏎~⏎----⏎",
          "--- yaml⏎~⏎---⏎",
          "---yaml⏎~⏎---⏎",
          "⏎⏎---⏎~⏎---⏎",
          " ---⏎~⏎ ---⏎",
          "\uFEFF\uFEFF---⏎~⏎---⏎",
          "\u200B---⏎~⏎---⏎",
          "\u2014-⏎~⏎\u2014-⏎",
          "+++⏎~⏎+++⏎",
          "+++⏎~⏎",
          "++++⏎~⏎++++⏎",
          ";;;⏎~⏎;;;⏎",
          "***⏎~⏎***⏎",
          "```yaml⏎~⏎```⏎",
          "~⏎---⏎",
          "<!-- lint off -->⏎---⏎~⏎---⏎",
          "---⏎~⏎--- # end⏎",
          "---⏎title: T⏎---⏎~⏎---⏎",
          "---⏎title: [T⏎~⏎---⏎",
          "---⏎title: a: b⏎~⏎---⏎",
          "---⏎title: T⏎~⏎---⏎",
          "---⏎~⏎title: T⏎---⏎",
          "---⏎~⏎title: a: b⏎---⏎",
          "---⏎a: 1⏎a: 2⏎~⏎---⏎");

  /// Front matter of other forms.
  private static final List<String> OTHERS =
      List.of(
          "---⏎{title: T, %s: ¤}⏎---⏎",
          "---⏎{title: T, %s:¤}⏎---⏎",
          "---⏎{title: T, %s: [¤}⏎---⏎",
          "---⏎title: T⏎  %s: ¤⏎---⏎",
          "---⏎title: T⏎ %s:¤⏎---⏎",
          "---⏎title: T⏎ %s=¤⏎---⏎",
          "---⏎a:⏎  %s: ¤⏎---⏎",
          "---⏎a:⏎- %s: ¤⏎---⏎",
          "---⏎a: {b: [{%s: ¤}]}⏎---⏎",
          "---⏎title: T %s: ¤⏎---⏎",
          "---⏎? %s⏎: ¤⏎---⏎",
          // The messages about this secret point at its line.
          "---⏎title: T⏎%s: [¤, gh" + "p_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5]⏎---⏎",
          "---⏎a: &x⏎  %s: ¤⏎b:⏎  <<: *x⏎---⏎",
          "+++⏎[%s]⏎a = \"¤\"⏎+++⏎",
          "+++⏎[%s]⏎a = ¤⏎+++⏎",
          "+++⏎[[%s]]⏎a = ¤⏎+++⏎",
          "+++⏎[%s.more]⏎a = ¤⏎+++⏎",
          "+++⏎[a.%s]⏎a = \"¤\"⏎+++⏎",
          "+++⏎%s.a = ¤⏎+++⏎",
          "+++⏎%s = '¤⏎+++⏎",
          "+++⏎%s: ¤⏎+++⏎",
          "+++⏎a = {%s = \"¤\"}⏎+++⏎",
          "{ \"title\": \"T\", \"%s\": \"¤\" }⏎",
          "{⏎  \"title\": \"T\",⏎  \"%s\": \"¤\"⏎}⏎",
          "{⏎  \"%s\": \"¤\"⏎",
          "---json⏎{ \"%s\": \"¤\" }⏎---⏎",
          ";;;⏎{ \"%s\": \"¤\" }⏎;;;⏎",
          "---⏎{ \"%s\": \"¤\", }⏎---⏎",
          "---⏎{ \"%s\": \"¤\" ⏎---⏎");

  private static final Pattern WORD = Pattern.compile("zqzq(\\d+)z");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final Map<String, String> reports = new LinkedHashMap<>();

  @Test
  void isInNoOutputHoweverItIsSpelled() throws IOException {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    for (String word : List.of("private", "Private", "draft", "DRAFT")) {
      boolean isDraft = word.equalsIgnoreCase("draft");
      OTHERS.forEach(form -> add(form.formatted(word), isDraft));
      for (String fence : FENCES) {
        for (String value : VALUES) {
          add(fence.replace("~", word + ": " + value.replace("%%", "%")), isDraft);
        }
      }
      for (int i = 0; i < 300; i++) {
        String key = any(KEYS, random).formatted(word);
        String separator = any(SEPARATORS, random);
        boolean isComment = key.startsWith("#");
        if (!(isComment && (isDraft || separator.isBlank()))) {
          String line = key + separator + any(VALUES, random);
          String fence = any(FENCES, random);
          // A line of words above a fence that nothing begins is a heading.
          boolean isHeading = fence.startsWith("~") || fence.contains("T⏎---⏎~");
          if (!(separator.isBlank() && isHeading)) {
            add(fence.replace("~", line.replace("%%", "%")), isDraft);
          }
        }
      }
    }
    Sites.write(folder, reports);
    Sites.write(
        folder,
        Map.of(
            "site-config.yml",
            "checks: {unreadable-front-matter: warning, bad-front-matter: warning}\n",
            "incidents/INC-2031-0000.md",
            "# Pump stopped\n\n## Summary\n\nIt did.\n"));
    run("build", "--source", folder.toString());
    for (String format : List.of("text", "json", "sarif", "github")) {
      run("check", "--format", format, "--source", folder.toString());
    }
    for (String file : reports.keySet().stream().limit(20).toList()) {
      run("check", "--explain", file, "--source", folder.toString());
    }
    run("search", "pump", "--json", "--source", folder.toString());
    run("export", "--to", "opensearch", "--source", folder.toString());
    run("new", "Valve stuck", "--source", folder.toString());
    TreeSet<String> leaks = new TreeSet<>();
    collect(out.toString(), "the terminal", leaks);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!reports.containsKey(name)) {
          collect(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), name, leaks);
        }
      }
    }
    assertEquals("", String.join("\n", leaks), "seed " + seed);
    assertTrue(Files.exists(folder.resolve("site/incidents/INC-2031-0000.html")), out.toString());
    assertTrue(Files.exists(folder.resolve("opensearch/bulk-0001.ndjson")));
    assertTrue(Files.exists(folder.resolve(".hindsight")));
  }

  /// Of a draft, nothing may get out; of a private field, its value.
  private void add(String matter, boolean isDraft) {
    int number = reports.size() + 1;
    String name = String.format(Locale.ROOT, "INC-2031-%04d", number);
    String body = "# " + (isDraft ? "¤ stopped" : "Pump stopped") + "⏎⏎## Summary⏎⏎";
    String text = matter + body + (isDraft ? "¤ [x](¤.log)⏎" : "The pump stopped.⏎");
    String end = number % 7 == 0 ? "\r\n" : number % 11 == 0 ? "\r" : "\n";
    reports.put(
        "incidents/" + name + ".md", text.replace("¤", "zqzq" + number + "z").replace("⏎", end));
  }

  private void collect(String text, String where, TreeSet<String> leaks) {
    List<String> files = new ArrayList<>(reports.keySet());
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> files.get(Integer.parseInt(found.group(1)) - 1))
        .forEach(file ->
            leaks.add(
                where
                    + " "
                    + file
                    + " "
                    + reports.get(file).replace("\n", "⏎").replace("\r", "␍")));
    if (leaks.isEmpty() && text.contains("zqzq")) {
      leaks.add(where);
    }
  }

  private void run(String... arguments) {
    PrintWriter writer = new PrintWriter(out, true);
    int code = Main.run(writer, writer, arguments);
    assertTrue(code < ExitCode.USAGE || arguments[0].equals("check"), out.toString());
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
