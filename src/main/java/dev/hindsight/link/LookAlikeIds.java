package dev.hindsight.link;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.site.problem.Problem;
import dev.hindsight.site.problem.ProblemKind;
import dev.hindsight.site.problem.SourcePosition;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Finds IDs that look like others because they contain a similar letter of another script.
final class LookAlikeIds {
  static final ProblemKind LOOK_ALIKE_ID =
      ProblemKind.warning(
          "look-alike-id",
          ProblemKind.Topic.ADDRESSES,
          """
          An ID or alias that mixes letters of scripts that look alike, such as a Cyrillic `І` in `INC`. A search or a
          link typed in ordinary letters does not find it. Retype the ID in one script.
          """);

  /// Scripts with letters that look alike. IDs in any of them are fine.
  private static final Set<UnicodeScript> ALIKE =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE,
          UnicodeScript.COPTIC,
          UnicodeScript.LISU);

  private LookAlikeIds() {}

  static List<Problem> find(List<Incident> incidents) {
    List<Problem> problems = new ArrayList<>();
    for (Incident incident : incidents) {
      find(incident.id(), "ID", "id", incident).forEach(problems::add);
      for (IncidentId alias : incident.aliases()) {
        find(alias, "alias", "aliases", incident).forEach(problems::add);
      }
    }
    return problems;
  }

  private static Stream<Problem> find(IncidentId id, String what, String key, Incident incident) {
    OptionalInt stranger = stranger(id.value());
    if (stranger.isEmpty()) {
      return Stream.empty();
    }
    int letter = stranger.getAsInt();
    String script = UnicodeScript.of(letter).name();
    return Stream.of(
        LOOK_ALIKE_ID.at(
            SourcePosition.of(incident.source(), incident.place(key)),
            String.format(
                Locale.ROOT,
                "the %s '%s' contains '%s' (U+%04X), a %s letter among letters of another script",
                what,
                id,
                Character.toString(letter),
                letter,
                script.charAt(0) + script.substring(1).toLowerCase(Locale.ROOT)),
            "type the " + what + " again in one script, in the file's name too"));
  }

  /// The first letter of the less frequent script; empty if all letters are from one.
  private static OptionalInt stranger(String id) {
    if (id.chars().allMatch(c -> c < 128)) {
      return OptionalInt.empty();
    }
    int[] letters =
        id.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> ALIKE.contains(UnicodeScript.of(letter)))
            .toArray();
    int strangers = letters.length;
    OptionalInt first = OptionalInt.empty();
    for (int letter : letters) {
      UnicodeScript script = UnicodeScript.of(letter);
      int same = 0;
      for (int other : letters) {
        same += UnicodeScript.of(other) == script ? 1 : 0;
      }
      // If both are equally frequent, the letter that is not Latin is reported.
      if (same < strangers
          || same == strangers && same < letters.length && script != UnicodeScript.LATIN) {
        strangers = same;
        first = OptionalInt.of(letter);
      }
    }
    return first;
  }
}
