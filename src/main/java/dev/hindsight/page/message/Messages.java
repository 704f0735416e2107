package dev.hindsight.page.message;

import dev.hindsight.model.Html;
import dev.hindsight.site.config.YamlValue;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The messages of one language, by keys such as `home.heading`.
///
/// A message is text with placeholders: `{0} of {1}`. A message that depends on a number has two
/// forms, `one` and `other`; its first argument chooses. Whole numbers are formatted for the
/// language. A message whose key ends with `_html` is markup, and its arguments are escaped.
public final class Messages {
  private final Locale locale;
  private final Map<String, Message> messages;
  private final NumberFormat numbers;
  private final boolean hasLatinDigits;
  private final TimeFormat times;

  /// @param one for exactly one; the same as `other` if the message has only one form
  private record Message(MessageText one, MessageText other) {
    static Message of(String one, String other) {
      return new Message(new MessageText(one), new MessageText(other));
    }

    MessageText form(Object[] arguments) {
      return arguments.length > 0
              && arguments[0] instanceof Number number
              && Math.abs(number.longValue()) == 1
          ? one
          : other;
    }
  }

  /// An argument that is markup already.
  public record Markup(String value) {}

  private Messages(Locale locale, Map<String, Message> messages) {
    this.locale = locale;
    this.messages = messages;
    this.numbers = NumberFormat.getIntegerInstance(locale);
    this.hasLatinDigits = DecimalFormatSymbols.getInstance(locale).getZeroDigit() == '0';
    this.times = new TimeFormat(this);
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
          messages.put(key, Message.of(one, other));
        }
        case YamlValue.Entries group -> add(key + ".", group, messages);
        case YamlValue.Scalar text -> messages.put(key, Message.of(text.text(), text.text()));
        case YamlValue.Items items -> messages.put(key, Message.of(items.asText(), items.asText()));
      }
    }
  }

  public Locale locale() {
    return locale;
  }

  /// Dates and durations in this language.
  public TimeFormat times() {
    return times;
  }

  /// A message as plain text.
  ///
  /// @throws IllegalArgumentException if there is no message with that key
  public String text(String key, Object... arguments) {
    return filled(key, arguments, UnaryOperator.identity());
  }

  /// A message whose key ends with `_html`, with its arguments escaped.
  ///
  /// @throws IllegalArgumentException if there is no message with that key
  public String markup(String key, Object... arguments) {
    return filled(key, arguments, text -> Html.escape(text).value());
  }

  /// All messages below a key, for scripts: each is a text, or a list of its forms for one and
  /// other.
  public Map<String, Object> below(String group) {
    Map<String, Object> found = new TreeMap<>();
    messages.forEach((key, message) -> {
      if (key.startsWith(group + ".")) {
        String one = message.one().written();
        String other = message.other().written();
        found.put(
            key.substring(group.length() + 1), one.equals(other) ? other : List.of(one, other));
      }
    });
    return found;
  }

  private String filled(String key, Object[] arguments, UnaryOperator<String> escape) {
    Message message = messages.get(key);
    if (message == null) {
      throw new IllegalArgumentException("no message '" + key + "'");
    }
    return message.form(arguments).fill(arguments, argument -> shown(argument, escape));
  }

  private String shown(Object argument, UnaryOperator<String> escape) {
    return switch (argument) {
      case Markup markup -> markup.value();
      case Integer _, Long _ -> number(((Number) argument).longValue());
      default -> escape.apply(String.valueOf(argument));
    };
  }

  /// The JDK's format serves one thread at a time. Most numbers need neither it nor a lock.
  private String number(long number) {
    if (hasLatinDigits && number >= 0 && number < 1000) {
      return String.valueOf(number);
    }
    synchronized (numbers) {
      return numbers.format(number);
    }
  }
}
