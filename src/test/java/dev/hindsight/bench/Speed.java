package dev.hindsight.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Measures whole processes of Hindsight and its peers over the same generated reports. They run in
/// turn, several times; the median counts. Ratios within a run say more than seconds, which differ
/// between machines and between hours.
///
/// Prints the results, and writes `docs/benchmarks.md` on request.
public final class Speed {
  private static final int[] SIZES = {10, 1_000, 10_000};
  private static final Path PEERS = Path.of("src/test/bench").toAbsolutePath();

  /// Slow peers take minutes for more reports than this.
  private static final int MOST_FOR_SLOW_PEERS = 10_000;

  private final Path folder;
  private final Map<Integer, Map<String, Result>> results = new TreeMap<>();

  private Speed(Path folder) {
    this.folder = folder;
  }

  /// What one process took.
  ///
  /// @param megabytes the most that it had in memory; of several processes the largest
  private record Result(double seconds, long megabytes) {}

  /// A program over the reports of one folder.
  ///
  /// @param before puts everything as it is to be found
  private record Contestant(String name, Work before, List<List<String>> commands, Path in) {}

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /// @param args a folder to work in, best on a memory file system; then numbers of reports, else
  ///   10, 1,000 and 10,000; `--write` writes the page
  public static void main(String[] args) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(args));
    boolean isWritten = arguments.remove("--write");
    Speed speed = new Speed(Path.of(arguments.removeFirst()));
    int[] sizes =
        arguments.isEmpty() ? SIZES : arguments.stream().mapToInt(Integer::parseInt).toArray();
    for (int size : sizes) {
      speed.measure(size);
      if (isWritten) {
        Files.writeString(Path.of("docs/benchmarks.md"), speed.page());
      }
    }
    System.out.println(speed.page());
  }

  private void measure(int reports) throws Exception {
    Path source = folder.resolve("reports-" + reports);
    if (!Files.exists(source)) {
      GeneratedReports.write(source, reports, 1);
    }
    List<Contestant> contestants = contestants(source, reports);
    int rounds = reports <= 100 ? 9 : reports <= 1_000 ? 5 : reports <= 10_000 ? 3 : 1;
    Map<String, List<Result>> runs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Contestant contestant : List.copyOf(contestants)) {
        Result result;
        try {
          result = run(contestant);
        } catch (IOException failed) {
          if (contestant.name().startsWith("Hindsight")) {
            throw failed;
          }
          // Of very many reports a peer may have no memory left.
          System.err.println(contestant.name() + " is left out: " + failed.getMessage());
          contestants.remove(contestant);
          runs.remove(contestant.name());
          continue;
        }
        runs.computeIfAbsent(contestant.name(), _ -> new ArrayList<>()).add(result);
        System.err.printf(
            Locale.ROOT,
            "%,d reports, %s: %.2f s, %d MB%n",
            reports,
            contestant.name(),
            result.seconds(),
            result.megabytes());
      }
    }
    Map<String, Result> medians = new LinkedHashMap<>();
    runs.forEach((name, all) -> medians.put(name, median(all)));
    results.put(reports, medians);
    contestants.forEach(contestant -> delete(contestant.in().resolve("public")));
    delete(source.resolve("site"));
  }

  private static Result median(List<Result> all) {
    return new Result(
        all.stream().mapToDouble(Result::seconds).sorted().toArray()[all.size() / 2],
        all.stream().mapToLong(Result::megabytes).sorted().toArray()[all.size() / 2]);
  }

  private List<Contestant> contestants(Path source, int reports) throws IOException {
    Path report = first(source.resolve("incidents"));
    List<String> build =
        List.of(
            Path.of("hindsight").toAbsolutePath().toString(),
            "build",
            "--quiet",
            "--source",
            source.toString());
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(
        new Contestant(
            "Hindsight",
            () -> {
              delete(source.resolve("site"));
              delete(source.resolve(".hindsight"));
            },
            List.of(build),
            source));
    contestants.add(new Contestant("Hindsight, nothing changed", () -> {}, List.of(build), source));
    contestants.add(
        new Contestant(
            "Hindsight, one report changed",
            () -> Files.writeString(report, "\nOne more line.\n", StandardOpenOption.APPEND),
            List.of(build),
            source));
    if (has("hugo")) {
      Path hugo = peer("hugo", source, reports, "content/incidents");
      List<String> command = List.of("hugo", "--quiet");
      contestants.add(
          new Contestant("Hugo", () -> delete(hugo.resolve("public")), List.of(command), hugo));
      if (reports <= MOST_FOR_SLOW_PEERS) {
        List<String> pagefind =
            List.of(PEERS.resolve("node_modules/.bin/pagefind").toString(), "--site", "public");
        contestants.add(
            new Contestant(
                "Hugo + Pagefind",
                () -> delete(hugo.resolve("public")),
                List.of(command, pagefind),
                hugo));
      }
    }
    if (reports <= MOST_FOR_SLOW_PEERS) {
      Path eleventy = peer("eleventy", source, reports, "incidents");
      contestants.add(
          new Contestant(
              "Eleventy",
              () -> delete(eleventy.resolve("public")),
              List.of(
                  List.of(
                      PEERS.resolve("node_modules/.bin/eleventy").toString(),
                      "--config=eleventy.config.mjs")),
              eleventy));
    }
    return contestants;
  }

  private static boolean has(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  private static Path first(Path incidents) throws IOException {
    try (Stream<Path> files = Files.list(incidents)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  /// A peer's own folder with its settings and the same reports.
  private Path peer(String name, Path source, int reports, String content) throws IOException {
    Path own = folder.resolve(name + "-" + reports);
    delete(own);
    copy(PEERS.resolve(name), own);
    copy(source.resolve("incidents"), own.resolve(content));
    return own;
  }

  private static Result run(Contestant contestant) throws Exception {
    contestant.before().run();
    long start = System.nanoTime();
    long kilobytes = 0;
    for (List<String> command : contestant.commands()) {
      Process process =
          new ProcessBuilder(command)
              .directory(contestant.in().toFile())
              .redirectErrorStream(true)
              .redirectOutput(contestant.in().resolve(".output").toFile())
              .start();
      Path status = Path.of("/proc/" + process.pid() + "/status");
      while (process.isAlive()) {
        kilobytes = Math.max(kilobytes, peak(status));
        Thread.sleep(2);
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            command + ": " + Files.readString(contestant.in().resolve(".output")));
      }
    }
    return new Result((System.nanoTime() - start) / 1e9, kilobytes / 1_000);
  }

  private static long peak(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException over) {
      return 0;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException why)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Benchmarks

        Whole processes build the same generated reports in turn. Each number is the median of several runs.
        `script/bench speed` repeats the measurement and writes this page. Ratios also hold on other machines;
        seconds do not. Hindsight builds everything here, with similar incidents, the search index, feeds, data
        and charts. Hugo builds pages and lists, but no search.

        """);
    page.append(
        "Measured on a machine with "
            + Runtime.getRuntime().availableProcessors()
            + " cores, in an in-memory file system.\n");
    results.forEach((reports, medians) -> section(page, reports, medians));
    scaling(page);
    return page.toString();
  }

  private static void section(StringBuilder page, int reports, Map<String, Result> medians) {
    Result hugo = medians.get("Hugo");
    page.append(String.format(Locale.ROOT, "%n## %,d reports%n%n", reports));
    page.append("| | seconds | relative to Hugo | peak memory |\n|---|---:|---:|---:|\n");
    medians.forEach((name, result) ->
        page.append(
            String.format(
                Locale.ROOT,
                "| %s | %.2f | %s | %,d MB |%n",
                name,
                result.seconds(),
                hugo == null
                    ? ""
                    : String.format(Locale.ROOT, "%.2f", result.seconds() / hugo.seconds()),
                result.megabytes())));
  }

  /// How time grows with reports: the slope of a line through the logarithms of both.
  private void scaling(StringBuilder page) {
    double[] x = results.keySet().stream().filter(n -> n >= 1_000).mapToDouble(Math::log).toArray();
    double[] y =
        results.entrySet().stream()
            .filter(entry -> entry.getKey() >= 1_000)
            .mapToDouble(entry -> Math.log(entry.getValue().get("Hindsight").seconds()))
            .toArray();
    if (x.length < 2) {
      return;
    }
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double both = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    page.append(
        String.format(
            Locale.ROOT,
            "%n## Growth%n%nFrom 1,000 reports on, the build time grows with the number of"
                + " reports to the power of %.2f.%n",
            both / squares));
  }
}
