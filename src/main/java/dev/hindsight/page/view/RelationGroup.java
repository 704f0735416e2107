package dev.hindsight.page.view;

import dev.hindsight.model.Relation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Relations of one kind.
///
/// @param name what their heading says
public record RelationGroup(String name, List<Relation> relations) {

  private enum Kind {
    SAME("The same incident"),
    NAMED("Named by an author"),
    MENTIONED("Mentioned"),
    AGAIN("Came before, or came back"),
    SIMILAR("Similar");

    private final String name;

    Kind(String name) {
      this.name = name;
    }

    private static Kind of(Relation relation) {
      return switch (relation) {
        case Relation.SameAs _ -> SAME;
        case Relation.Declared _, Relation.DeclaredBy _ -> NAMED;
        case Relation.Mentions _, Relation.MentionedBy _ -> MENTIONED;
        case Relation.Recurs _ -> AGAIN;
        case Relation.Similar _ -> SIMILAR;
      };
    }
  }

  /// The surest kind first; within one, the order stays.
  public static List<RelationGroup> of(List<Relation> relations) {
    Map<Kind, List<Relation>> groups =
        relations.stream()
            .collect(Collectors.groupingBy(Kind::of, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> new RelationGroup(group.getKey().name, group.getValue()))
        .toList();
  }
}
