package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.files.Troubled;
import dev.hindsight.site.MemoryOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The same input makes the same bytes, whatever the machine and in whatever order its folders list
/// files. Alone, as it changes what all threads share.
@Isolated
class DeterminismTest {

  @Test
  void theSameInputMakesTheSameBytesInEveryLocaleZoneNumberOfThreadsAndOrderOfFiles(
      @TempDir Path folder) throws Exception {
    Path source = Sites.write(folder, Reports.site(25, 7));
    // With an address there are more files, such as a sitemap.
    Sites.write(source, Map.of("site-config.yml", "url: https://example.com/"));
    MemoryOutput first = Sites.built(source);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG", "de-DE", "th-TH-u-ca-buddhist-nu-thai")) {
        for (String place : List.of("Pacific/Chatham", "America/St_Johns", "UTC")) {
          for (int threads : new int[] {1, 3, 16}) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone(place));
            Path files = Troubled.shuffled(source, threads);
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
              String where = tag + ", " + place + ", " + threads + " threads";
              assertSame(first, pool.submit(() -> Sites.built(files)).get(), where);
            }
          }
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static void assertSame(MemoryOutput expected, MemoryOutput actual, String where) {
    assertEquals(expected.files().keySet(), actual.files().keySet());
    expected
        .files()
        .forEach(
            (path, bytes) -> assertArrayEquals(bytes, actual.get(path), path + " in " + where));
  }
}
