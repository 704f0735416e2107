package dev.hindsight.page.message;

import dev.hindsight.model.Html;
import dev.hindsight.site.config.YamlValue;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The messages of one language, by keys such as `home.heading`.
///
/// A message is text with places for arguments: `{0} of {1}`. One that depends on a number has two
/// forms, `one` and `other`; its first argument chooses. Whole numbers are written as the language
/// writes them. A message whose key ends with `_html` is markup, in which arguments are escaped.
public final class Messages {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

  private final Map<String, Message> messages;
  private final NumberFormat numbers;

  /// @param one for exactly one; the same as `other` where the message has no such form
  private record Message(String one, String other) {
    String form(Object[] arguments) {
      return arguments.length > 0
              && arguments[0] instanceof Number number
              && number.longValue() == 1
          ? one
          : other;
    }
  }

  /// An argument that is markup already.
  public record Markup(String value) {}

  private Messages(Locale locale, Map<String, Message> messages) {
    this.messages = messages;
    this.numbers = NumberFormat.getIntegerInstance(locale);
  }

  /// The messages of a language.
  ///
  /// @param files nested keys; a later file replaces messages of an earlier one
  public static Messages of(Locale locale, List<YamlValue.Entries> files) {
    Map<String, Message> messages = new HashMap<>();
    files.forEach(file -> add("", file, messages));
    return new Messages(locale, messages);
  }

  private static void add(String prefix, YamlValue.Entries entries, Map<String, Message> messages) {
    for (YamlValue.Entry entry : entries.entries()) {
      String key = prefix + entry.key();
      switch (entry.value()) {
        case YamlValue.Entries forms when forms.get("other").isPresent() -> {
          String other = forms.get("other").get().asText();
          String one = forms.get("one").map(YamlValue::asText).orElse(other);
          messages.put(key, new Message(one, other));
        }
        case YamlValue.Entries group -> add(key + ".", group, messages);
        case YamlValue.Scalar text -> messages.put(key, new Message(text.text(), text.text()));
        case YamlValue.Items items ->
            messages.put(key, new Message(items.asText(), items.asText()));
      }
    }
  }

  /// A message as plain text.
  ///
  /// @throws IllegalArgumentException when there is no message of that key
  public String text(String key, Object... arguments) {
    return filled(key, arguments, UnaryOperator.identity());
  }

  /// A message whose key ends with `_html`, with its arguments escaped.
  ///
  /// @throws IllegalArgumentException when there is no message of that key
  public String markup(String key, Object... arguments) {
    return filled(key, arguments, text -> Html.escape(text).value());
  }

  /// All messages below a key, for scripts: a text, or a list of the forms for one and for other.
  public Map<String, Object> below(String group) {
    Map<String, Object> found = new TreeMap<>();
    messages.forEach((key, message) -> {
      if (key.startsWith(group + ".")) {
        found.put(
            key.substring(group.length() + 1),
            message.one().equals(message.other())
                ? message.other()
                : List.of(message.one(), message.other()));
      }
    });
    return found;
  }

  private String filled(String key, Object[] arguments, UnaryOperator<String> escape) {
    Message message = messages.get(key);
    if (message == null) {
      throw new IllegalArgumentException("no message '" + key + "'");
    }
    String form = message.form(arguments);
    if (arguments.length == 0) {
      return form;
    }
    Matcher places = ARGUMENT.matcher(form);
    StringBuilder text = new StringBuilder();
    while (places.find()) {
      int index = Integer.parseInt(places.group(1));
      Object argument = index < arguments.length ? arguments[index] : places.group();
      places.appendReplacement(text, Matcher.quoteReplacement(shown(argument, escape)));
    }
    return places.appendTail(text).toString();
  }

  private String shown(Object argument, UnaryOperator<String> escape) {
    return switch (argument) {
      case Markup markup -> markup.value();
      case Integer _, Long _ -> number(((Number) argument).longValue());
      default -> escape.apply(String.valueOf(argument));
    };
  }

  private String number(long number) {
    synchronized (numbers) {
      return numbers.format(number);
    }
  }
}
