package dev.hindsight.page.template;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Calls the getters that templates name: `incident.title`, `fix.isPresent`. It finds the same
/// methods as Pebble, but calls them at the cost of a Java call instead of reflection.
final class Getters {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

  private final ClassValue<Map<String, Optional<Function<Object, Object>>>> known =
      new ClassValue<>() {
        @Override
        protected Map<String, Optional<Function<Object, Object>>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /// Empty if Pebble should do it: for types of libraries, and if there is no such method.
  Optional<Function<Object, Object>> of(Object value, String name) {
    return known
        .get(value.getClass())
        .computeIfAbsent(name, _ -> type(value).flatMap(type -> find(type, name)));
  }

  /// The type to look up methods in. The list classes of the JDK are not accessible.
  private static Optional<Class<?>> type(Object value) {
    return value instanceof List
        ? Optional.of(List.class)
        : Optional.<Class<?>>of(value.getClass())
            .filter(type -> isOwn(type) || type == Optional.class || type == OptionalLong.class);
  }

  private static boolean isOwn(Class<?> type) {
    return type.getModule() == Getters.class.getModule();
  }

  /// The first of `title`, `getTitle`, `isTitle` and `hasTitle`, in Pebble's order.
  private static Optional<Function<Object, Object>> find(Class<?> type, String name) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Stream.of(name, "get" + capital, "is" + capital, "has" + capital)
        .flatMap(one ->
            Arrays.stream(type.getDeclaredMethods()).filter(method -> method.getName().equals(one)))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() != void.class)
        .findFirst()
        .map(Getters::getter);
  }

  private static Function<Object, Object> getter(Method method) {
    method.setAccessible(true);
    return new Getter(method);
  }

  /// Uses reflection at first, because creating a class for a call costs as much as a thousand
  /// calls.
  private static final class Getter implements Function<Object, Object> {
    private static final int FEW = 1_000;

    private final Method method;
    private volatile Function<Object, Object> direct;
    private int calls;

    Getter(Method method) {
      this.method = method;
    }

    @Override
    public Object apply(Object value) {
      Function<Object, Object> known = direct;
      if (known == null && ++calls > FEW) {
        known = direct(method);
        direct = known;
      }
      try {
        return known == null ? method.invoke(value) : known.apply(value);
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(method.toString(), impossible);
      } catch (InvocationTargetException thrown) {
        switch (thrown.getCause()) {
          case RuntimeException unchecked -> throw unchecked;
          case Error error -> throw error;
          default -> throw new IllegalStateException(method.toString(), thrown.getCause());
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Function<Object, Object> direct(Method method) {
    try {
      Class<?> type = method.getDeclaringClass();
      MethodHandles.Lookup lookup =
          isOwn(type) ? MethodHandles.privateLookupIn(type, LOOKUP) : LOOKUP;
      MethodHandle handle = lookup.unreflect(method);
      return (Function<Object, Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  GETTER,
                  handle,
                  handle.type().wrap())
              .getTarget()
              .invoke();
    } catch (Throwable impossible) {
      throw new IllegalStateException(method.toString(), impossible);
    }
  }
}
