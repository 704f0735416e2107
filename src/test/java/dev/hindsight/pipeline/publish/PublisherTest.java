package dev.hindsight.pipeline.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new site takes the place of the last one in one step, or not at all.
class PublisherTest {
  @TempDir Path folder;
  private Path source;
  private Path site;

  @BeforeEach
  void makeFolders() throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
    site = source.resolve("site");
  }

  private void publish(String text) throws Exception {
    new Publisher(site, source)
        .publish(output -> {
          output.write("index.html", text.getBytes());
          output.write("incidents/" + text + ".html", text.getBytes());
          return true;
        });
  }

  @Test
  void replacesTheWholeSite() throws Exception {
    publish("old");
    publish("new");
    assertEquals("new", Files.readString(site.resolve("index.html")));
    assertFalse(Files.exists(site.resolve("incidents/old.html")));
    assertEquals(List.of("site"), names(source), "nothing is left beside the site");
  }

  @Test
  void writesOnlyFilesWhoseBytesDiffer() throws Exception {
    publish("a");
    Object page = key("incidents/a.html");
    Object home = key("index.html");
    new Publisher(site, source)
        .publish(output -> {
          output.write("index.html", "b".getBytes());
          output.write("incidents/a.html", "a".getBytes());
          return true;
        });
    assertEquals(page, key("incidents/a.html"), "the same file");
    assertFalse(home.equals(key("index.html")), "another file");
    assertEquals("b", Files.readString(site.resolve("index.html")));
  }

  @Test
  void keepsFilesOfTheLastSiteAllOrNone() throws Exception {
    publish("a");
    Object page = key("incidents/a.html");
    List<Boolean> kept = new ArrayList<>();
    SiteSize size =
        new Publisher(site, source)
            .publish(output -> {
              kept.add(output.keep(List.of("incidents/a.html", "incidents/b.html")));
              kept.add(output.keep(List.of("incidents/a.html")));
              output.write("index.html", "bb".getBytes());
              return true;
            });
    assertEquals(List.of(false, true), kept);
    assertEquals(SiteSize.of(site), size, "what is there was counted on the way");
    assertEquals(page, key("incidents/a.html"), "the same file");
    assertEquals("a", Files.readString(site.resolve("incidents/a.html")));
    assertFalse(Files.exists(site.resolve("incidents/b.html")));
  }

  @Test
  void keepsNoFilesBehindALink() throws Exception {
    publish("a");
    Path secret = Files.writeString(folder.resolve("secret"), "s");
    Files.createSymbolicLink(site.resolve("incidents/b.html"), secret);
    List<Boolean> kept = new ArrayList<>();
    new Publisher(site, source)
        .publish(output -> {
          kept.add(output.keep(List.of("incidents/b.html")));
          return true;
        });
    assertEquals(List.of(false), kept);
    assertFalse(Files.exists(site.resolve("incidents/b.html")));
  }

  /// What tells a file from all others, whatever its name.
  private Object key(String path) throws IOException {
    return Files.readAttributes(site.resolve(path), BasicFileAttributes.class).fileKey();
  }

  @Test
  void keepsTheLastSiteIfThereIsNoNewOne() throws Exception {
    publish("old");
    new Publisher(site, source)
        .publish(output -> {
          output.write("index.html", "half".getBytes());
          return false;
        });
    assertEquals("old", Files.readString(site.resolve("index.html")));
    assertEquals(List.of("site"), names(source));
  }

  @Test
  void keepsTheLastSiteIfTheBuildFails() throws Exception {
    publish("old");
    Publisher publisher = new Publisher(site, source);
    assertThrows(
        IOException.class,
        () ->
            publisher.publish(output -> {
              output.write("index.html", "half".getBytes());
              throw new IOException("disk full");
            }));
    assertEquals(List.of("site"), names(source), "what was written so far is gone");
    assertEquals("old", Files.readString(site.resolve("index.html")));
    publish("new");
    assertEquals("new", Files.readString(site.resolve("index.html")));
  }

  @Test
  void restoresTheLastSiteIfKilledBetweenTwoSteps() throws Exception {
    publish("old");
    Path work = Files.createDirectories(source.resolve(".site.hindsight"));
    Files.move(site, work.resolve("previous"));
    new Publisher(site, source).publish(_ -> false);
    assertEquals("old", Files.readString(site.resolve("index.html")));
  }

  @Test
  void readersAlwaysSeeACompleteSite() throws Exception {
    publish("0");
    AtomicBoolean done = new AtomicBoolean();
    AtomicBoolean missed = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(() -> {
              while (!done.get()) {
                missed.compareAndSet(false, !Files.exists(site.resolve("index.html")));
              }
            });
    for (int i = 1; i <= 50; i++) {
      publish(String.valueOf(i));
    }
    done.set(true);
    reader.join();
    boolean isLinux = System.getProperty("os.name").equals("Linux");
    assertFalse(isLinux && missed.get(), "the site was gone for a moment");
  }

  @Test
  void swapsTwoFolders() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one"));
    Path two = Files.createDirectories(folder.resolve("two"));
    Files.writeString(one.resolve("file"), "one");
    boolean exchanged = AtomicSwap.exchange(one, two);
    assertEquals(exchanged, Files.exists(two.resolve("file")));
    assertFalse(AtomicSwap.exchange(folder.resolve("missing"), two));
  }

  @Test
  void refusesFoldersWithOtherFiles() throws IOException {
    for (Path dangerous :
        List.of(
            Path.of("/"),
            Path.of(System.getProperty("user.home")),
            source,
            folder,
            source.resolve("incidents"),
            source.resolve("incidents/site"),
            source.resolve("templates"),
            source.resolve("templates/site"),
            source.resolve(".git"),
            source.resolve(".git/site"))) {
      assertThrows(
          Publisher.Refused.class, () -> new Publisher(dangerous, source), dangerous.toString());
    }
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "five years of work");
    assertThrows(Publisher.Refused.class, () -> new Publisher(other, source));
    assertTrue(Files.exists(other.resolve("thesis.txt")));
    Path runbooks = Files.createDirectories(source.resolve("runbooks"));
    Files.writeString(runbooks.resolve("queue.md"), "# Queue\n");
    assertThrows(Publisher.Refused.class, () -> new Publisher(runbooks, source));
  }

  @Test
  void aLinkToASiteStaysALink() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createDirectories(site.getParent());
    Files.createSymbolicLink(site, elsewhere);
    publish("old");
    publish("new");
    assertTrue(Files.isSymbolicLink(site));
    assertEquals(names(elsewhere), names(site));
    assertTrue(names(elsewhere).contains(OutputGuard.MARKER));
  }

  @Test
  void refusesALinkToAFolderWithOtherFiles() throws IOException {
    Path link = folder.resolve("link");
    Files.createDirectories(source.resolve("incidents"));
    for (Path dangerous : List.of(Path.of("/"), source, source.resolve("incidents"))) {
      Files.createSymbolicLink(link, dangerous);
      assertThrows(
          Publisher.Refused.class, () -> new Publisher(link, source), dangerous.toString());
      Files.delete(link);
    }
  }

  /// Another program holds the lock, as another build does.
  @Test
  void refusesWhileAnotherProgramBuilds() throws Exception {
    Path lock = site.resolveSibling("." + site.getFileName() + ".hindsight").resolve("lock");
    Files.createDirectories(lock.getParent());
    Path program = folder.resolve("Hold.java");
    Files.writeString(
        program,
        """
        import java.nio.channels.FileChannel;
        import java.nio.file.*;
        void main(String[] args) throws Exception {
          FileChannel channel =
              FileChannel.open(
                  Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          channel.lock();
          System.out.println("held");
          System.in.read();
        }
        """);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(),
                lock.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertEquals("held", other.inputReader().readLine());
      Publisher publisher = new Publisher(site, source);
      Publisher.Refused refused =
          assertThrows(Publisher.Refused.class, () -> publisher.publish(_ -> true));
      assertTrue(refused.getMessage().startsWith("another build is writing to "));
    } finally {
      other.destroyForcibly().waitFor();
    }
    publish("new");
    assertTrue(Files.exists(site));
  }

  /// One build may end at the very moment at which another begins.
  @Test
  void concurrentBuildsLeaveACompleteSite() throws Exception {
    publish("first");
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    for (int round = 0; round < 10; round++) {
      List<Thread> builds = new ArrayList<>();
      for (int build = 0; build < 4; build++) {
        String text = round + "-" + build;
        builds.add(Thread.ofPlatform().start(() -> publishOften(text, wrong)));
      }
      for (Thread build : builds) {
        build.join();
      }
      String text = Files.readString(site.resolve("0.html"));
      for (int page = 0; page < 10; page++) {
        assertEquals(text, Files.readString(site.resolve(page + ".html")));
      }
      assertEquals(List.of("site"), names(source));
    }
    assertEquals(List.of(), wrong);
  }

  private void publishOften(String text, List<String> wrong) {
    for (int time = 0; time < 15; time++) {
      try {
        new Publisher(site, source)
            .publish(output -> {
              for (int page = 0; page < 10; page++) {
                output.write(page + ".html", text.getBytes());
              }
              return true;
            });
      } catch (Publisher.Refused refused) {
        if (!refused.getMessage().startsWith("another build is writing to ")) {
          wrong.add(refused.getMessage());
        }
      } catch (IOException | RuntimeException fault) {
        wrong.add(fault.toString());
      }
    }
  }

  @Test
  void refusesASecondBuildAtTheSameTime() throws Exception {
    new Publisher(site, source)
        .publish(_ -> {
          Publisher second = assertCanBeMade();
          assertThrows(Publisher.Refused.class, () -> second.publish(_ -> true));
          return false;
        });
  }

  private Publisher assertCanBeMade() {
    try {
      return new Publisher(site, source);
    } catch (Publisher.Refused refused) {
      throw new AssertionError(refused);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
