package dev.hindsight.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hindsight.model.Incident;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import tools.jackson.databind.json.JsonMapper;

/// What a careful reader found to be the fix in real reports, beside what Hindsight shows as it.
/// The labels are hashes only; the reports stand elsewhere.
public final class FixLabels {
  static final Path LABELS = Path.of("src/test/resources/labels-fix.json");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;])\\s+");
  private static final int LENGTH = 40;

  /// What one reader wrote down of one report.
  ///
  /// @param lines where the report says what fixed it
  /// @param prefixes hashes of how these lines begin; none if the report does not say it
  /// @param source where it says so
  /// @param anyOf whether one of the lines is enough
  record Label(
      String file, List<Integer> lines, List<String> prefixes, String source, boolean anyOf) {}

  private FixLabels() {}

  /// Prints the scores of both halves and every difference.
  ///
  /// @param args the folder of the sets, then the labels if they are others
  public static void main(String[] args) throws IOException {
    Path labels = args.length > 1 ? Path.of(args[1]) : LABELS;
    Map<Boolean, Labels.Score> scores = scores(Path.of(args[0]), labels, System.out::println);
    scores.forEach((isHeldBack, score) ->
        System.out.printf(
            Locale.ROOT,
            "%-10s precision %.3f, recall %.3f of %d%n",
            isHeldBack ? "held back" : "developed",
            score.precision(),
            score.recall(),
            score.wanted()));
  }

  interface Listener {
    void difference(String line);
  }

  /// The scores of the reports that rules were developed with, and of those held back.
  static Map<Boolean, Labels.Score> scores(Path corpora, Path labels, Listener listener)
      throws IOException {
    Map<String, Incident> incidents = new HashMap<>();
    CorporaBench.read(corpora)
        .values()
        .forEach(all -> all.forEach(incident -> incidents.put(incident.source(), incident)));
    Map<Boolean, Labels.Score> scores = new HashMap<>();
    for (Label label : JsonMapper.shared().readValue(labels.toFile(), Label[].class)) {
      Optional<String> shown =
          Optional.ofNullable(incidents.get(label.file())).flatMap(Incident::fix);
      boolean isRight = shown.filter(text -> isRight(text, label.prefixes())).isPresent();
      boolean isWanted = !label.prefixes().isEmpty();
      scores.merge(
          isHeldBack(label),
          new Labels.Score(isRight ? 1 : 0, shown.isPresent() ? 1 : 0, isWanted ? 1 : 0),
          Labels.Score::plus);
      if (shown.isPresent() ? !isRight : isWanted) {
        listener.difference(
            "%s, %s at %s: %s"
                .formatted(label.file(), label.source(), label.lines(), shown.orElse("nothing")));
      }
    }
    return scores;
  }

  private static boolean isHeldBack(Label label) {
    CRC32 crc = new CRC32();
    crc.update(label.file().getBytes(UTF_8));
    return crc.getValue() % 2 == 1;
  }

  /// Whether a sentence of the text begins like one of the lines.
  private static boolean isRight(String text, List<String> prefixes) {
    String[] sentences = SENTENCE_END.split(text);
    return IntStream.range(0, sentences.length)
        .mapToObj(from -> List.of(sentences).subList(from, sentences.length))
        .flatMap(rest ->
            IntStream.rangeClosed(1, rest.size())
                .mapToObj(to -> String.join(" ", rest.subList(0, to))))
        .anyMatch(words -> prefixes.contains(hash(words)));
  }

  private static String hash(String text) {
    String letters =
        text.toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .limit(LENGTH)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(letters.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
