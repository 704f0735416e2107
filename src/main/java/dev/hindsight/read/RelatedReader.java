package dev.hindsight.read;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.model.RelatedIncident;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/// Reads related incidents: list items that begin with an id, plain or as a link, with a reason
/// and, last, the date of that incident in parentheses.
///
/// ```
/// - INC-2024-0089 - Similar connection pool issue in staging (2024-03-15)
/// ```
final class RelatedReader implements BlockReader {
  private static final Pattern ID =
      Pattern.compile(
          "\\s*\\[{0,2}([\\p{L}\\p{N}]+(?:[-_][\\p{L}\\p{N}]+)+)]{0,2}(?=[\\s:,;(–—]|$)");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[-–—:]+\\s+)?");
  private static final Pattern DATE =
      Pattern.compile("\\s*\\((\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)\\)\\s*$");

  @Override
  public Optional<Block> read(Node node, String anchor, Reading reading, HtmlMaker html) {
    if (!(node instanceof ListBlock list)) {
      return Optional.empty();
    }
    List<Items.Item> items = Items.of(list);
    if (!items.stream()
        .allMatch(item -> item.box() == Items.Box.NONE && id(item.line()).isPresent())) {
      return Optional.empty();
    }
    return Optional.of(
        new Block.Related(
            items.stream().map(item -> related(item, anchor, reading, html)).toList()));
  }

  private static Optional<String> id(Inline line) {
    var matcher = ID.matcher(line.first() instanceof Link link ? Inline.text(link) : line.text());
    return Optional.of(matcher)
        .filter(found -> line.first() instanceof Link ? found.matches() : found.lookingAt())
        .map(found -> found.group(1))
        .filter(id -> !MentionWords.in(id).isEmpty());
  }

  private static RelatedIncident related(
      Items.Item item, String anchor, Reading reading, HtmlMaker html) {
    Inline line = item.line();
    int number = reading.at(item.node()).line();
    IncidentId id = new IncidentId(id(line).orElseThrow());
    if (line.first() instanceof Link) {
      line.dropFirst();
    } else {
      line.takeStart(ID);
    }
    line.takeStart(SEPARATOR);
    Optional<Moment> date =
        line.takeEndIf(DATE, found -> Moment.parse(found.group(1)).isPresent())
            .map(found -> found.group(1))
            .flatMap(Moment::parse);
    Html reason = html.of(item.all(), anchor);
    String text = PlainText.of(reason);
    return new RelatedIncident(
        id, Optional.of(text).filter(words -> !words.isEmpty()), reason, date, number);
  }
}
