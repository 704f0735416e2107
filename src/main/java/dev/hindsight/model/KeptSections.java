package dev.hindsight.model;

import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/// Sections that are kept elsewhere than in memory: fetched when somebody asks for them, and
/// forgotten when nobody looks at them any more. Of very many reports the sections are most of what
/// there is, and few are looked at at a time. They never change.
public final class KeptSections extends AbstractList<Section> implements RandomAccess {
  private final int size;
  private final Supplier<List<Section>> fetch;
  private volatile WeakReference<List<Section>> fetched = new WeakReference<>(null);

  /// @param size how many there are
  /// @param fetch gives the same each time
  public KeptSections(int size, Supplier<List<Section>> fetch) {
    this.size = size;
    this.fetch = fetch;
  }

  @Override
  public Section get(int index) {
    List<Section> all = fetched.get();
    if (all == null) {
      all = fetch.get();
      fetched = new WeakReference<>(all);
    }
    return all.get(index);
  }

  @Override
  public int size() {
    return size;
  }
}
