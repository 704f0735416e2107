package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hindsight.Sites;
import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `docs/recipes` offers for copying works, as far as that can be tried here.
class RecipesTest {
  private static final Path RECIPES = Path.of("docs/recipes");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:run: |entry: |- |exec |^ +)hindsight ([a-z]+)((?: +[^\\n#|>]*)?)", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z-]+");

  @TempDir Path folder;

  static List<Path> recipes() throws IOException {
    try (Stream<Path> files = Files.list(RECIPES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void recipesAreValid(Path recipe) throws Exception {
    String text = Files.readString(recipe);
    String name = recipe.getFileName().toString();
    if (name.matches(".*\\.ya?ml")) {
      YamlValue.Entries read = Yaml.read(text);
      assertTrue(!read.entries().isEmpty());
    } else if (name.endsWith(".json")) {
      assertTrue(JsonMapper.shared().readTree(text).isObject());
    } else if (text.startsWith("#!/bin/sh")) {
      assertTrue(Files.isExecutable(recipe), "is no program");
      assertEquals(0, run(folder, Map.of(), "sh", "-n", recipe.toAbsolutePath().toString()));
    }
    CommandLine program = HindsightCommand.line();
    for (MatchResult command : COMMAND.matcher(text).results().toList()) {
      CommandLine known = program.getSubcommands().get(command.group(1));
      assertTrue(known != null, command.group());
      OPTION
          .matcher(command.group(2))
          .results()
          .map(MatchResult::group)
          .forEach(option ->
              assertTrue(known.getCommandSpec().optionsMap().containsKey(option), option));
    }
    assertTrue(
        Files.readString(RECIPES.resolve("README.md")).contains("(" + name + ")")
            || name.equals("README.md"),
        "is not in the list");
  }

  @Test
  void theHookStopsACommitWithABrokenReport() throws Exception {
    Path repository = Files.createDirectories(folder.resolve("repository"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Program.write(bin.resolve("hindsight"));
    Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
    assertEquals(0, run(repository, path, "git", "init", "-q"));
    Path hook = repository.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.copy(RECIPES.resolve("pre-commit"), hook);
    hook.toFile().setExecutable(true);
    String[] commit = {
      "git", "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "x"
    };
    Sites.write(repository, Map.of("incidents/INC-2024-0001.md", "# T\n\nText.\n"));
    run(repository, path, "git", "add", "-A");
    assertEquals(0, run(repository, path, commit), "a sound report");
    Sites.write(
        repository, Map.of("incidents/INC-2024-0002.md", "---\nid: INC-2024-0001\n---\n\n# T\n"));
    run(repository, path, "git", "add", "-A");
    assertNotEquals(0, run(repository, path, commit), "two reports with one id");
  }

  /// The program of the cloud is a script that writes down what it was asked.
  @Test
  void theBucketAlwaysHasACompleteSite() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.writeString(bin.resolve("aws"), "#!/bin/sh\necho \"$@\" >>'" + folder + "/asked'\n");
    bin.resolve("aws").toFile().setExecutable(true);
    assertEquals(
        0,
        run(
            folder,
            Map.of("PATH", bin + ":" + System.getenv("PATH")),
            RECIPES.resolve("s3-publish").toAbsolutePath().toString(),
            "site",
            "s3://incidents"));
    List<String> asked = Files.readAllLines(folder.resolve("asked"));
    int manifest = find(asked, "cp site/search.json");
    assertTrue(find(asked, "sync site/search") < manifest);
    assertTrue(asked.subList(0, manifest).stream().noneMatch(line -> line.contains("--delete")));
    assertTrue(asked.getFirst().contains("immutable"));
  }

  private static int find(List<String> lines, String words) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i;
      }
    }
    throw new AssertionError(words);
  }

  /// GitLab shows what has a description, a rule, a fingerprint, a level and a line.
  @Test
  void gitLabReceivesProblemsInItsOwnFormat() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/jq")), "jq is not here");
    Matcher translation =
        Pattern.compile("(?m)^      (jq '[^']+' problems\\.json > code-quality\\.json)$")
            .matcher(Files.readString(RECIPES.resolve("gitlab-ci.yml")));
    assertTrue(translation.find());
    Files.writeString(
        folder.resolve("problems.json"),
        """
        [ { "file": "incidents/a.md", "line": 3, "column": 1, "level": "error", "code": "no-title",
            "message": "it's so", "hint": "mend it" },
          { "file": "site-config.yml", "line": 0, "column": 0, "level": "warning", "code": "odd",
            "message": "odd", "hint": null } ]
        """);
    assertEquals(0, run(folder, Map.of(), "sh", "-c", translation.group(1)));
    JsonNode problems =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("code-quality.json")));
    JsonNode first = problems.get(0);
    assertEquals("it's so", first.get("description").asString());
    assertEquals("no-title", first.get("check_name").asString());
    assertEquals("major", first.get("severity").asString());
    assertEquals("incidents/a.md", first.get("location").get("path").asString());
    assertEquals(3, first.get("location").get("lines").get("begin").asInt());
    assertEquals(1, problems.get(1).get("location").get("lines").get("begin").asInt());
    assertNotEquals(first.get("fingerprint"), problems.get(1).get("fingerprint"));
  }

  /// A real server sends what the recipe says, and the policy is that of the pages.
  @Test
  void nginxSendsTheHeaders() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nginx")), "nginx is not here");
    Path site = folder.resolve("site");
    for (var file : Sites.sample().files().entrySet()) {
      Path target = site.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    Files.writeString(site.resolve(".hindsight-site"), "hidden");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String recipe =
        Files.readString(RECIPES.resolve("nginx.conf"))
            .replace("listen 8080", "listen 127.0.0.1:" + port)
            .replace("/srv/incidents/site", site.toString());
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        "daemon off;\nuser root;\npid "
            + folder.resolve("pid")
            + ";\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n"
            + recipe
            + "\n}\n");
    Process nginx =
        new ProcessBuilder("/usr/sbin/nginx", "-p", folder.toString(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String policy =
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
              + " media-src 'self'";
      assertTrue(Sites.text(Sites.sample(), "index.html").contains(policy));
      var page = ask(client, port, "/");
      assertEquals(200, page.statusCode(), Files.readString(folder.resolve("nginx.log")));
      assertEquals(policy + "; frame-ancestors 'none'", header(page, "content-security-policy"));
      assertEquals("no-cache", header(page, "cache-control"));
      assertEquals("nosniff", header(page, "x-content-type-options"));
      assertEquals("same-origin", header(page, "cross-origin-resource-policy"));
      Files.writeString(Files.createDirectories(site.resolve("search")).resolve("terms-1.js"), "0");
      var part = ask(client, port, "/search/terms-1.js");
      assertTrue(header(part, "cache-control").endsWith("immutable"));
      var framed = ask(client, port, "/embed/incidents/INC-2024-0112.html");
      assertEquals(
          policy + "; frame-ancestors https://wiki.example.com",
          header(framed, "content-security-policy"));
      assertEquals("", header(framed, "cross-origin-resource-policy"));
      assertEquals(404, ask(client, port, "/.hindsight-site").statusCode());
      var missing = ask(client, port, "/nowhere.html");
      assertEquals(404, missing.statusCode());
      assertTrue(missing.body().contains("<html"), "its own page");
      assertEquals("no-cache", header(ask(client, port, "/search/no.js"), "cache-control"));
      assertEquals(
          "application/atom+xml; charset=utf-8",
          header(ask(client, port, "/feed.xml"), "content-type"));
      var sitemap = ask(client, port, "/sitemap.xml");
      assertEquals("application/xml", header(sitemap, "content-type"));
      assertEquals(
          header(page, "content-security-policy"), header(sitemap, "content-security-policy"));
      var report = ask(client, port, "/incidents/INC-2024-0112.md");
      assertEquals("text/markdown; charset=utf-8", header(report, "content-type"));
    } finally {
      nginx.destroy();
      nginx.waitFor(10, TimeUnit.MINUTES);
    }
  }

  private static HttpResponse<String> ask(HttpClient client, int port, String path)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    for (int i = 0; ; i++) {
      try {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException notYet) {
        if (i == 10_000) {
          throw notYet;
        }
        Thread.sleep(50);
      }
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static int run(Path folder, Map<String, String> environment, String... command)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES));
    return process.exitValue();
  }

  /// A tag such as `stable` or `v5` is another thing tomorrow.
  @Test
  void downloadsInRecipesArePinned() throws IOException {
    Pattern used = Pattern.compile("(?m)^ *(?:- )?(?:uses:|image:|FROM) (.*)$");
    for (String recipe : List.of("Dockerfile", "github-actions.yml", "gitlab-ci.yml")) {
      List<String> all =
          used.matcher(Files.readString(RECIPES.resolve(recipe)))
              .results()
              .map(match -> match.group(1))
              .toList();
      assertTrue(!all.isEmpty(), recipe);
      all.forEach(one ->
          assertTrue(
              one.matches(
                  "\\S+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+|\\S+:\\d+\\.\\d+-\\S+"
                      + "|\\S+@sha256:[0-9a-f]{64}"),
              recipe + ": " + one));
    }
    String container = Files.readString(RECIPES.resolve("Dockerfile"));
    assertTrue(container.contains("\nUSER 65532:65532\n"), "not as root");
  }
}
