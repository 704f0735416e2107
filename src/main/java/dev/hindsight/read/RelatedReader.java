package dev.hindsight.read;

import dev.hindsight.model.Block;
import dev.hindsight.model.Html;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Place;
import dev.hindsight.model.RelatedIncident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Reads related incidents: list items that begin with an id, plain or as a link, with a reason
/// and, last, the date of that incident in parentheses.
///
/// ```
/// - INC-2024-0089 - Similar connection pool issue in staging (2024-03-15)
/// ```
final class RelatedReader implements BlockReader {
  private static final Pattern ID =
      Pattern.compile(
          "\\s*\\[{0,2}([\\p{L}\\p{N}]+(?:[-_][\\p{L}\\p{N}]+)+)(?:\\|([^\\]]*))?]{0,2}(?=[\\s:,;(–—]|$)");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[-–—:]+\\s+)?");
  private static final Pattern DATE =
      Pattern.compile("\\s*\\((\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)\\)\\s*$");

  @Override
  public List<Block> read(Node node, String anchor, Reading reading, HtmlMaker html) {
    if (!(node instanceof ListBlock list)) {
      return List.of();
    }
    List<Items.Item> items = Items.of(list);
    if (items.stream().noneMatch(RelatedReader::isRelated)) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    List<RelatedIncident> related = new ArrayList<>();
    for (Items.Item item : items) {
      if (isRelated(item)) {
        related.add(related(item, anchor, reading, html));
      } else {
        add(blocks, related);
        related = new ArrayList<>();
        blocks.add(html.prose(item.all(), anchor));
      }
    }
    add(blocks, related);
    return blocks;
  }

  private static void add(List<Block> blocks, List<RelatedIncident> related) {
    if (!related.isEmpty()) {
      blocks.add(new Block.Related(related));
    }
  }

  private static boolean isRelated(Items.Item item) {
    return item.box() == Items.Box.NONE && id(item.line()).isPresent();
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
    Place place = reading.place(line.isEmpty() ? item.node() : line.first());
    IncidentId id = new IncidentId(id(line).orElseThrow());
    Optional<String> label = Optional.empty();
    if (line.first() instanceof Link) {
      line.dropFirst();
    } else {
      label = line.takeStart(ID).map(found -> found.group(2));
    }
    line.takeStart(SEPARATOR);
    Optional<Moment> date =
        line.takeEndIf(DATE, found -> Moment.parse(found.group(1)).isPresent())
            .map(found -> found.group(1))
            .flatMap(Moment::parse);
    List<Node> words = item.all();
    label.ifPresent(text -> words.addFirst(new Text(text + " ")));
    Html reason = html.of(words, anchor);
    String text = PlainText.of(reason);
    return new RelatedIncident(
        id, Optional.of(text).filter(reasons -> !reasons.isEmpty()), reason, date, place);
  }
}
