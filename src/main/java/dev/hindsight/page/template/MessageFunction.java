package dev.hindsight.page.template;

import dev.hindsight.page.message.Messages;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;

/// `t("home.open", actions.size)`: a message of the interface. If its key ends with `_html`, it is
/// printed as markup.
final class MessageFunction implements Function {
  private final Messages messages;

  MessageFunction(Messages messages) {
    this.messages = messages;
  }

  @Override
  public Object execute(
      Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
    String key = String.valueOf(arguments.get("0"));
    Object[] values = new Object[Math.max(0, arguments.size() - 1)];
    for (int i = 0; i < values.length; i++) {
      Object value = arguments.get(String.valueOf(i + 1));
      values[i] = value instanceof SafeString safe ? new Messages.Markup(safe.toString()) : value;
    }
    try {
      return key.endsWith("_html")
          ? new SafeString(messages.markup(key, values))
          : messages.text(key, values);
    } catch (IllegalArgumentException missing) {
      throw new PebbleException(missing, missing.getMessage(), line, self.getName());
    }
  }

  /// None: arguments have positions, not names.
  @Override
  public List<String> getArgumentNames() {
    return null;
  }
}
