package dev.hindsight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/// The same input makes the same bytes, whatever the machine. Alone, as it changes what all threads
/// share.
@Isolated
class DeterminismTest {

  @Test
  void theSameInputMakesTheSameBytesInEveryLocaleZoneAndNumberOfThreads(@TempDir Path folder)
      throws Exception {
    Path source = Sites.write(folder, Reports.site(60, 7));
    // With an address there are more files, such as a sitemap.
    Sites.write(source, Map.of("site-config.yml", "url: https://example.com/"));
    MemoryOutput first = Sites.built(source);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        try (ForkJoinPool pool = new ForkJoinPool(tag.equals("tr-TR") ? 1 : 7)) {
          assertSame(first, pool.submit(() -> Sites.built(source)).get(), tag);
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
