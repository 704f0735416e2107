package dev.hindsight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

/// What went wrong is told with the file and in words, not as the name of a class.
class FaultTest {
  @Test
  void namesTheLimitOfTheMachineAndHowToRaiseIt() {
    for (String option : new String[] {"-Xmx", "-Xss"}) {
      Error fault = option.equals("-Xmx") ? new OutOfMemoryError() : new StackOverflowError();
      for (Throwable told : new Throwable[] {fault, new IllegalStateException(new Error(fault))}) {
        String sentence = Fault.sentence(told);
        assertTrue(sentence.contains("HINDSIGHT_JAVA_OPTS=" + option), sentence);
      }
    }
  }

  @Test
  void aDiskErrorNamesTheFile() {
    FileSystemException full = new FileSystemException("a.html", null, "No space left on device");
    assertEquals("a.html: No space left on device", Fault.sentence(full));
    assertEquals("a.html: No space left on device", Fault.sentence(new UncheckedIOException(full)));
    assertEquals(
        "cannot write b (a.html: No space left on device)",
        Fault.sentence(new UncheckedIOException("cannot write b", full)));
    assertEquals(
        "cannot write b (File too large)",
        Fault.sentence(new IOException("cannot write b", new IOException("File too large"))));
    assertEquals("a.html: permission denied", Fault.sentence(new AccessDeniedException("a.html")));
  }
}
