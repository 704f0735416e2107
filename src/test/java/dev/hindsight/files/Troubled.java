package dev.hindsight.files;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/// The files of this machine, but with trouble: the n-th thing that is done to them fails, or
/// folders list their files in another order. Everything that may touch a disk counts, also each
/// piece that is written to a file.
public final class Troubled extends FileSystem {
  /// What a fault is told as.
  public static final String FULL = "No space left on device";

  private final AtomicInteger done = new AtomicInteger();
  private final int failing;
  private final Random order;
  private final FileSystem real;
  private final Provider provider = new Provider();

  private Troubled(Path folder, int failing, Random order) {
    this.real = folder.getFileSystem();
    this.failing = failing;
    this.order = order;
  }

  /// A folder whose n-th use fails, counted from 1; 0 for none.
  public static Path failingAt(Path folder, int n) {
    return new Troubled(folder, n, null).wrap(folder);
  }

  /// A folder that lists its files in an order of its own each time.
  public static Path shuffled(Path folder, long seed) {
    return new Troubled(folder, 0, new Random(seed)).wrap(folder);
  }

  /// How many things were done to a folder that was made here.
  public static int uses(Path folder) {
    return ((Troubled) folder.getFileSystem()).done.get();
  }

  private Path wrap(Path path) {
    return path == null ? null : new Place(path);
  }

  private static Path real(Path path) {
    return path instanceof Place place ? place.path : path;
  }

  private void use(Path path) throws IOException {
    if (done.incrementAndGet() == failing) {
      throw new FileSystemException(real(path).toString(), null, FULL);
    }
  }

  /// As when a file is open already: the system does not say then which it is.
  private void useOpen() throws IOException {
    if (done.incrementAndGet() == failing) {
      throw new IOException(FULL);
    }
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return real.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return StreamSupport.stream(real.getRootDirectories().spliterator(), false)
        .map(this::wrap)
        .toList();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return real.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return real.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return wrap(real.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = real.getPathMatcher(pattern);
    return path -> matcher.matches(real(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return real.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return real.newWatchService();
  }

  /// A path of this file system.
  private final class Place implements Path {
    private final Path path;

    Place(Path path) {
      this.path = path;
    }

    @Override
    public FileSystem getFileSystem() {
      return Troubled.this;
    }

    @Override
    public boolean isAbsolute() {
      return path.isAbsolute();
    }

    @Override
    public Path getRoot() {
      return wrap(path.getRoot());
    }

    @Override
    public Path getFileName() {
      return wrap(path.getFileName());
    }

    @Override
    public Path getParent() {
      return wrap(path.getParent());
    }

    @Override
    public int getNameCount() {
      return path.getNameCount();
    }

    @Override
    public Path getName(int index) {
      return wrap(path.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
      return wrap(path.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
      return path.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
      return path.endsWith(real(other));
    }

    @Override
    public Path normalize() {
      return wrap(path.normalize());
    }

    @Override
    public Path resolve(Path other) {
      return wrap(path.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
      return wrap(path.relativize(real(other)));
    }

    @Override
    public URI toUri() {
      return path.toUri();
    }

    @Override
    public Path toAbsolutePath() {
      return wrap(path.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
      return wrap(path.toRealPath(options));
    }

    @Override
    public WatchKey register(
        WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers)
        throws IOException {
      return path.register(watcher, events, modifiers);
    }

    @Override
    public int compareTo(Path other) {
      return path.compareTo(real(other));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place place && path.equals(place.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  private final class Provider extends FileSystemProvider {
    private FileSystemProvider real() {
      return real.provider();
    }

    @Override
    public String getScheme() {
      return "troubled";
    }

    @Override
    public FileSystem newFileSystem(URI address, Map<String, ?> settings) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI address) {
      return Troubled.this;
    }

    @Override
    public Path getPath(URI address) {
      return wrap(Path.of(address));
    }

    @Override
    public SeekableByteChannel newByteChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      use(path);
      return new Channel(Files.newByteChannel(Troubled.real(path), options, attributes));
    }

    @Override
    public FileChannel newFileChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      use(path);
      return FileChannel.open(Troubled.real(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
        Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
      use(folder);
      List<Path> files = new ArrayList<>();
      try (DirectoryStream<Path> listed = Files.newDirectoryStream(Troubled.real(folder))) {
        for (Path file : listed) {
          if (filter.accept(wrap(file))) {
            files.add(wrap(file));
          }
        }
      }
      if (order != null) {
        synchronized (order) {
          Collections.shuffle(files, order);
        }
      }
      return new DirectoryStream<>() {
        @Override
        public Iterator<Path> iterator() {
          return files.iterator();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
      use(folder);
      real().createDirectory(Troubled.real(folder), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
      use(link);
      real().createLink(Troubled.real(link), Troubled.real(existing));
    }

    @Override
    public void delete(Path path) throws IOException {
      use(path);
      real().delete(Troubled.real(path));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
      use(to);
      real().copy(Troubled.real(from), Troubled.real(to), options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
      use(to);
      real().move(Troubled.real(from), Troubled.real(to), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
      return real().isSameFile(Troubled.real(one), Troubled.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
      return real().isHidden(Troubled.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
      return real().getFileStore(Troubled.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
      real().checkAccess(Troubled.real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
        Path path, Class<V> type, LinkOption... options) {
      return real().getFileAttributeView(Troubled.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
        Path path, Class<A> type, LinkOption... options) throws IOException {
      return real().readAttributes(Troubled.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
        throws IOException {
      return real().readAttributes(Troubled.real(path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options)
        throws IOException {
      use(path);
      real().setAttribute(Troubled.real(path), name, value, options);
    }
  }

  /// A file, of which every piece that is read or written counts.
  private final class Channel implements SeekableByteChannel {
    private final SeekableByteChannel channel;

    Channel(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      useOpen();
      return channel.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      useOpen();
      return channel.write(source);
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
      channel.position(place);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      useOpen();
      channel.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
