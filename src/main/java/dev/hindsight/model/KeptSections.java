package dev.hindsight.model;

import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Sections that are kept elsewhere than in memory: fetched when somebody asks for them, and
/// forgotten when nobody looks at them any more. Of very many reports the sections are most of what
/// there is, and few are looked at at a time. They never change. What is asked of all reports again
/// and again stays in memory.
public final class KeptSections extends AbstractList<Section> implements RandomAccess {
  private final int size;
  private final List<ActionItem> actionItems;
  private final Optional<String> fix;
  private final boolean hasDiagram;
  private final Set<SectionKind> told;
  private final Supplier<List<Section>> fetch;
  private volatile WeakReference<List<Section>> fetched = new WeakReference<>(null);

  /// @param incident whose sections they are, with these at hand
  /// @param fetch gives the same each time
  public KeptSections(Incident incident, Supplier<List<Section>> fetch) {
    this.size = incident.sections().size();
    this.actionItems = incident.actionItems();
    this.fix = incident.fix();
    this.hasDiagram = incident.hasDiagram();
    this.told = EnumSet.noneOf(SectionKind.class);
    Stream.of(SectionKind.values()).filter(incident::hasText).forEach(told::add);
    this.fetch = fetch;
  }

  List<ActionItem> actionItems() {
    return actionItems;
  }

  Optional<String> fix() {
    return fix;
  }

  boolean hasDiagram() {
    return hasDiagram;
  }

  boolean hasText(SectionKind kind) {
    return told.contains(kind);
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
