package dev.hindsight.cli;

import java.util.List;

/// What a program said on standard error.
final class Stderr {
  private static final String PROGRESS =
      "(read|link|index|render|export|publish) +(\\d+ s|[\\d,]+ of [\\d,]+ reports(, \\d+ s left)?)";

  private Stderr() {}

  /// All lines but those that tell how far a build has come, which only a slow machine prints.
  static List<String> withoutProgress(String said) {
    return said.lines().filter(line -> !line.matches(PROGRESS)).toList();
  }
}
