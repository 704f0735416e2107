package dev.hindsight.runbook;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A runbook with its renamed references replaced. Everything else stays, character for character.
///
/// @param after the whole new text
public record RunbookFix(Path file, String shown, String before, String after) {
  private static final int AROUND = 3;

  static RunbookFix of(RunbookFile runbook, List<ReferenceChecker.Checked> references) {
    StringBuilder text = new StringBuilder(runbook.text());
    for (ReferenceChecker.Checked checked : references.reversed()) {
      if (checked.status() instanceof ReferenceStatus.Renamed renamed) {
        int from =
            switch (checked.reference()) {
              case Reference.Link link -> link.pathStart();
              case Reference.Name name -> name.start();
            };
        text.replace(from, checked.reference().end(), renamed.to());
      }
    }
    return new RunbookFix(runbook.file(), runbook.shown(), runbook.text(), text.toString());
  }

  /// Whether anything has to be replaced.
  public boolean isNeeded() {
    return !before.equals(after);
  }

  /// The changes as a unified diff.
  public List<String> diff() {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        shown, shown, old, patch(old, after.lines().toList()), AROUND);
  }

  /// Lines are changed, but never added or removed, so no search is needed.
  private static Patch<String> patch(List<String> old, List<String> now) {
    Patch<String> patch = new Patch<>();
    for (int i = 0; i < old.size(); i++) {
      int from = i;
      while (i < old.size() && !old.get(i).equals(now.get(i))) {
        i++;
      }
      if (i > from) {
        patch.addDelta(
            new ChangeDelta<>(
                new Chunk<>(from, old.subList(from, i)), new Chunk<>(from, now.subList(from, i))));
      }
    }
    return patch;
  }

  /// Writes the runbook completely or not at all.
  public void apply() throws IOException {
    Path next = Files.createTempFile(file.toAbsolutePath().getParent(), ".hindsight-", ".tmp");
    try {
      Files.copy(
          file, next, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.writeString(next, after);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
