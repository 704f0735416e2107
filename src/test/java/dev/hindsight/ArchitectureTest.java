package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the staircase up: reads the compiled classes and knows which room may look into which.
class ArchitectureTest {
  private static final Path CLASSES = Path.of("target/classes");

  /// What each package may know of the others.
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("site", Set.of("model")),
          Map.entry("read", Set.of("model", "site")),
          Map.entry("link", Set.of("model", "site")),
          Map.entry("check", Set.of("model", "site")),
          Map.entry("search", Set.of("model", "site")),
          Map.entry("cluster", Set.of("model", "site", "search")),
          Map.entry("runbook", Set.of("model", "site")),
          Map.entry("page", Set.of("model", "site", "page.chart")),
          Map.entry("page.chart", Set.of("model", "site")),
          Map.entry(
              "build",
              Set.of(
                  "model", "site", "read", "link", "check", "search", "cluster", "runbook",
                  "page")),
          Map.entry("start", Set.of("model", "site", "read", "build")),
          Map.entry("serve", Set.of("build", "site")),
          Map.entry("cli", Set.of("build", "start", "serve", "cluster", "site", "model")));

  /// Which package alone may use a library.
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

  private static final Pattern NAME = Pattern.compile("L?((?:[a-z0-9_]+[./])+)[A-Z]\\w*");

  @Test
  void everyArrowPointsDown() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : classes()) {
      String room = room(file);
      for (String used : usedPackages(file)) {
        if (used.startsWith("dev.hindsight.")) {
          String other = used.substring("dev.hindsight.".length()).replaceAll("\\.$", "");
          if (!other.isEmpty() && !other.equals(room) && !ROOMS.get(room).contains(other)) {
            wrong.add(file.getFileName() + " in " + room + " knows " + other);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void eachLibraryHasOneRoom() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : classes()) {
      for (String used : usedPackages(file)) {
        LIBRARIES.forEach((library, owner) -> {
          if (used.startsWith(library) && !owner.equals(room(file))) {
            wrong.add(file.getFileName() + " in " + room(file) + " uses " + used);
          }
        });
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyRoomSaysWhatItIsFor() throws IOException {
    for (String room : ROOMS.keySet()) {
      Path info =
          Path.of("src/main/java/dev/hindsight", room.replace('.', '/'), "package-info.java");
      assertFalse(!Files.readString(info).startsWith("/// "), room + " has no sentence");
    }
  }

  private static List<Path> classes() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES.resolve("dev/hindsight"))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertFalse(classes.size() < 50, "compiled classes are missing");
      return classes;
    }
  }

  private static String room(Path file) {
    return CLASSES
        .resolve("dev/hindsight")
        .relativize(file.getParent())
        .toString()
        .replace(File.separatorChar, '.');
  }

  /// Every package that a class names: types it refers to, and those in descriptors and signatures.
  private static Set<String> usedPackages(Path file) throws IOException {
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
