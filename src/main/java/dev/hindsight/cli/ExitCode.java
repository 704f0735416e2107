package dev.hindsight.cli;

/// The exit codes of commands.
final class ExitCode {
  /// Done; there may be warnings.
  static final int DONE = 0;

  /// Reports have errors.
  static final int PROBLEMS = 1;

  /// Wrong usage or configuration.
  static final int USAGE = 2;

  /// A bug, or a failure of the machine.
  static final int FAULT = 3;

  private ExitCode() {}
}
