package dev.hindsight.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.Soak;
import dev.hindsight.browser.Chromium;
import dev.hindsight.pipeline.BuildResult;
import dev.hindsight.serve.SiteServer;
import dev.hindsight.site.MemoryOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hundreds of attempts, in every field and on every kind of page, opened in a browser and touched:
/// nothing runs, nothing breaks the policy of the page, no other host is asked.
class ExecutionBrowserTest {
  /// Whatever runs says so.
  private static final String ALARM =
      """
      window.alarms = [];
      for (const name of ['pwned', 'alert', 'prompt', 'confirm']) {
        Object.defineProperty(window, name, {value: (what) => window.alarms.push(name + ' ' + what)});
      }
      addEventListener('securitypolicyviolation', (event) =>
        window.alarms.push('policy ' + event.violatedDirective + ' ' + event.blockedURI + ' '
          + event.sample));
      """;

  /// Every link and handler, without leaving the page.
  private static final String TOUCH =
      """
      () => {
        addEventListener('click', (event) => {
          const link = event.target.closest('a');
          if (link && !/^javascript:/i.test(link.href)) event.preventDefault();
        }, true);
        addEventListener('submit', (event) => event.preventDefault(), true);
        let touched = 0;
        for (const element of document.querySelectorAll('body *')) {
          for (const attribute of element.attributes) {
            if (attribute.name.startsWith('on')) {
              window.alarms.push('handler ' + element.outerHTML.slice(0, 200));
              element.dispatchEvent(new Event(attribute.name.slice(2), {bubbles: true}));
            }
          }
          for (const type of ['focus', 'mouseover', 'pointerenter', 'toggle', 'error', 'load']) {
            element.dispatchEvent(new Event(type));
          }
          if (element.matches('main a[href], main summary, main details')) {
            if (/^(javascript|vbscript|data|blob|filesystem|about|file):/i.test(element.href ?? '')) {
              window.alarms.push('link ' + element.href);
            }
            element.focus();
            element.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
            touched++;
          }
        }
        return touched;
      }
      """;

  private static final int REPORTS = Soak.size(15, 40, 40);

  @TempDir Path folder;

  @Test
  void noScriptFromReportsRuns() throws Exception {
    Map<String, String> files = new LinkedHashMap<>(new Vectors(7).reports(REPORTS, 50));
    String bad = "\\\"><img src=x onerror=pwned(0)><script>pwned(0)</script>{{7*7}}";
    String name = "a' onerror='pwned(1)' x=&quot; onload=pwned(2) .png";
    files.put(
        "site-config.yml",
        ("title: \"@\"\nsystems:\n  - name: \"@\"\n    aliases: [\"x@\"]\n    owner: \"@\"\n"
                + "    runbook: \"https://x.example/\\\"onclick=pwned(3)//\"\n"
                + "severities: [\"SEV1\", \"SEV2\", \"@\"]\n")
            .replace("@", bad));
    files.put("incidents/" + name, "no image");
    files.put(
        "incidents/'><img src=x onerror=pwned(4)>.md".replace("/'", "/x'"),
        ("---\n"
                    + "id: \"@\"\n"
                    + "title: \"@\"\n"
                    + "systems: [\"@\", \"x@\"]\n"
                    + "severity: \"@\"\n"
                    + "status: \"@\"\n"
                    + "tags: [\"@\"]\n"
                    + "authors: [\"@\"]\n"
                    + "aliases: [\"old@\"]\n"
                    + "date: 2024-01-02\n"
                    + "---\n")
                .replace("@", bad)
            + "\n## Timeline\n\n- 14:45 - x [<img src=x onerror=pwned(5)>]\n\n## Action Items\n\n"
            + "1. [high] x (Owner: <svg onload=pwned(6)>)\n\n## Related Incidents\n\n"
            + "- INC-2024-9999 - \"><svg onload=pwned(7)>\n\n![](<"
            + name
            + ">) [x](<"
            + name
            + ">)\n");
    Sites.write(folder, files);
    MemoryOutput built = new MemoryOutput();
    BuildResult result = Sites.build(folder, built);
    assertTrue(result instanceof BuildResult.Built, () -> result.problems().toString());
    MemoryOutput site = staying(built);
    List<String> wrong = new ArrayList<>();
    try (SiteServer server = new SiteServer(0);
        Chromium chromium = new Chromium();
        Chromium.Tab tab = chromium.open()) {
      server.show(site);
      String here = "http://127.0.0.1:" + server.port() + "/";
      tab.page().addInitScript(ALARM);
      List<String> paths = paths(site);
      assertTrue(paths.size() > 2 * REPORTS, paths.toString());
      long touched = 0;
      for (String path : paths) {
        tab.page().navigate(here + path);
        touched += ((Number) tab.page().evaluate(TOUCH)).longValue();
        Object alarms = tab.page().evaluate("() => window.alarms.join('\\n')");
        if (!alarms.equals("")) {
          wrong.add(path + ": " + alarms);
        }
      }
      assertTrue(touched > 25 * REPORTS, touched + " links");
      tab.troubles().stream()
          .filter(trouble -> !trouble.contains("404 (Not Found)"))
          .forEach(wrong::add);
      tab.requests().stream().filter(url -> !url.startsWith(here)).forEach(wrong::add);
    }
    assertEquals(List.of(), wrong.stream().distinct().limit(20).toList());
  }

  /// The same site, in which pages that have moved lead nowhere by themselves.
  private static MemoryOutput staying(MemoryOutput site) {
    MemoryOutput staying = new MemoryOutput();
    site.files()
        .forEach((path, bytes) ->
            staying.write(
                path,
                path.endsWith(".html")
                    ? Sites.text(site, path)
                        .replaceAll("<meta http-equiv=\"refresh\"[^>]*>", "")
                        .replace(" data-moved", "")
                        .getBytes(StandardCharsets.UTF_8)
                    : bytes));
    return staying;
  }

  /// A control: the alarm goes off where something runs.
  @Test
  void theTestDetectsAScriptThatRuns() throws Exception {
    MemoryOutput site = new MemoryOutput();
    site.write(
        "incidents/x.html",
        "<!doctype html><main><a href=javascript:pwned(1)>x</a><img src=//evil.example/x onerror=pwned(2)>"
            .getBytes(StandardCharsets.UTF_8));
    try (SiteServer server = new SiteServer(0);
        Chromium chromium = new Chromium();
        Chromium.Tab tab = chromium.open()) {
      server.show(site);
      tab.page().addInitScript(ALARM);
      tab.page().navigate("http://127.0.0.1:" + server.port() + "/incidents/x.html");
      tab.page().evaluate(TOUCH);
      for (String alarm : List.of("policy ", "handler ", "link ")) {
        String isRaised = "alarm => window.alarms.some(one => one.startsWith(alarm))";
        tab.page().waitForCondition(() -> tab.page().evaluate(isRaised, alarm).equals(true));
      }
    }
  }

  /// Every page of a report, and of the others some of each kind.
  private static List<String> paths(MemoryOutput site) {
    List<String> pages =
        new TreeSet<>(site.files().keySet())
            .stream().filter(path -> path.endsWith(".html")).toList();
    return Stream.of(
            pages.stream().filter(path -> !path.contains("/")),
            pages.stream().filter(path -> path.startsWith("incidents/")).limit(80),
            pages.stream().filter(path -> path.startsWith("systems/")).limit(20),
            pages.stream().filter(path -> path.startsWith("embed/systems/")).limit(10),
            pages.stream().filter(path -> path.startsWith("embed/incidents/")).limit(20),
            pages.stream().filter(path -> path.startsWith("actions/")),
            pages.stream().filter(path -> path.startsWith("lists/")),
            Stream.of(
                "search.html?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dpwned(8)%3E",
                "search.html?q=pwned"))
        .flatMap(some -> some)
        .distinct()
        .toList();
  }
}
