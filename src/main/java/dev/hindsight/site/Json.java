package dev.hindsight.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes data as JSON, always with the same bytes for the same data. Records are written in the
/// order of their components, an empty `Optional` as `null`.
public final class Json {
  private static final JsonMapper COMPACT =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              incl -> incl.withValueInclusion(JsonInclude.Include.ALWAYS))
          .build();
  private static final JsonMapper PRETTY =
      COMPACT.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /// For programs.
  public static byte[] compact(Object value) {
    return write(COMPACT, value);
  }

  /// For programs, but readable for people.
  public static byte[] pretty(Object value) {
    return write(PRETTY, value);
  }

  /// Reads data that was written earlier; empty if it is something else.
  public static <T> Optional<T> read(byte[] json, Class<T> type) {
    try {
      return Optional.ofNullable(COMPACT.readValue(json, type));
    } catch (JacksonException other) {
      return Optional.empty();
    }
  }

  private static byte[] write(JsonMapper mapper, Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JacksonException cannot) {
      throw new IllegalStateException("not data: " + value.getClass(), cannot);
    }
  }
}
