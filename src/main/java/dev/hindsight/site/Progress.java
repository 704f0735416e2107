package dev.hindsight.site;

import java.util.function.Supplier;

/// Is told how far a build has come, from all of its threads.
public interface Progress {

  /// Nobody looks.
  Progress NONE =
      new Progress() {
        @Override
        public void begin(Stage stage, int steps) {}

        @Override
        public void step(Stage stage) {}

        @Override
        public void end(Stage stage) {}
      };

  /// A stage begins, or goes on with something else.
  ///
  /// @param steps how many incidents it is to go through; 0 where it does not go one by one
  void begin(Stage stage, int steps);

  /// One more incident is done.
  void step(Stage stage);

  /// The stage is over.
  void end(Stage stage);

  /// Says on the side what somebody may wonder about.
  default void note(String sentence) {}

  /// Does something as a stage.
  default <T> T during(Stage stage, int steps, Supplier<T> work) {
    begin(stage, steps);
    try {
      return work.get();
    } finally {
      end(stage);
    }
  }
}
