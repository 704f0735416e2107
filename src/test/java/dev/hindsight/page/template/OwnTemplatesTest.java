package dev.hindsight.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.page.message.Messages;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.site.MemoryOutput;
import dev.hindsight.site.config.ConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site's own templates: what they can do, and what is said when they cannot.
class OwnTemplatesTest {
  @TempDir Path folder;

  private List<String> told(String name, String template) {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md",
            "# Mail stuck\n\nIt was stuck.\n",
            "incidents/INC-2024-0002.md",
            "# Disk full\n\nIt was full.\n",
            "templates/" + name,
            template));
    BuildResult result = Sites.build(folder, new MemoryOutput());
    assertTrue(result instanceof BuildResult.Misconfigured, result.toString());
    return result.problems().stream()
        .map(problem ->
            problem.at() + ": " + problem.message() + "; " + problem.hint().orElseThrow())
        .toList();
  }

  @Test
  void anUnknownVariableIsReportedWithTheNearest() {
    assertEquals(
        List.of(
            "templates/home.peb:3:4: unknown variable 'knowlege' here; did you mean"
                + " 'knowledge'?"),
        told("home.peb", "one\ntwo\n{{ knowlege.incidents }}\n"));
  }

  @Test
  void anUnknownPropertyIsReportedOnceForAllPages() {
    assertEquals(
        List.of("templates/partials/card.peb:2:13: Incident has no 'titel'; did you mean 'title'?"),
        told("partials/card.peb", "<li>\n{{ incident.titel }}</li>\n"));
    assertEquals(
        List.of(
            "templates/incident.peb:1:13: Incident has no 'titel'; did you mean 'title'?",
            "templates/partials/card.peb:2:13: Incident has no 'titel'; did you mean 'title'?"),
        told("incident.peb", "{{ incident.titel }}\n"));
  }

  @Test
  void unknownNamesOfEveryKindAreReported() {
    assertEquals(
        List.of("templates/404.peb:1:11: unknown filter 'pth'; did you mean 'path'?"),
        told("404.peb", "{{ path | pth }}\n"));
    assertEquals(
        List.of("templates/404.peb:1:4: unknown function or macro 'rang'; did you mean 'range'?"),
        told("404.peb", "{{ rang(1, 2) }}\n"));
    assertEquals(
        List.of("templates/404.peb:2:4: unknown tag 'incldue'; did you mean 'include'?"),
        told("404.peb", "\n{% incldue 'x.peb' %}\n"));
    assertEquals(
        List.of("templates/404.peb:1:15: unknown test 'emty'; did you mean 'empty'?"),
        told("404.peb", "{% if path is emty %}x{% endif %}\n"));
    assertEquals(
        List.of(
            "templates/404.peb:2:13: unknown template 'partials/crad.peb'; did you mean"
                + " 'partials/card.peb'?"),
        told("404.peb", "\n{% include \"partials/crad.peb\" %}\n"));
  }

  @Test
  void aFilterOnAWrongTypeIsReported() {
    assertEquals(
        List.of(
            "templates/404.peb:1:1: the filter 'day' does not apply to a String;"
                + " docs/theming.md explains the syntax of templates"),
        told("404.peb", "{{ path | day }}\n"));
  }

  @Test
  void aSyntaxErrorIsReportedWithItsLine() {
    List<String> told = told("404.peb", "\n{% if path %}never closed\n");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.getFirst().startsWith("templates/404.peb:"), told.toString());
    assertFalse(told.getFirst().contains("Exception"), told.toString());
  }

  @Test
  void additionalPartialsAndAssetsWork() {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md",
            "# Mail stuck\n\nText.\n",
            "templates/404.peb",
            "{% include \"partials/own.peb\" %}",
            "templates/partials/own.peb",
            "Ours, at {{ path }}",
            "templates/assets/own/brand.css",
            "b{}",
            "templates/assets/notes.txt",
            "secret",
            "templates/assets/.hidden.css",
            "secret"));
    MemoryOutput site = Sites.built(folder);
    assertEquals("Ours, at 404.html", Sites.text(site, "404.html"));
    assertEquals("b{}", Sites.text(site, "assets/own/brand.css"));
    assertNull(site.get("assets/notes.txt"));
    assertNull(site.get("assets/.hidden.css"));
    assertNull(site.get("assets/partials/own.peb"));
  }

  @Test
  void theListsOfNamesAreComplete() throws Exception {
    List<String> templates;
    Path all = Path.of("templates");
    try (var files = Files.walk(all)) {
      templates =
          files
              .map(file -> all.relativize(file).toString())
              .filter(name -> name.endsWith(".peb"))
              .sorted()
              .toList();
    }
    assertEquals(templates, Theme.TEMPLATES);
    assertEquals(
        SiteExtension.NAMES,
        new SiteExtension(
                Sites.knowledge(Path.of(".")),
                ConfigReader.read("site-config.yml", "").config().orElseThrow(),
                Messages.of(Locale.ENGLISH, List.of()))
            .getFilters().keySet().stream().sorted().toList());
  }
}
