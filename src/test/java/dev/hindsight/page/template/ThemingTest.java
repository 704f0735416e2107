package dev.hindsight.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.MemoryOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/theming.md` is true.
class ThemingTest {
  private static final Pattern FILE =
      Pattern.compile("`([^`\n]+)`:\n\n```\\w*\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private static String text() throws IOException {
    return Files.readString(Path.of("docs/theming.md"));
  }

  @Test
  void theWorkedExampleBuilds() throws IOException {
    Map<String, String> files = new TreeMap<>();
    Matcher file = FILE.matcher(text());
    while (file.find()) {
      files.put(file.group(1), file.group(2));
    }
    assertEquals(
        List.of("images/logo.svg", "site-config.yml", "templates/partials/card.peb"),
        List.copyOf(files.keySet()));
    files.put(
        "incidents/INC-2024-0001.md", "---\ntags: [mail, queue]\n---\n# Mail stuck\n\nText.\n");
    MemoryOutput site = Sites.built(Sites.write(folder, files));
    Document page = Jsoup.parse(Sites.text(site, "index.html"));
    assertEquals("assets/logo.svg", page.select("img.logo").attr("src"));
    assertEquals(1, page.select("link[href=assets/theme.css]").size());
    assertTrue(Sites.text(site, "assets/theme.css").contains("--accent:light-dark(#6d28d9,#"));
    assertEquals(List.of("mail", "queue"), page.select(".card .tag").eachText());
  }

  @Test
  void everyTemplateIsDocumented() throws IOException {
    String text = text();
    assertEquals(
        List.of(),
        Theme.TEMPLATES.stream().filter(name -> !text.contains("`" + name + "`")).toList());
    assertEquals(
        List.of(),
        SiteExtension.NAMES.stream().filter(name -> !text.contains("`" + name + "`")).toList());
  }

  @Test
  void everyDocumentedCustomPropertyExists() throws IOException {
    String css = Files.readString(Path.of("templates/assets/site.css"));
    Matcher property = Pattern.compile("`(--[\\w-]+)`").matcher(text());
    while (property.find()) {
      assertTrue(css.contains(property.group(1) + ":"), property.group(1));
    }
  }
}
