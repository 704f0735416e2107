package dev.hindsight.site.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML 1.2 into [YamlValue]s with line numbers. Anchors, aliases and repeated keys are
/// rejected, because in such files they are mistakes or attacks.
public final class Yaml {
  /// Created once, because the library would otherwise create its settings for each document.
  private static final YAMLMapper MAPPER =
      new YAMLMapper(YAMLFactory.builder().loadSettings(LoadSettings.builder().build()).build());

  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

  /// An error in a document, with its position.
  public static final class MalformedYaml extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    MalformedYaml(String message, int line, int column) {
      super(message);
      this.line = line;
      this.column = column;
    }

    /// Counted from 1.
    public int line() {
      return line;
    }

    /// Counted from 1.
    public int column() {
      return column;
    }
  }

  private final YAMLParser parser;

  private Yaml(YAMLParser parser) {
    this.parser = parser;
  }

  /// Reads a document of keys and values. An empty document has none.
  ///
  /// @throws MalformedYaml if the text is not such a document
  public static YamlValue.Entries read(String text) throws MalformedYaml {
    try (YAMLParser parser = (YAMLParser) MAPPER.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        return new YamlValue.Entries(List.of(), 1, 1);
      }
      Yaml yaml = new Yaml(parser);
      if (first != JsonToken.START_OBJECT) {
        throw yaml.malformed("expected `key: value` lines");
      }
      return yaml.entries();
    } catch (JacksonException broken) {
      throw malformed(broken);
    }
  }

  /// The library's message has several lines with positions: what it was doing and what it found.
  /// The last line of both is the cause.
  static MalformedYaml malformed(JacksonException broken) {
    TokenStreamLocation at = broken.getLocation();
    int line = at == null ? 1 : Math.max(1, at.getLineNr());
    int column = at == null ? 1 : Math.max(1, at.getColumnNr());
    String found = "invalid YAML";
    for (String text : broken.getOriginalMessage().lines().toList()) {
      Matcher place = PLACE.matcher(text);
      if (place.find()) {
        line = Integer.parseInt(place.group(1));
        column = Integer.parseInt(place.group(2));
      } else if (!text.isBlank() && !text.startsWith(" ")) {
        found = text.replaceAll(" \\(.*\\)|, from `.*", "");
      }
    }
    return new MalformedYaml(found, line, column);
  }

  private YamlValue value() throws MalformedYaml {
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw malformed("anchors (&) and aliases (*) are not supported");
    }
    TokenStreamLocation at = parser.currentTokenLocation();
    return switch (parser.currentToken()) {
      case START_OBJECT -> entries();
      case START_ARRAY -> {
        List<YamlValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value());
        }
        yield new YamlValue.Items(items, at.getLineNr(), at.getColumnNr());
      }
      case VALUE_NULL -> new YamlValue.Scalar("", at.getLineNr(), at.getColumnNr());
      default -> new YamlValue.Scalar(parser.getString(), at.getLineNr(), at.getColumnNr());
    };
  }

  private YamlValue.Entries entries() throws MalformedYaml {
    TokenStreamLocation at = parser.currentTokenLocation();
    Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      TokenStreamLocation keyAt = parser.currentTokenLocation();
      String key = parser.currentName();
      if (entries.containsKey(key)) {
        throw malformed("duplicate key '" + key + "'");
      }
      parser.nextToken();
      entries.put(key, new YamlValue.Entry(key, value(), keyAt.getLineNr(), keyAt.getColumnNr()));
    }
    return new YamlValue.Entries(
        new ArrayList<>(entries.values()), at.getLineNr(), at.getColumnNr());
  }

  private MalformedYaml malformed(String message) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new MalformedYaml(message, at.getLineNr(), at.getColumnNr());
  }
}
