package dev.hindsight.page.template;

import io.pebbletemplates.pebble.extension.core.CoreExtension;
import io.pebbletemplates.pebble.extension.escaper.EscaperExtension;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The names that a template can use.
final class TemplateNames {
  private static final Set<String> OF_ALL_RECORDS = Set.of("hashCode", "toString", "getClass");

  private TemplateNames() {}

  /// The properties of a record.
  ///
  /// @param type its name in Java
  static Collection<String> of(String type) {
    try {
      return new TreeSet<>(
          Arrays.stream(Class.forName(type).getMethods())
              .filter(method -> method.getParameterCount() == 0)
              .filter(method -> !Modifier.isStatic(method.getModifiers()))
              .filter(method -> method.getDeclaringClass() != Object.class)
              .map(Method::getName)
              .filter(name -> !OF_ALL_RECORDS.contains(name))
              .toList());
    } catch (ClassNotFoundException unknown) {
      return List.of();
    }
  }

  /// All names of a kind: `filter`, `test`, `tag`, or else functions.
  static Collection<String> known(String kind) {
    CoreExtension core = new CoreExtension();
    EscaperExtension escaper = new EscaperExtension();
    Set<String> names = new TreeSet<>();
    switch (kind) {
      case "filter" -> {
        names.addAll(core.getFilters().keySet());
        names.addAll(escaper.getFilters().keySet());
        names.addAll(SiteExtension.NAMES);
      }
      case "test" -> names.addAll(core.getTests().keySet());
      case "tag" -> core.getTokenParsers().stream().map(TokenParser::getTag).forEach(names::add);
      default -> {
        names.addAll(core.getFunctions().keySet());
        names.addAll(SiteExtension.FUNCTIONS);
      }
    }
    return names;
  }
}
