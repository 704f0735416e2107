package dev.hindsight.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quicker nodes print what those of Pebble print, and fail as they fail.
class QuickTemplatesTest {
  enum Kind {
    SMALL,
    LARGE;

    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Other(String text) {}

  record Thing(
      String text,
      Optional<String> maybe,
      Optional<String> none,
      OptionalLong number,
      List<Object> all,
      Kind kind,
      Map<String, String> map,
      double share) {
    public boolean isOdd() {
      return true;
    }

    public boolean hasMore() {
      return false;
    }

    public String getOld() {
      return "old";
    }

    public String broken() {
      throw new IllegalStateException("on purpose");
    }
  }

  private static final Map<String, Object> VALUES =
      Map.of(
          "thing",
          new Thing(
              "<a href=\"x\">&'é — 🙂</a>",
              Optional.of("it's"),
              Optional.empty(),
              OptionalLong.of(7),
              List.of("plain", new Other("<b>"), Kind.SMALL),
              Kind.LARGE,
              Map.of("key", "a & b"),
              0.5),
          "others",
          List.of(new Other("one"), new Other("t<o")));

  private static final class Quick extends AbstractExtension {
    private final Getters getters = new Getters();

    @Override
    public List<NodeVisitorFactory> getNodeVisitors() {
      return List.of(template -> new QuickTemplates((PebbleTemplateImpl) template, getters));
    }
  }

  private static PebbleEngine engine(Extension... extensions) {
    return new PebbleEngine.Builder()
        .loader(new StringLoader())
        .extension(extensions)
        .strictVariables(true)
        .defaultLocale(Locale.ROOT)
        .build();
  }

  private static String plain(String template) throws IOException {
    StringWriter text = new StringWriter();
    try {
      engine().getTemplate(template).evaluate(text, VALUES);
      return text.toString();
    } catch (PebbleException broken) {
      return broken.getMessage();
    }
  }

  private static String quick(String template) throws IOException {
    PageBuffer text = PageBuffer.empty();
    try {
      engine(new Quick()).getTemplate(template).evaluate(text, VALUES);
      return new String(text.bytes(), StandardCharsets.UTF_8);
    } catch (PebbleException broken) {
      return broken.getMessage();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "é <b>— 🙂\n\n{{ thing.text }}\n{{ thing.text | raw }}{{ thing.text | escape }}",
        "{{ thing.text | upper }}{{ thing.text | escape | upper }}{{ thing.text | length }}",
        "{{ thing.maybe.get }}{{ thing.maybe.isPresent }}{{ thing.number.asLong + 1 }}",
        "{{ thing.odd }}{{ thing.isOdd }}{{ thing.more }}{{ thing.old }}{{ thing.share * 3 }}",
        "{{ thing.all.size }}{{ thing.all[0] }}{{ thing.all[1].text }}{{ thing.map.key }}",
        "{{ thing.kind }}{{ thing.kind.words }}{{ thing.kind == 'LARGE' ? thing.text : 'no' }}",
        "{{ thing.odd and not thing.more ? thing.maybe.get : '<i>' }}{{ -thing.share }}",
        "{% for one in others %}{{ loop.index }}{{ one.text }}{% if loop.last %}!{% endif %}{%"
            + " endfor %}",
        "{% for one in thing.none %}{% else %}none{% endfor %}",
        "{% for one in [] %}{% else %}{{ thing.text }}{% endfor %}",
        "{% set text = thing.text %}{{ text }}{% if text is empty %}{% else %}<{% endif %}",
        "{% if thing.none.isPresent %}a{% elseif thing.text is not null %}{{ thing.share }}{% endif"
            + " %}",
        "{% block one %}<{{ thing.text }}>{% endblock %}{{ block('one') }}",
        "{% macro own(text) %}<{{ text }}>{% endmacro %}{{ own(thing.text) }}",
        "{% autoescape 'js' %}{{ thing.text }}{% endautoescape %}",
        "{% autoescape false %}{{ thing.text }}{% endautoescape %}",
        "{% filter upper %}{{ thing.text }}{% endfilter %}",
        "{{ thing.nothing | default('else') }}{{ thing.text ~ thing.kind }}{{ others | join('&')"
            + " }}",
        "{{ thing.all contains 'plain' }}{{ thing.all | first }}{{ thing.map }}",
        "\n{{ thing.nothing }}",
        "\n{{ nothing.text }}",
        "\n\n{{ thing.broken }}",
        "\n{{ thing.none.get }}",
        "\n{{ thing.text.nothing }}",
        "\n{{ thing.text | nothing }}",
        "\n{{ thing.class }}{{ thing.getClass }}",
        "\n{% if thing.broken %}{% endif %}",
        "\n{% for one in thing.nothing %}{% endfor %}",
      })
  void nothingIsPrintedOtherwise(String template) throws IOException {
    assertEquals(plain(template), quick(template));
  }

  @Test
  void escapesEveryCharacterAsPebbleDoes() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x3000; c++) {
      all.appendCodePoint(c);
    }
    Map<String, Object> values = Map.of("text", all.toString());
    StringWriter plain = new StringWriter();
    engine().getTemplate("{{ text }}").evaluate(plain, values);
    PageBuffer quick = PageBuffer.empty();
    engine(new Quick()).getTemplate("{{ text }}").evaluate(quick, values);
    assertEquals(plain.toString(), new String(quick.bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void looksUpEachPropertyOfATypeOnce() {
    Getters getters = new Getters();
    Other one = new Other("one");
    var text = getters.of(one, "text");
    assertTrue(text.isPresent());
    assertEquals(text, getters.of(new Other("two"), "text"));
    assertTrue(getters.of(one, "nothing").isEmpty());
    assertTrue(getters.of("text", "length").isEmpty(), "types of others are left to Pebble");
  }
}
