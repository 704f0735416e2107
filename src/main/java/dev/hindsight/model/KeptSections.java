package dev.hindsight.model;

import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.EnumSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Sections that are loaded when they are needed and dropped when no longer in use. With very many
/// reports, sections are most of the data, and few are needed at a time. They never change. What is
/// needed again and again for all reports stays in memory.
public final class KeptSections extends AbstractList<Section> implements RandomAccess {
  private final int size;
  private final List<ActionItem> actionItems;
  private final boolean hasDiagram;
  private final Set<SectionKind> told;
  private final Supplier<List<Section>> fetch;
  private volatile WeakReference<List<Section>> fetched = new WeakReference<>(null);

  /// @param incident with these sections in memory
  /// @param fetch loads the sections; returns the same each time
  public KeptSections(Incident incident, Supplier<List<Section>> fetch) {
    this.size = incident.sections().size();
    this.actionItems = incident.actionItems();
    this.hasDiagram = incident.hasDiagram();
    this.told = EnumSet.noneOf(SectionKind.class);
    Stream.of(SectionKind.values()).filter(incident::hasText).forEach(told::add);
    this.fetch = fetch;
  }

  List<ActionItem> actionItems() {
    return actionItems;
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
