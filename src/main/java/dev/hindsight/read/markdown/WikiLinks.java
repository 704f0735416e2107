package dev.hindsight.read.markdown;

import dev.hindsight.site.Addresses;
import dev.hindsight.site.text.IdCandidates;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Links to reports in the notation of wikis and note-taking programs: `[[INC-2024-0112]]`,
/// `[[INC-2024-0112|the outage in April]]`, `[[INC-2024-0112#timeline]]`. Brackets around anything
/// else, such as a test in a shell script, stay.
public final class WikiLinks {
  private static final Pattern LINK =
      Pattern.compile(
          "\\[\\[([^\\[\\]|#\\n]{1,200})(#[^\\[\\]|\\n]{1,200})?(?:\\|([^\\[\\]\\n]+))?]]");

  private WikiLinks() {}

  /// @param report returns the address of the report with a name, relative to the file
  public static void replace(Node document, Function<String, Optional<String>> report) {
    TicketLinks.texts(document).stream()
        .filter(text -> text.getLiteral().contains("[["))
        .forEach(text -> replace(text, report));
  }

  private static void replace(Text text, Function<String, Optional<String>> report) {
    String literal = text.getLiteral();
    Matcher found = LINK.matcher(literal);
    StringBuilder words = new StringBuilder();
    int from = 0;
    while (found.find()) {
      String name = found.group(1).strip();
      Optional<String> address = report.apply(name);
      words.append(literal, from, found.start());
      from = found.end();
      if (address.isPresent() && (found.group(2) != null || found.group(3) != null)) {
        String place = found.group(2) == null ? "" : found.group(2).strip().replace(' ', '-');
        Link link = new Link(Addresses.encode(address.get()) + place, null);
        link.appendChild(new Text(found.group(3) == null ? name : found.group(3).strip()));
        insertBefore(text, words);
        text.insertBefore(link);
      } else if (address.isPresent() || isId(name)) {
        words.append(found.group(3) == null ? name : name + " (" + found.group(3).strip() + ")");
      } else {
        words.append(found.group());
      }
    }
    text.setLiteral(words.append(literal.substring(from)).toString());
  }

  private static void insertBefore(Text text, StringBuilder words) {
    if (!words.isEmpty()) {
      Text before = new Text(words.toString());
      before.setSourceSpans(text.getSourceSpans());
      text.insertBefore(before);
      words.setLength(0);
    }
  }

  private static boolean isId(String name) {
    List<IdCandidates.Word> words = IdCandidates.in(name);
    return words.size() == 1 && words.getFirst().text().length() == name.length();
  }
}
