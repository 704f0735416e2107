package dev.hindsight.page.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final String ENGLISH =
      """
      home:
        heading: Has this happened before?
        left: "{0} of {1}"
        open: {one: "{0} open action", other: "{0} open actions"}
        any: {other: "{0} in all"}
        keys_html: <kbd>{0}</kbd> & {1}
      """;

  @Test
  void placeholdersAreReplacedByArguments() throws Exception {
    assertEquals("3 of many", english().text("home.left", 3, "many"));
    assertEquals("3 of {1}", english().text("home.left", 3), "what is missing stays visible");
    assertEquals("Has this happened before?", english().text("home.heading", "unused"));
  }

  @Test
  void theFirstArgumentChoosesTheForm() throws Exception {
    Messages messages = english();
    assertEquals("0 open actions", messages.text("home.open", 0));
    assertEquals("1 open action", messages.text("home.open", 1));
    assertEquals("1 open action", messages.text("home.open", 1L));
    assertEquals("2 open actions", messages.text("home.open", 2));
    assertEquals("1 in all", messages.text("home.any", 1));
  }

  @Test
  void numbersAreFormattedForTheLanguage() throws Exception {
    assertEquals("12,345 open actions", english().text("home.open", 12_345));
    assertEquals("12.345 open actions", read(Locale.GERMAN, ENGLISH).text("home.open", 12_345L));
  }

  @Test
  void argumentsInMarkupAreEscapedUnlessTheyAreMarkup() throws Exception {
    assertEquals(
        "<kbd>&lt;b&gt;</kbd> & <i>x</i>",
        english().markup("home.keys_html", "<b>", new Messages.Markup("<i>x</i>")));
  }

  @Test
  void aLaterFileReplacesSingleMessages() throws Exception {
    Messages messages = read(Locale.GERMAN, ENGLISH, "home:\n  heading: Gab es das schon?\n");
    assertEquals("Gab es das schon?", messages.text("home.heading"));
    assertEquals("1 of 2", messages.text("home.left", 1, 2));
  }

  @Test
  void aKeyWithoutAMessageIsAnError() throws Exception {
    Messages messages = english();
    assertThrows(IllegalArgumentException.class, () -> messages.text("home.nothing"));
    assertThrows(IllegalArgumentException.class, () -> messages.text("home"));
  }

  @Test
  void scriptsGetAllFormsOfAGroup() throws Exception {
    assertEquals(
        Map.of("a", "A", "b", List.of("one", "many")),
        read(Locale.ENGLISH, "script:\n  a: A\n  b: {one: one, other: many}\n").below("script"));
  }

  private static Messages english() throws Yaml.MalformedYaml {
    return read(Locale.ENGLISH, ENGLISH);
  }

  private static Messages read(Locale locale, String... texts) throws Yaml.MalformedYaml {
    List<YamlValue.Entries> files = new ArrayList<>();
    for (String text : texts) {
      files.add(Yaml.read(text));
    }
    return Messages.of(locale, files);
  }
}
