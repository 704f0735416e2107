package dev.hindsight.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The credentials of a cluster. They come only from the environment, because command lines are
/// visible to others and recorded.
final class Credentials {
  static final String USERNAME = "OPENSEARCH_USERNAME";
  static final String PASSWORD = "OPENSEARCH_PASSWORD";
  static final String API_KEY = "OPENSEARCH_API_KEY";

  private final Optional<String> header;

  private Credentials(Optional<String> header) {
    this.header = header;
  }

  /// @param environment gives the value of a variable, or null
  /// @throws InvalidClusterSettings if the variables contradict each other
  static Credentials of(UnaryOperator<String> environment) throws InvalidClusterSettings {
    String username = environment.apply(USERNAME);
    String password = environment.apply(PASSWORD);
    String key = environment.apply(API_KEY);
    if (key != null && (username != null || password != null)) {
      throw new InvalidClusterSettings(
          "set " + API_KEY + ", or " + USERNAME + " and " + PASSWORD + ", not all");
    }
    if ((username == null) != (password == null)) {
      throw new InvalidClusterSettings("set both " + USERNAME + " and " + PASSWORD);
    }
    if (key != null) {
      return new Credentials(Optional.of("ApiKey " + oneLine(API_KEY, key)));
    }
    return new Credentials(
        Optional.ofNullable(username)
            .map(name -> (name + ":" + password).getBytes(StandardCharsets.UTF_8))
            .map(both -> "Basic " + Base64.getEncoder().encodeToString(both)));
  }

  private static String oneLine(String name, String key) throws InvalidClusterSettings {
    String line = key.strip();
    if (!line.matches("[!-~]+")) {
      throw new InvalidClusterSettings(
          name + " contains characters that no key has, such as a line end");
    }
    return line;
  }

  /// The header `Authorization`.
  Optional<String> header() {
    return header;
  }

  @Override
  public String toString() {
    return header.isPresent() ? "credentials" : "no credentials";
  }
}
