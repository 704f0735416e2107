package dev.hindsight.page.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with placeholders such as `{0}`. It is parsed once, because pages fill it thousands of
/// times.
final class MessageText {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final String text;

  /// The text before, between and after the placeholders.
  private final List<String> literals = new ArrayList<>();

  /// The number of the argument at each placeholder.
  private final List<Integer> places = new ArrayList<>();

  MessageText(String text) {
    this.text = text;
    Matcher place = PLACE.matcher(text);
    int end = 0;
    while (place.find()) {
      literals.add(text.substring(end, place.start()));
      places.add(Integer.parseInt(place.group(1)));
      end = place.end();
    }
    literals.add(text.substring(end));
  }

  /// The text as it was written.
  String written() {
    return text;
  }

  /// The text with its arguments. A placeholder without an argument stays visible.
  String fill(Object[] arguments, Function<Object, String> show) {
    if (arguments.length == 0 || places.isEmpty()) {
      return text;
    }
    StringBuilder filled = new StringBuilder(literals.getFirst());
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      filled
          .append(place < arguments.length ? show.apply(arguments[place]) : "{" + place + "}")
          .append(literals.get(i + 1));
    }
    return filled.toString();
  }
}
