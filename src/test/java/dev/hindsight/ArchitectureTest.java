package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Checks in the compiled classes which package uses which.
class ArchitectureTest {
  private static final String ROOT = "dev.hindsight.";
  private static final Path CLASSES = Path.of("target/classes");

  /// The packages that every stage of the pipeline builds on.
  private static final Set<String> BASE =
      Set.of(
          "model",
          "site",
          "site.color",
          "site.config",
          "site.problem",
          "site.secret",
          "site.store",
          "site.text");

  /// What the readers of timelines and action items build on.
  private static final Set<String> SECTION_READERS =
      Set.of(
          "read.words", "read.markdown", "read.context", "read.html", "read.metadata", "read.fact");

  /// Which other packages each package may use. Any other use fails a test, and so does a package
  /// that is missing here.
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("site.color", Set.of()),
          Map.entry("site.store", Set.of()),
          Map.entry("site.text", Set.of("model")),
          Map.entry("site.problem", Set.of("model", "site.color")),
          Map.entry("site", Set.of("model", "site.store")),
          Map.entry(
              "site.config",
              Set.of("model", "site", "site.color", "site.problem", "site.store", "site.text")),
          Map.entry("site.secret", Set.of("site.config", "site.problem")),
          Map.entry("read.source", BASE),
          Map.entry("read.words", BASE),
          Map.entry("read.markdown", BASE),
          Map.entry("read.convention", with(BASE, "read.words")),
          Map.entry("read.context", with(BASE, "read.source", "read.convention")),
          Map.entry("read.html", with(BASE, "read.source", "read.markdown", "read.context")),
          Map.entry(
              "read.metadata",
              with(BASE, "read.source", "read.words", "read.markdown", "read.context")),
          Map.entry(
              "read.fact",
              with(
                  BASE,
                  "read.source",
                  "read.words",
                  "read.markdown",
                  "read.context",
                  "read.html",
                  "read.metadata")),
          Map.entry("read.timeline", with(BASE, SECTION_READERS)),
          Map.entry("read.action", with(BASE, SECTION_READERS)),
          Map.entry("read.fix", with(BASE, "read.words", "read.html")),
          Map.entry(
              "read.report",
              with(
                  BASE,
                  with(
                      SECTION_READERS,
                      "read.fix",
                      "read.timeline",
                      "read.action",
                      "read.source",
                      "read.convention"))),
          // The problems that reading finds are declared where they are found.
          Map.entry(
              "read",
              with(
                  BASE,
                  "read.source",
                  "read.convention",
                  "read.report",
                  "read.html",
                  "read.metadata")),
          Map.entry("link", BASE),
          Map.entry("check", BASE),
          Map.entry("search.analysis", BASE),
          Map.entry("search.query", with(BASE, "search.analysis")),
          Map.entry("search.index", with(BASE, "search.analysis", "search.query")),
          Map.entry("search.export", with(BASE, "search.analysis", "search.query", "search.index")),
          Map.entry(
              "search.similar", with(BASE, "search.analysis", "search.query", "search.index")),
          Map.entry("runbook", BASE),
          Map.entry("cluster", with(BASE, "search.export")),
          Map.entry("page.chart", with(BASE, "page.message")),
          Map.entry("page.message", BASE),
          Map.entry("page.view", with(BASE, "page.message")),
          Map.entry("page.data", with(BASE, "page.view", "page.message")),
          Map.entry("page.feed", with(BASE, "page.view", "page.message")),
          Map.entry(
              "page.template", with(BASE, "page.chart", "page.view", "page.data", "page.message")),
          Map.entry(
              "page",
              with(
                  BASE,
                  "page.chart",
                  "page.view",
                  "page.data",
                  "page.feed",
                  "page.template",
                  "page.message")),
          Map.entry("pipeline.publish", BASE),
          Map.entry(
              "pipeline",
              with(
                  BASE,
                  "read",
                  "read.convention",
                  "read.report",
                  "read.source",
                  "link",
                  "check",
                  "search.index",
                  "search.export",
                  "search.similar",
                  "cluster",
                  "runbook",
                  "page",
                  "page.template",
                  "page.message",
                  "pipeline.publish")),
          Map.entry("start", with(BASE, "read", "read.report", "read.source", "pipeline")),
          Map.entry("serve", with(BASE, "pipeline")),
          Map.entry(
              "cli", with(BASE, "pipeline", "pipeline.publish", "start", "serve", "cluster")));

  /// Which package, with its sub-packages, alone may use a library.
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("java.net.http.", "cluster"),
          Map.entry("com.github.difflib.", "runbook"),
          Map.entry("tools.jackson.", "site"),
          Map.entry("com.fasterxml.jackson.", "site"),
          Map.entry("org.commonmark.", "read"),
          Map.entry("org.owasp.", "read"),
          Map.entry("net.fellbaum.", "read"),
          Map.entry("org.apache.lucene.", "search"),
          Map.entry("io.pebbletemplates.", "page"),
          Map.entry("com.sun.net.httpserver.", "serve"),
          Map.entry("picocli.", "cli"));

  /// The only classes of `read` that the rest of the program may use.
  private static final Set<String> ENTRANCES_OF_READ =
      Set.of(
          "read.FolderReader",
          "read.ReportCache",
          "read.convention.Conventions",
          "read.report.ReportResult",
          "read.source.PublishedText",
          "read.source.ReportFolder");

  private static final Pattern NAME = Pattern.compile("L?((?:[a-z0-9_]+[./])+[A-Z]\\w*)");

  @Test
  void everyPackageUsesOnlyThoseBelowIt() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : classes()) {
      String from = packageOf(file);
      for (String used : usedClasses(file)) {
        if (used.startsWith(ROOT)) {
          String other = packageOf(used);
          if (!other.equals(from) && !allowed(from).contains(other)) {
            wrong.add(file.getFileName() + " in " + from + " uses " + other);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void eachLibraryHasOnePackage() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : classes()) {
      for (String used : usedClasses(file)) {
        LIBRARIES.forEach((library, owner) -> {
          if (used.startsWith(library) && !(packageOf(file) + ".").startsWith(owner + ".")) {
            wrong.add(file.getFileName() + " in " + packageOf(file) + " uses " + used);
          }
        });
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void onlyReadUsesItsInternals() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : classes()) {
      if (!(packageOf(file) + ".").startsWith("read.")) {
        usedClasses(file).stream()
            .filter(used -> used.startsWith(ROOT + "read."))
            .map(used -> used.substring(ROOT.length()))
            .filter(used -> !ENTRANCES_OF_READ.contains(used))
            .forEach(used -> wrong.add(file.getFileName() + " uses " + used));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void packagesHaveNoCycles() {
    List<String> cycles = new ArrayList<>();
    ALLOWED.keySet().stream()
        .filter(start -> reachable(start).contains(start))
        .sorted()
        .forEach(cycles::add);
    assertEquals(List.of(), cycles);
  }

  @Test
  void everyPackageHasADescription() throws IOException {
    for (String name : ALLOWED.keySet()) {
      Path info =
          Path.of("src/main/java/dev/hindsight", name.replace('.', '/'), "package-info.java");
      assertTrue(Files.readString(info).startsWith("/// "), name + " has no sentence");
    }
  }

  private static Set<String> allowed(String name) {
    return Objects.requireNonNull(ALLOWED.get(name), name + " is not in the table");
  }

  private static Set<String> with(Set<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> with(Set<String> some, Set<String> more) {
    return with(some, more.toArray(String[]::new));
  }

  /// All packages that may be used from one, directly or by way of others.
  private static Set<String> reachable(String start) {
    Set<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(allowed(start));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(allowed(next));
      }
    }
    return found;
  }

  private static List<Path> classes() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES.resolve("dev/hindsight"))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertFalse(classes.size() < 50, "compiled classes are missing");
      return classes;
    }
  }

  private static String packageOf(Path file) {
    return CLASSES
        .resolve("dev/hindsight")
        .relativize(file.getParent())
        .toString()
        .replace(File.separatorChar, '.');
  }

  /// The package of a class of ours, without the common beginning.
  private static String packageOf(String name) {
    return name.substring(ROOT.length(), name.lastIndexOf('.'));
  }

  /// Every class that a class names, nested ones by the class around them: types it refers to, and
  /// those in descriptors and signatures.
  private static Set<String> usedClasses(Path file) throws IOException {
    Set<String> used = new TreeSet<>();
    for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
      String text =
          switch (entry) {
            case ClassEntry type -> type.asInternalName();
            case Utf8Entry utf8 when utf8.stringValue().matches("[(<\\[L].*") -> utf8.stringValue();
            default -> "";
          };
      Matcher name = NAME.matcher(text);
      while (name.find()) {
        used.add(name.group(1).replace('/', '.'));
      }
    }
    return used;
  }
}
