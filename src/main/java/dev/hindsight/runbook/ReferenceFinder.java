package dev.hindsight.runbook;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.site.config.UnknownIdPattern;
import dev.hindsight.site.text.IdCandidates;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds references in a text: addresses of the site, and IDs. In Markdown, AsciiDoc, HTML and
/// plain text alike, an address ends at a space, quote or bracket.
final class ReferenceFinder {
  private static final String IN_ADDRESS = "[^\\s\"'<>\\[\\]{}|\\\\^`]";

  private static final Pattern ANY_ADDRESS =
      Pattern.compile("(?i)https?://" + IN_ADDRESS + "{1,2000}+");

  /// What looks like a page of the site, if the address of the site is unknown.
  private static final Pattern PAGE =
      Pattern.compile(
          "(?<![\\w%-])(?:embed/)?(?:incidents|systems)/[\\w.%~-]{1,300}+(?<=\\.html)"
              + "(?:#[^\\s\"'<>\\[\\](){}|\\\\^`,;]{1,300}+)?");

  /// What comes before the name of an anchor.
  private static final Pattern MARK = Pattern.compile("(?i)\\b(?:id|name)\\s?=\\s?[\"']$");

  private static final int LONGEST_MARK = 10;

  private static final Pattern REST = Pattern.compile("([^?#]*)(\\?[^#]*)?(?:#(.*))?");

  private final KnowledgeBase knowledge;
  private final UnknownIdPattern form;
  private final Optional<String> url;

  /// @param url of the site, with a `/` at the end
  ReferenceFinder(KnowledgeBase knowledge, UnknownIdPattern form, Optional<String> url) {
    this.knowledge = knowledge;
    this.form = form;
    this.url = url.map(address -> address.replaceFirst("(?i)^https?://", ""));
  }

  /// The references in a text.
  ///
  /// @param references in order
  /// @param slow where the first word begins that `ids.pattern` needs too many steps for
  record Found(List<Reference> references, OptionalInt slow) {
    Found {
      references = List.copyOf(references);
    }
  }

  /// Finds all references.
  Found find(String text) {
    List<Reference> found = new ArrayList<>();
    List<int[]> foreign = new ArrayList<>();
    Matcher address = ANY_ADDRESS.matcher(text);
    while (address.find()) {
      int end = end(text, address.start(), address.end());
      Optional<Reference.Link> link = link(text, address.start(), end);
      link.ifPresentOrElse(found::add, () -> foreign.add(new int[] {address.start(), end}));
    }
    if (url.isEmpty()) {
      pages(text, found);
    }
    found.sort(Comparator.comparingInt(Reference::start));
    OptionalInt slow = names(text, List.copyOf(found), foreign, found);
    found.sort(Comparator.comparingInt(Reference::start));
    return new Found(found, slow);
  }

  /// Punctuation at the end of a sentence, or a closing bracket, is not part of an address.
  private static int end(String text, int start, int last) {
    int end = last;
    int open = 0;
    for (int i = start; i < last; i++) {
      char c = text.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) {
        end = i;
        break;
      }
    }
    while (end > start && ".,;:!?*_)~".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private Optional<Reference.Link> link(String text, int start, int end) {
    if (url.isEmpty()) {
      return Optional.empty();
    }
    int host = text.indexOf("//", start) + 2;
    int pathStart = host + url.get().length();
    // The address of the site itself can lack the last slash.
    boolean isRoot = pathStart - 1 == end && isOurs(text, host, url.get().length() - 1);
    if (isRoot) {
      return Optional.of(new Reference.Link(start, end, end, "", "", ""));
    }
    return pathStart <= end && isOurs(text, host, url.get().length())
        ? Optional.of(link(text, start, pathStart, end))
        : Optional.empty();
  }

  private boolean isOurs(String text, int host, int length) {
    return text.regionMatches(true, host, url.get(), 0, length);
  }

  private static Reference.Link link(String text, int start, int pathStart, int end) {
    Matcher parts = REST.matcher(text.substring(pathStart, end));
    parts.matches();
    return new Reference.Link(
        start,
        end,
        pathStart,
        decode(parts.group(1)),
        parts.group(2) == null ? "" : parts.group(2),
        parts.group(3) == null ? "" : decode(parts.group(3)));
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return encoded;
    }
  }

  private static void pages(String text, List<Reference> found) {
    Matcher page = PAGE.matcher(text);
    while (page.find()) {
      int end = page.end();
      while (".,;:!?*_".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      found.add(link(text, page.start(), page.start(), end));
    }
  }

  /// Whether an ID is part of a path, a file name or an anchor: `logs/OPS-17.txt`, `#OPS-17`,
  /// `id="OPS-17"`.
  private static boolean isPart(String text, int start, int end) {
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    char after = end < text.length() ? text.charAt(end) : ' ';
    boolean isFile =
        after == '.' && end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
    return "/\\\\#=-_".indexOf(before) >= 0
        || "/\\\\-_".indexOf(after) >= 0
        || isFile
        || MARK.matcher(text.substring(Math.max(0, start - LONGEST_MARK), start)).find();
  }

  /// Adds the IDs that are not in an address of the site.
  ///
  /// @param links in order, like the `foreign` addresses
  /// @return where the first word begins that the pattern needs too many steps for
  private OptionalInt names(
      String text, List<Reference> links, List<int[]> foreign, List<Reference> found) {
    int link = 0;
    int other = 0;
    OptionalInt slow = OptionalInt.empty();
    for (IdCandidates.Word word : IdCandidates.in(text)) {
      while (link < links.size() && links.get(link).end() <= word.start()) {
        link++;
      }
      while (other < foreign.size() && foreign.get(other)[1] <= word.start()) {
        other++;
      }
      if (link < links.size() && links.get(link).start() <= word.start()) {
        continue;
      }
      boolean isForeign = other < foreign.size() && foreign.get(other)[0] <= word.start();
      int known =
          knowledge.recognize(word.text()).map(KnowledgeBase.RecognizedId::length).orElse(0);
      int length = known;
      // An address elsewhere can contain numbers that look like an ID.
      if (known == 0 && !isForeign) {
        UnknownIdPattern.Found unknown = form.find(word.text());
        length = unknown.id().map(id -> id.value().length()).orElse(0);
        if (unknown.isGivenUp() && slow.isEmpty()) {
          slow = OptionalInt.of(word.start());
        }
      }
      boolean isInAddress = isForeign || isPart(text, word.start(), word.start() + length);
      if (length > 0) {
        found.add(
            new Reference.Name(
                word.start(),
                word.start() + length,
                word.text().substring(0, length),
                isInAddress));
      }
    }
    return slow;
  }
}
