package dev.hindsight.read.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Records what one report asks about the files around it, and the answers. A report with the same
/// bytes has the same result as long as the answers are the same: a verifying trace, as in Mokhov,
/// Mitchell and Peyton Jones, Build Systems à la Carte (2018).
public final class RecordedFolder {
  /// No page needs a larger file, and files are copied whole.
  public static final long LARGEST = 100_000_000;

  private final ReportFolder folder;
  private final Map<Question, String> answers = new LinkedHashMap<>();

  public RecordedFolder(ReportFolder folder) {
    this.folder = folder;
  }

  /// A question that a report can ask.
  ///
  /// @param subject a path below the reports folder, with `/`, or the start of a name
  public record Question(Kind kind, String subject) {
    /// What is asked about the subject.
    enum Kind {
      /// Whether only one report's name begins with the subject, such as `INC-001`.
      IS_NUMBER,
      /// Which report's file name is, or begins with, these words.
      NAMED,
      /// Whether only one report has this name without its [PageKey].
      IS_NAME_WITHOUT_KEY,
      /// Whether this report exists.
      IS_REPORT,
      /// Whether this file exists below the folder with the configuration.
      IS_IN_SOURCE,
      /// Whether this file exists beside the reports.
      IS_FILE,
      /// Whether the file has more than [#LARGEST] bytes.
      IS_TOO_LARGE,
      /// Which earlier file would be published at the same address.
      TWIN,
      /// The size of the image.
      IMAGE_SIZE
    }
  }

  /// The name of the folder of reports, which does not change while a site is built.
  public String name() {
    return folder.name();
  }

  public boolean isNumber(String beginning) {
    return is(Question.Kind.IS_NUMBER, beginning);
  }

  /// Whether only one report has this name without its [PageKey].
  public boolean isNameWithoutKey(String name) {
    return is(Question.Kind.IS_NAME_WITHOUT_KEY, name);
  }

  /// The path of the only report whose file name is, or begins with, these words.
  public Optional<String> reportNamed(String words) {
    return Optional.of(ask(Question.Kind.NAMED, words)).filter(path -> !path.isEmpty());
  }

  public boolean isReport(String path) {
    return is(Question.Kind.IS_REPORT, path);
  }

  public boolean isFile(String path) {
    return is(Question.Kind.IS_FILE, path);
  }

  /// @param path below the folder with the configuration
  public boolean isInSource(String path) {
    return is(Question.Kind.IS_IN_SOURCE, path);
  }

  public boolean isTooLarge(String path) {
    return is(Question.Kind.IS_TOO_LARGE, path);
  }

  public Optional<String> twin(String path) {
    return Optional.of(ask(Question.Kind.TWIN, path)).filter(twin -> !twin.isEmpty());
  }

  public Optional<ImageSize> imageSize(String path) {
    return Optional.of(ask(Question.Kind.IMAGE_SIZE, path))
        .filter(size -> !size.isEmpty())
        .map(ImageSize::parse);
  }

  private boolean is(Question.Kind kind, String subject) {
    return Boolean.parseBoolean(ask(kind, subject));
  }

  private String ask(Question.Kind kind, String subject) {
    return answers.computeIfAbsent(new Question(kind, subject), asked -> answer(asked, folder));
  }

  /// All questions so far, with their answers.
  public Map<Question, String> answers() {
    return Map.copyOf(answers);
  }

  /// Whether a folder would give the same answers.
  public static boolean areSame(Map<Question, String> answers, ReportFolder folder) {
    return answers.entrySet().stream()
        .allMatch(asked -> answer(asked.getKey(), folder).equals(asked.getValue()));
  }

  private static String answer(Question question, ReportFolder folder) {
    String subject = question.subject();
    Path path = folder.root().resolve(subject);
    return switch (question.kind()) {
      case IS_NUMBER -> Boolean.toString(folder.isNumber(subject));
      case NAMED -> folder.named(subject).orElse("");
      case IS_NAME_WITHOUT_KEY -> Boolean.toString(folder.isNameWithoutKey(subject));
      case IS_REPORT -> Boolean.toString(folder.reportPaths().contains(subject));
      case IS_FILE -> Boolean.toString(folder.files().contains(subject));
      case IS_IN_SOURCE -> Boolean.toString(isInSource(subject, folder.root()));
      case IS_TOO_LARGE -> Boolean.toString(size(path) > LARGEST);
      case TWIN -> folder.twins().getOrDefault(subject, "");
      case IMAGE_SIZE -> ImageSize.of(path).map(ImageSize::toString).orElse("");
    };
  }

  /// A link may not even be a valid path.
  private static boolean isInSource(String subject, Path root) {
    try {
      return Files.exists(root.resolveSibling(subject));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  /// A file that is gone becomes a problem later, when it is copied.
  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException gone) {
      return 0;
    }
  }
}
