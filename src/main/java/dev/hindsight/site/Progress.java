package dev.hindsight.site;

import java.util.function.Supplier;

/// Receives the progress of a build, from all of its threads.
public interface Progress {

  /// Ignores all progress.
  Progress NONE =
      new Progress() {
        @Override
        public void begin(Stage stage, int steps) {}

        @Override
        public void step(Stage stage) {}

        @Override
        public void end(Stage stage) {}
      };

  /// Called when a stage begins or continues.
  ///
  /// @param steps the number of incidents it processes; 0 if it does not process them one by one
  void begin(Stage stage, int steps);

  /// Called for each incident that is done.
  void step(Stage stage);

  /// Called when the stage ends.
  void end(Stage stage);

  /// Reports something unexpected that is not a problem.
  default void note(String sentence) {}

  /// Runs something as a stage.
  default <T> T during(Stage stage, int steps, Supplier<T> work) {
    begin(stage, steps);
    try {
      return work.get();
    } finally {
      end(stage);
    }
  }
}
