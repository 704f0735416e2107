package dev.hindsight.site;

import dev.hindsight.model.IncidentId;
import dev.hindsight.site.store.Digest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// The addresses of all files of the site. An address depends only on an ID or a name, never on a
/// title, an order or other reports, so that it never changes. All addresses are relative to the
/// site's root and use only letters, digits, `.`, `_` and `-`.
public final class Addresses {
  /// Less than the 255 bytes that file systems allow, to leave space for an extension.
  private static final int LONGEST = 200;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private static final Pattern NOT_ALLOWED =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SIGNS = Pattern.compile("[._-]+");
  private static final Pattern ENDS = Pattern.compile("^[-._]+|[-._]+$");

  /// Names of devices in Windows, and the name of the page that lists a folder.
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d|index)(\\..*)?");

  private Addresses() {}

  /// `incidents/INC-2024-0112.html`
  public static String page(IncidentId id) {
    return "incidents/" + fileName(id.value()) + ".html";
  }

  /// `incidents/INC-2024-0112.json`
  public static String data(IncidentId id) {
    return "incidents/" + fileName(id.value()) + ".json";
  }

  /// `incidents/INC-2024-0112.js`: the data as a script, because a page opened from disk can load
  /// scripts but no data.
  public static String script(IncidentId id) {
    return "incidents/" + fileName(id.value()) + ".js";
  }

  /// `incidents/INC-2024-0112.md`
  public static String report(IncidentId id) {
    return "incidents/" + fileName(id.value()) + ".md";
  }

  /// `systems/production-database.html`
  public static String systemPage(String slug) {
    return "systems/" + slug + ".html";
  }

  /// `systems/production-database.json`
  public static String systemData(String slug) {
    return "systems/" + slug + ".json";
  }

  /// `embed/incidents/INC-2024-0112.html`, `embed/systems/production-database.html`: the small
  /// version of a page, for an iframe.
  public static String embedded(String page) {
    return "embed/" + page;
  }

  /// `systems/production-database.xml`
  public static String systemFeed(String slug) {
    return "systems/" + slug + ".xml";
  }

  /// A page of a long list: `incidents/index.html`, `lists/incidents-2.html`, `actions.html`,
  /// `actions/2.html`. None of them can be the page of an incident or a system.
  ///
  /// @param name `incidents`, `systems` or `actions`
  /// @param page counted from 1
  public static String list(String name, int page) {
    boolean isActions = name.equals("actions");
    if (page <= 1) {
      return isActions ? "actions.html" : name + "/index.html";
    }
    return isActions ? "actions/" + page + ".html" : "lists/" + name + "-" + page + ".html";
  }

  /// The address of a file of the site, relative to a page one folder down: `../attachments/a.png`.
  public static String fromSubfolder(String path) {
    return "../" + encode(path);
  }

  /// Where a file beside the reports is published: `attachments/2024/graph.png`.
  public static String attachment(String path) {
    StringBuilder address = new StringBuilder("attachments");
    for (String part : path.split("/")) {
      address.append('/').append(fileName(part));
    }
    return address.toString();
  }

  /// Percent-encodes characters that are not allowed in a path, as a browser does.
  public static String encode(String path) {
    return isEncoded(path) ? path : encoded(path);
  }

  /// Whether a path needs no encoding, as is true for most.
  private static boolean isEncoded(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (!mayStay(path.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String encoded(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (mayStay(c)) {
        out.append(c);
      } else {
        HEX.toHexDigits(out.append('%'), b);
      }
    }
    return out.toString();
  }

  private static boolean mayStay(char c) {
    return isPlain(c) || "/._-~@".indexOf(c) >= 0;
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /// An anchor or address from text: lower case, words joined by hyphens.
  public static String slug(String text) {
    String slug =
        NOT_ALLOWED
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
            .replaceAll("-");
    String joined =
        SIGNS.matcher(slug).replaceAll(run -> run.group().contains("-") ? "-" : run.group());
    String name = ENDS.matcher(joined).replaceAll("");
    return fileName(name.isEmpty() ? "untitled" : name);
  }

  private static String fileName(String text) {
    if (isFileName(text)) {
      return text;
    }
    String name =
        NOT_ALLOWED
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
            .replaceAll("-")
            .replaceAll("^[.-]+|[.-]+$", "");
    if (name.isEmpty() || RESERVED.matcher(name).matches()) {
      name = name + "_" + digest(text);
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      int end = Math.min(name.length(), LONGEST / 4);
      name =
          name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, end)))
              + "_"
              + digest(text);
    }
    return name;
  }

  /// Whether an ID can be a file name as it is, as most can. Reserved names have no hyphen.
  private static boolean isFileName(String text) {
    boolean hasHyphen = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c) && (c != '-' || i == 0 || i == text.length() - 1)) {
        return false;
      }
      hasHyphen |= c == '-';
    }
    return hasHyphen && text.length() <= LONGEST;
  }

  private static String digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
  }
}
