package dev.hindsight.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hindsight.model.Incident;
import dev.hindsight.read.report.ReportResult;
import dev.hindsight.read.source.ReportFolder;
import dev.hindsight.site.config.ConfigReader;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.store.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is the same as another is one report; one that only looks so is not.
class CopiesTest {
  private static final SiteConfig CONFIG =
      ConfigReader.read("site-config.yml", "").config().orElseThrow();

  /// As many letters as it takes to have both check sums as one likes.
  private static final int LETTERS = 70;

  @TempDir private Path folder;

  private List<ReportResult> read(byte[] one, byte[] other) throws IOException {
    Files.write(folder.resolve("INC-2024-0001.md"), one);
    Files.write(folder.resolve("INC-2024-0002.md"), other);
    return new FolderReader(CONFIG, ReportFolder.list(folder, "incidents"), false).readAll();
  }

  @Test
  void anIdenticalFileIsACopy() throws IOException {
    List<ReportResult> read = read(bytes("# Disk full\n"), bytes("# Disk full\n"));
    assertEquals(Optional.empty(), read.get(1).incident());
    assertEquals(
        "incidents/INC-2024-0001.md", read.get(1).copy().map(ReportResult.Copy::of).orElse(""));
  }

  /// Else who may write a report could make that of another go.
  @Test
  void aFileWithTheSameDigestButOtherBytesIsNoCopy() throws IOException {
    byte[] one = bytes("# Disk full\n\n" + "a".repeat(LETTERS) + "\n");
    byte[] other = withTheSameDigest(one);
    assertEquals(Digest.quick(one), Digest.quick(other));
    List<ReportResult> read = read(one, other);
    List<Incident> incidents = read.stream().flatMap(report -> report.incident().stream()).toList();
    assertEquals(2, incidents.size());
    assertFalse(incidents.get(0).summary().equals(incidents.get(1).summary()));
  }

  /// Check sums are linear: what changing some letters does to them is the sum, without carries, of
  /// what each alone does. Of more letters than bits some have the sum 0 (Gaussian elimination).
  private static byte[] withTheSameDigest(byte[] bytes) {
    record Row(long sums, List<Integer> letters) {}
    List<Row> basis = new ArrayList<>();
    int first = new String(bytes, StandardCharsets.UTF_8).indexOf("aaa");
    for (int letter = first; letter < first + LETTERS; letter++) {
      long sums = sums(bytes) ^ sums(changed(bytes, List.of(letter)));
      List<Integer> letters = new ArrayList<>(List.of(letter));
      for (Row row : basis) {
        if (Long.compareUnsigned(sums ^ row.sums(), sums) < 0) {
          sums ^= row.sums();
          row.letters()
              .forEach(one -> {
                if (!letters.remove(one)) {
                  letters.add(one);
                }
              });
        }
      }
      if (sums == 0) {
        return changed(bytes, letters);
      }
      basis.add(new Row(sums, letters));
      basis.sort((a, b) -> Long.compareUnsigned(b.sums(), a.sums()));
    }
    throw new AssertionError("no letters found");
  }

  private static byte[] changed(byte[] bytes, List<Integer> letters) {
    byte[] changed = bytes.clone();
    letters.forEach(letter -> changed[letter] = 'b');
    return changed;
  }

  private static long sums(byte[] bytes) {
    CRC32 one = new CRC32();
    CRC32C other = new CRC32C();
    one.update(bytes);
    other.update(bytes);
    return one.getValue() << 32 | other.getValue();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
