package dev.hindsight.page.view;

import dev.hindsight.model.Relation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Relations of one kind.
///
/// @param key of the message for their heading
/// @param name the heading in English, for templates that do not use the message
public record RelationGroup(String key, String name, List<Relation> relations) {

  private enum Kind {
    SAME("relation.same", "Duplicates"),
    LINKED("relation.linked", "Linked by an author"),
    MENTIONED("relation.mentioned", "Mentioned"),
    RECURRING("relation.recurring", "Earlier and later occurrences"),
    SIMILAR("relation.similar", "Similar");

    private final String key;
    private final String name;

    Kind(String key, String name) {
      this.key = key;
      this.name = name;
    }

    private static Kind of(Relation relation) {
      return switch (relation) {
        case Relation.SameAs _ -> SAME;
        case Relation.Declared _, Relation.DeclaredBy _ -> LINKED;
        case Relation.Mentions _, Relation.MentionedBy _ -> MENTIONED;
        case Relation.Recurs _ -> RECURRING;
        case Relation.Similar _ -> SIMILAR;
      };
    }
  }

  /// The strongest kind first. Within a kind, the order stays.
  public static List<RelationGroup> of(List<Relation> relations) {
    Map<Kind, List<Relation>> groups =
        relations.stream()
            .collect(Collectors.groupingBy(Kind::of, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> new RelationGroup(group.getKey().key, group.getKey().name, group.getValue()))
        .toList();
  }
}
