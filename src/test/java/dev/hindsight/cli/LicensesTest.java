package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/// Every part that the archives bundle has its license there.
class LicensesTest {
  private static final Path FOLDER = Path.of("src/main/licenses");
  private static final Pattern TEXT = Pattern.compile("\\]\\(([a-z0-9-]+\\.txt)\\)");

  private static String table() throws IOException {
    return Files.readString(FOLDER.resolve("README.md"));
  }

  /// `PackagesTest` looks for what these bring along.
  @Test
  void theTableHasEveryDependency() throws IOException {
    String table = table();
    Jsoup.parse(Files.readString(Path.of("pom.xml")), Parser.xmlParser())
        .select("project > dependencies > dependency:not(:has(> scope:containsOwn(test)))")
        .eachText()
        .forEach(part -> assertTrue(table.contains("`" + part.split(" ")[0] + "`"), part));
  }

  @Test
  void theTableLinksToEveryText() throws IOException {
    Set<String> linked =
        TEXT.matcher(table())
            .results()
            .map((MatchResult link) -> link.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".txt"))
              .collect(Collectors.toCollection(TreeSet::new)),
          linked);
    }
    for (String name : linked) {
      assertTrue(Files.size(FOLDER.resolve(name)) > 200, name);
    }
  }
}
