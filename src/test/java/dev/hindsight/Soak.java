package dev.hindsight;

/// How much the randomized and the long tests do. `script/test` does a little of each, with the
/// same seed every time; `script/soak short` and `script/soak` do more, with another seed.
public final class Soak {
  /// Where randomized tests begin. They print it when they fail.
  public static final long SEED = Long.getLong("soak.seed", 1);

  private static final String LENGTH = System.getProperty("soak", "none");

  private Soak() {}

  /// A number of rounds, or a size of input.
  ///
  /// @param test in `script/test`
  /// @param brief in `script/soak short`
  /// @param full in `script/soak`
  public static int size(int test, int brief, int full) {
    return switch (LENGTH) {
      case "none" -> test;
      case "short" -> brief;
      case "full" -> full;
      default -> throw new IllegalArgumentException("-Dsoak=" + LENGTH + ": use short or full");
    };
  }
}
