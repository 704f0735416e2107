package dev.hindsight.page.template;

import dev.hindsight.model.Html;
import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.IfNode;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.SetNode;
import io.pebbletemplates.pebble.node.TextNode;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.GetAttributeExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.PositiveTestExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.utils.Pair;
import io.pebbletemplates.pebble.utils.StringUtils;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/// Replaces nodes of parsed Pebble templates with faster ones, for three things that pages do tens
/// of thousands of times: printing the template's own text, getting a value from a record, and
/// filters without arguments, including escaping. Everything else stays as it is. In unexpected
/// cases the node of Pebble is called, which reports the problem.
final class QuickTemplates extends AbstractNodeVisitor {
  private final Getters getters;

  QuickTemplates(PebbleTemplateImpl template, Getters getters) {
    super(template);
    this.getters = getters;
  }

  @Override
  public void visit(BodyNode body) {
    super.visit(body);
    body.getChildren().replaceAll(this::quick);
  }

  @Override
  public void visit(PrintNode print) {
    print.setExpression(quick(print.getExpression()));
  }

  @Override
  public void visit(IfNode choice) {
    super.visit(choice);
    choice
        .getConditionsWithBodies()
        .replaceAll(branch -> new Pair<>(quick(branch.getLeft()), branch.getRight()));
  }

  private RenderableNode quick(RenderableNode node) {
    return switch (node) {
      case TextNode text -> new Text(text);
      case PrintNode print when print.getExpression() instanceof Escaped escaped ->
          new Print(print, escaped.text());
      case SetNode set -> new SetNode(set.getLineNumber(), set.getName(), quick(set.getValue()));
      case ForNode loop ->
          new ForNode(
              loop.getLineNumber(),
              loop.getIterationVariable(),
              quick(loop.getIterable()),
              loop.getBody(),
              loop.getElseBody());
      default -> node;
    };
  }

  private Expression<?> quick(Expression<?> expression) {
    return switch (expression) {
      case GetAttributeExpression asked
          when asked.getArgumentsNode() == null
              && asked.getAttributeNameExpression() instanceof LiteralStringExpression name ->
          new Attribute(asked, quick(asked.getNode()), name.getValue(), getters);
      case FilterExpression filtered -> filtered(filtered);
      case PositiveTestExpression test -> {
        test.setLeft(quick(test.getLeftExpression()));
        yield test;
      }
      case BinaryExpression<?> both -> {
        both.setLeft(quick(both.getLeftExpression()));
        both.setRight(quick(both.getRightExpression()));
        yield both;
      }
      case UnaryExpression one when one.getChildExpression() != null -> {
        one.setChildExpression(quick(one.getChildExpression()));
        yield one;
      }
      case TernaryExpression choice -> {
        choice.setExpression2(quick(choice.getExpression2()));
        choice.setExpression3(quick(choice.getExpression3()));
        yield choice;
      }
      default -> expression;
    };
  }

  private Expression<?> filtered(FilterExpression filtered) {
    filtered.setLeft(quick(filtered.getLeftExpression()));
    FilterInvocationExpression filter = (FilterInvocationExpression) filtered.getRightExpression();
    if (hasArguments(filter.getArgs())) {
      return filtered;
    }
    return filter.getFilterName().equals("escape")
        ? new Escaped(filtered, filtered.getLeftExpression())
        : new Filtered(filtered, filtered.getLeftExpression(), filter.getFilterName());
  }

  private static boolean hasArguments(ArgumentsNode arguments) {
    return !isEmpty(arguments.getPositionalArgs()) || !isEmpty(arguments.getNamedArgs());
  }

  private static boolean isEmpty(Collection<?> arguments) {
    return arguments == null || arguments.isEmpty();
  }

  /// The text of a template between its tags, encoded once.
  private record Text(TextNode original, byte[] bytes) implements RenderableNode {
    Text(TextNode original) {
      this(original, new String(original.getData()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context)
        throws IOException {
      if (writer instanceof PageBuffer page) {
        page.write(bytes);
      } else {
        original.render(self, writer, context);
      }
    }

    @Override
    public void accept(NodeVisitor visitor) {
      original.accept(visitor);
    }
  }

  /// A value that is escaped while it is printed.
  private record Print(PrintNode original, Expression<?> text) implements RenderableNode {
    @Override
    public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context)
        throws IOException {
      if (writer instanceof PageBuffer page) {
        print(text.evaluate(self, context), page);
      } else {
        original.render(self, writer, context);
      }
    }

    private static void print(Object value, PageBuffer page) {
      switch (value) {
        case null -> {}
        case SafeString safe -> page.write(safe.toString());
        default -> page.escape(StringUtils.toString(value));
      }
    }

    @Override
    public void accept(NodeVisitor visitor) {
      original.accept(visitor);
    }
  }

  /// One name after a dot.
  private static final class Attribute implements Expression<Object> {
    private final GetAttributeExpression original;
    private final Expression<?> of;
    private final String name;
    private final Getters getters;

    /// At one place in a template, most values have the same type. A thread that does not see what
    /// another one found finds it again.
    private Found last = new Found(null, null);

    Attribute(GetAttributeExpression original, Expression<?> of, String name, Getters getters) {
      this.original = original;
      this.of = of;
      this.name = name;
      this.getters = getters;
    }

    private record Found(Class<?> type, Function<Object, Object> getter) {}

    @Override
    public Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
      Object value = of.evaluate(self, context);
      Function<Object, Object> getter = value == null ? null : getter(value);
      if (getter == null) {
        return original.evaluate(self, context);
      }
      try {
        return getter.apply(value);
      } catch (RuntimeException broken) {
        return original.evaluate(self, context);
      }
    }

    private Function<Object, Object> getter(Object value) {
      Found found = last;
      if (found.type() != value.getClass()) {
        found = new Found(value.getClass(), getters.of(value, name).orElse(null));
        last = found;
      }
      return found.getter();
    }

    @Override
    public void accept(NodeVisitor visitor) {
      original.accept(visitor);
    }

    @Override
    public int getLineNumber() {
      return original.getLineNumber();
    }
  }

  /// A filter without arguments.
  private static final class Filtered implements Expression<Object> {
    private final FilterExpression original;
    private final Expression<?> input;
    private final String name;

    /// Set later, because only a page that is being rendered has the registry.
    private Filter filter;

    Filtered(FilterExpression original, Expression<?> input, String name) {
      this.original = original;
      this.input = input;
      this.name = name;
    }

    @Override
    public Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
      if (filter == null) {
        filter = context.getExtensionRegistry().getFilter(name);
      }
      if (filter == null) {
        return original.evaluate(self, context);
      }
      Object value = input.evaluate(self, context);
      return filter.apply(
          value instanceof SafeString safe ? safe.toString() : value,
          Map.of(),
          self,
          context,
          getLineNumber());
    }

    @Override
    public void accept(NodeVisitor visitor) {
      original.accept(visitor);
    }

    @Override
    public int getLineNumber() {
      return original.getLineNumber();
    }
  }

  /// Escapes a value that is not safe, if it is not printed into a page.
  private record Escaped(FilterExpression original, Expression<?> text)
      implements Expression<Object> {
    @Override
    public Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
      Object value = text.evaluate(self, context);
      return value == null || value instanceof SafeString
          ? value
          : new SafeString(Html.escape(StringUtils.toString(value)).value());
    }

    @Override
    public void accept(NodeVisitor visitor) {
      original.accept(visitor);
    }

    @Override
    public int getLineNumber() {
      return original.getLineNumber();
    }
  }
}
