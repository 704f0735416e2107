package dev.hindsight.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hindsight.Sites;
import dev.hindsight.page.message.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts take their words from the message file.
class ScriptMessagesTest {
  private static final Path SCRIPTS = Path.of("templates/assets");
  private static final Pattern CALL = Pattern.compile("\\b(?:t|pieces)\\(\"([^\"]+)\"");

  private static String scripts() throws IOException {
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(file -> file.toString().endsWith(".js")).sorted().toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static Map<String, Object> messages(Path folder) throws Theme.BadMessages {
    Messages messages = new Theme(folder.resolve("templates"), folder).messages(Locale.ENGLISH);
    return messages.below("script");
  }

  @Test
  void everyMessageInAScriptExists(@TempDir Path folder) throws Exception {
    var asked =
        CALL.matcher(scripts())
            .results()
            .map((MatchResult call) -> call.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(asked.size() > 30, asked::toString);
    asked.removeAll(messages(folder).keySet());
    assertEquals(List.of(), List.copyOf(asked));
  }

  @Test
  void everyMessageForScriptsIsUsed(@TempDir Path folder) throws Exception {
    String scripts = scripts();
    assertEquals(
        List.of(),
        messages(folder).keySet().stream()
            .filter(key -> !scripts.contains('"' + key + '"'))
            .toList());
  }

  @Test
  void aSiteCanChangeMessagesOfScripts(@TempDir Path folder) throws Exception {
    Sites.write(
        folder,
        Map.of(
            "incidents/INC-2024-0001.md",
            "# Disk full\n",
            "templates/messages/en.yml",
            "script:\n  link:\n    copied: Got it\n"));
    String site = Sites.text(Sites.built(folder), "assets/site.js");
    assertTrue(site.startsWith("globalThis.hindsight={messages:{\"age\":[\"{0} day\","), site);
    assertTrue(site.contains("\"link.copied\":\"Got it\""), site);
    assertTrue(site.contains("\"link.failed\":\"Could not copy\""), site);
  }
}
