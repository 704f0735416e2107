package dev.hindsight.site.problem;

import dev.hindsight.model.IncidentId;
import java.time.LocalDate;
import java.util.Optional;

/// Something that a report says and that is probably not meant so.
public sealed interface Doubt extends Problem.Warning {

  /// A severity that is none of the scale; it is shown as written.
  record UnknownSeverity(SourcePosition at, String found, String scale) implements Doubt {
    @Override
    public String message() {
      return "'" + found + "' is none of the severities";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("write one of " + scale + ", or add it to `severities:`");
    }
  }

  /// A system that the configuration does not know, or that looks like a slip for another.
  record UnknownSystem(SourcePosition at, String name, Optional<String> nearest) implements Doubt {
    @Override
    public String message() {
      return "'" + name + "' is no known system";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(
          nearest
              .map(known -> "did you mean '" + known + "'?")
              .orElse("mend the name, or add it to `systems:`"));
    }
  }

  /// An entry that is earlier than the one above it, or an end before the beginning.
  record BackwardsTimeline(SourcePosition at, String found, String before) implements Doubt {
    @Override
    public String message() {
      return "'" + found + "' comes after '" + before + "', but is earlier";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("mend the time, or write its day beside it");
    }
  }

  /// An entry that would be near the incident in another year.
  record WrongYear(SourcePosition at, String found, int expected) implements Doubt {
    @Override
    public String message() {
      return "'" + found + "' is in another year than the incident";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("did you mean " + expected + "?");
    }
  }

  /// A length that start and end, or the timeline, contradict.
  record DifferentDuration(SourcePosition at, String stated, String found) implements Doubt {
    @Override
    public String message() {
      return "the duration is given as " + stated + ", but " + found;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("mend the one that is wrong");
    }
  }

  /// A day that has not come yet.
  record FutureDate(SourcePosition at, LocalDate date) implements Doubt {
    @Override
    public String message() {
      return date + " is in the future";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("mend the date");
    }
  }

  /// Words of a template that nobody has replaced.
  record TemplateText(SourcePosition at, String found) implements Doubt {
    @Override
    public String message() {
      return "'" + found + "' was left over from a template";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("replace it, or take it out");
    }
  }

  /// An alias that is another report's id or alias already.
  record TakenAlias(SourcePosition at, IncidentId alias, IncidentId owner) implements Doubt {
    @Override
    public String message() {
      return "the alias '" + alias + "' means " + owner + " already";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("take it out here or there: an id leads to one report");
    }
  }

  /// A published address within a report's page that nothing has any more.
  ///
  /// @param text what stood there; empty where that is not known
  record LostAnchor(
      SourcePosition at, IncidentId id, String anchor, String text, Optional<String> nearest)
      implements Doubt {
    @Override
    public String message() {
      String known = text.isEmpty() ? "" : " ('" + text + "')";
      return "'#" + anchor + "'" + known + " of " + id + " was published and is gone";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(
          nearest.map(known -> "the nearest now is '#" + known + "'; ").orElse("")
              + "where links to it should lead, write <a id=\""
              + anchor
              + "\"></a>");
    }
  }

  /// A published incident that no report has for its id or alias any more.
  ///
  /// @param successor the report that has the same title
  record LostIncident(SourcePosition at, IncidentId id, Optional<IncidentId> successor)
      implements Doubt {
    @Override
    public String message() {
      return id + " was published and has no report any more";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(
          "if it is "
              + successor.map(IncidentId::value).orElse("another")
              + " now, write `aliases: ["
              + id
              + "]` in the front matter there");
    }
  }

  /// What should tell the published addresses does not.
  record UnreadableInventory(SourcePosition at) implements Doubt {
    @Override
    public String message() {
      return "this is no inventory of a site, so published addresses are not compared";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("put back the incidents.json of the published site, or delete this file");
    }
  }

  /// An action item that is still to be done, by nobody.
  record ActionWithoutOwner(SourcePosition at, int number) implements Doubt {
    @Override
    public String message() {
      return "action item " + number + " has no owner";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("say who does it: `(Assigned: name)`, or a column `Owner`");
    }
  }

  /// An action item whose term is over.
  record OverdueAction(SourcePosition at, int number, LocalDate due) implements Doubt {
    @Override
    public String message() {
      return "action item " + number + " was due on " + due + " and is not done";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("mark it as done, or give it a new term");
    }
  }

  /// A link to a place that its report does not have.
  record BrokenAnchor(
      SourcePosition at, String fragment, IncidentId target, Optional<String> nearest)
      implements Doubt {
    @Override
    public String message() {
      return target + " has no place '#" + fragment + "'";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(
          nearest
              .map(known -> "did you mean '#" + known + "'?")
              .orElse("link to a heading's words, in lower case and with hyphens for spaces"));
    }
  }

  /// What should not be known to all who read the site.
  ///
  /// @param length in characters, which no output shows
  record LikelySecret(SourcePosition at, String kind, int length) implements Doubt {
    @Override
    public String message() {
      return "this looks like " + kind;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("take it out and have it revoked; the repository's history still has it");
    }

    @Override
    public int hidden() {
      return length;
    }
  }
}
