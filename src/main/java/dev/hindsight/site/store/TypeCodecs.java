package dev.hindsight.site.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The byte format of each type:
///
/// | type | form |
/// |---|---|
/// | a record | its components in their order |
/// | a sealed interface of records | the index of the record's class, then the record |
/// | a whole number, a boolean, an enum | a number: itself, 0 or 1, its ordinal |
/// | text, a day, a time, a zone | the length and the UTF-8 of the text or `toString()` |
/// | an `Optional` | 0, or 1 and the value |
/// | a `List`, a `Set`, a `Map` | the size, then each item; in a map, keys before values |
///
/// The same value has the same bytes in every run: sets and maps are sorted, because their order
/// varies.
final class TypeCodecs {
  private static final Map<Type, TypeCodec> KNOWN = new ConcurrentHashMap<>();

  private TypeCodecs() {}

  /// Writes and reads values of one type.
  interface TypeCodec {
    void write(Object value, RecordCodec.Encoder out);

    Object read(RecordCodec.Decoder in);
  }

  /// @throws IllegalArgumentException for a type without a format
  static TypeCodec of(Type type) {
    // Not computed inside the map, because a type can contain others and itself.
    TypeCodec known = KNOWN.get(type);
    if (known == null) {
      known = make(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private static TypeCodec make(Type type) {
    return switch (type) {
      case ParameterizedType generic -> generic(generic);
      case Class<?> plain when plain.isRecord() -> new RecordTypeCodec(plain);
      case Class<?> plain when plain.isSealed() && plain.isInterface() ->
          new SealedTypeCodec(plain);
      case Class<?> plain when plain.isEnum() -> {
        Object[] all = plain.getEnumConstants();
        yield form(
            (value, out) -> out.number(((Enum<?>) value).ordinal()), in -> all[(int) in.number()]);
      }
      case Class<?> plain -> plain(plain);
      default -> throw new IllegalArgumentException("no form for " + type);
    };
  }

  private static TypeCodec plain(Class<?> type) {
    return switch (type.getName()) {
      case "java.lang.String" ->
          form((value, out) -> out.text((String) value), RecordCodec.Decoder::text);
      case "int" -> form((value, out) -> out.number((Integer) value), in -> (int) in.number());
      case "long" -> form((value, out) -> out.number((Long) value), RecordCodec.Decoder::number);
      case "boolean" ->
          form((value, out) -> out.number((Boolean) value ? 1 : 0), in -> in.number() != 0);
      case "java.util.OptionalLong" ->
          form(
              (value, out) -> {
                OptionalLong number = (OptionalLong) value;
                out.number(number.isPresent() ? 1 : 0);
                number.ifPresent(out::number);
              },
              in -> in.number() == 0 ? OptionalLong.empty() : OptionalLong.of(in.number()));
      case "java.time.LocalDate" -> printed(LocalDate::parse);
      case "java.time.LocalTime" -> printed(LocalTime::parse);
      case "java.time.ZoneId" -> printed(ZoneId::of);
      default -> throw new IllegalArgumentException("no form for " + type);
    };
  }

  private static TypeCodec printed(Function<String, Object> parse) {
    return form((value, out) -> out.text(value.toString()), in -> parse.apply(in.text()));
  }

  private static TypeCodec generic(ParameterizedType type) {
    TypeCodec first = of(type.getActualTypeArguments()[0]);
    return switch (type.getRawType().getTypeName()) {
      case "java.util.Optional" ->
          form(
              (value, out) -> {
                Optional<?> optional = (Optional<?>) value;
                out.number(optional.isPresent() ? 1 : 0);
                optional.ifPresent(present -> first.write(present, out));
              },
              in -> in.number() == 0 ? Optional.empty() : Optional.of(first.read(in)));
      case "java.util.List" ->
          collection(first, (all, out) -> all.forEach(one -> first.write(one, out)), List::of);
      case "java.util.Set" ->
          collection(
              first,
              (all, out) -> sorted(all, first::write, out),
              all -> new HashSet<>(Arrays.asList(all)));
      case "java.util.Map" -> map(first, of(type.getActualTypeArguments()[1]));
      default -> throw new IllegalArgumentException("no form for " + type);
    };
  }

  private static TypeCodec collection(
      TypeCodec each,
      BiConsumer<Collection<?>, RecordCodec.Encoder> write,
      Function<Object[], Object> of) {
    return form(
        (value, out) -> {
          Collection<?> all = (Collection<?>) value;
          out.number(all.size());
          write.accept(all, out);
        },
        in -> {
          Object[] all = new Object[in.count()];
          Arrays.setAll(all, _ -> each.read(in));
          return of.apply(all);
        });
  }

  private static TypeCodec map(TypeCodec keys, TypeCodec values) {
    return form(
        (value, out) -> {
          Map<?, ?> map = (Map<?, ?>) value;
          out.number(map.size());
          sorted(
              map.entrySet(),
              (entry, each) -> {
                keys.write(((Map.Entry<?, ?>) entry).getKey(), each);
                values.write(((Map.Entry<?, ?>) entry).getValue(), each);
              },
              out);
        },
        in -> {
          Map<Object, Object> all = new HashMap<>();
          for (int left = in.count(); left > 0; left--) {
            all.put(keys.read(in), values.read(in));
          }
          return all;
        });
  }

  private static void sorted(
      Collection<?> all, BiConsumer<Object, RecordCodec.Encoder> write, RecordCodec.Encoder out) {
    all.stream()
        .map(one -> {
          RecordCodec.Encoder each = new RecordCodec.Encoder();
          write.accept(one, each);
          return each.bytes();
        })
        .sorted(Arrays::compare)
        .forEach(out::raw);
  }

  private static TypeCodec form(
      BiConsumer<Object, RecordCodec.Encoder> write, Function<RecordCodec.Decoder, Object> read) {
    return new TypeCodec() {
      @Override
      public void write(Object value, RecordCodec.Encoder out) {
        write.accept(value, out);
      }

      @Override
      public Object read(RecordCodec.Decoder in) {
        return read.apply(in);
      }
    };
  }

  /// Creates records by their own constructors, so these validate the values.
  private static final class RecordTypeCodec implements TypeCodec {
    private final Constructor<?> constructor;
    private final Method[] accessors;
    private final Type[] types;
    private final TypeCodec[] forms;

    RecordTypeCodec(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      accessors =
          Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
      types = Arrays.stream(components).map(RecordComponent::getGenericType).toArray(Type[]::new);
      forms = new TypeCodec[types.length];
      try {
        constructor =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException(impossible);
      }
      constructor.setAccessible(true);
      Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
    }

    /// Looked up when first needed, because a record can contain its own type.
    private TypeCodec form(int component) {
      if (forms[component] == null) {
        forms[component] = of(types[component]);
      }
      return forms[component];
    }

    @Override
    public void write(Object value, RecordCodec.Encoder out) {
      try {
        for (int i = 0; i < accessors.length; i++) {
          form(i).write(accessors[i].invoke(value), out);
        }
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public Object read(RecordCodec.Decoder in) {
      Object[] components = new Object[accessors.length];
      for (int i = 0; i < components.length; i++) {
        components[i] = form(i).read(in);
      }
      try {
        return constructor.newInstance(components);
      } catch (InvocationTargetException refused) {
        throw new IllegalArgumentException(refused.getCause());
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /// The class of a record, by its index among the names in alphabetical order.
  private static final class SealedTypeCodec implements TypeCodec {
    private final List<Class<?>> records;
    private final Map<Class<?>, Integer> places = new HashMap<>();

    SealedTypeCodec(Class<?> type) {
      records =
          new ArrayList<>(
              records(type).distinct().sorted(Comparator.comparing(Class::getName)).toList());
      records.forEach(one -> places.put(one, places.size()));
    }

    private static Stream<Class<?>> records(Class<?> type) {
      return type.isRecord()
          ? Stream.of(type)
          : Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedTypeCodec::records);
    }

    @Override
    public void write(Object value, RecordCodec.Encoder out) {
      out.number(places.get(value.getClass()));
      of(value.getClass()).write(value, out);
    }

    @Override
    public Object read(RecordCodec.Decoder in) {
      return of(records.get((int) in.number())).read(in);
    }
  }
}
