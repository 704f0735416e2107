package dev.hindsight.page.feed;

import dev.hindsight.model.Incident;
import dev.hindsight.model.IncidentId;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Section;
import dev.hindsight.model.SystemHistory;
import dev.hindsight.page.message.Messages;
import dev.hindsight.page.view.PlainLine;
import dev.hindsight.site.Addresses;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;

/// `objects.inv`: the names of incidents, systems and sections that Sphinx' intersphinx and similar
/// tools can refer to. The format is version 2 of `sphinx/util/inventory.py`.
///
/// A label is the name of a page's file in lower case, as Sphinx looks labels up, with the anchor
/// after a `/`. File names contain no spaces, which would end a name in this format. A docname is
/// the page's path without its extension. A missing report has neither, so that Sphinx warns about
/// references to it.
final class SphinxInventory {
  private static final String LABEL = "std:label";
  private static final String DOCUMENT = "std:doc";

  /// The priority of labels and documents in Sphinx: its search does not list them.
  private static final String PRIORITY = "-1";

  private static final String HEADER =
      """
      # Sphinx inventory version 2
      # Project: %s
      # Version:\s
      # The remainder of this file is compressed using zlib.
      """;

  private static final String ENDING = ".html";

  /// Bytes to compress at once.
  private static final int PIECE = 1 << 16;

  private static final Pattern SPACE =
      Pattern.compile("[\\s\\p{Cntrl}]+", Pattern.UNICODE_CHARACTER_CLASS);

  private SphinxInventory() {}

  /// The file: incidents by ID, each with its anchors, then aliases, then systems.
  static byte[] of(String title, KnowledgeBase knowledge, Messages messages) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(HEADER.formatted(PlainLine.of(title)).getBytes(StandardCharsets.UTF_8));
    // Another zlib may compress the same lines differently; the same JDK never does.
    try (OutputStream out = new BufferedOutputStream(new DeflaterOutputStream(file), PIECE)) {
      for (Incident incident :
          knowledge.incidents().stream().sorted(Comparator.comparing(Incident::id)).toList()) {
        out.write(incident(incident, messages).getBytes(StandardCharsets.UTF_8));
      }
      for (IncidentId alias : knowledge.aliases()) {
        out.write(alias(alias, knowledge).getBytes(StandardCharsets.UTF_8));
      }
      for (SystemHistory system : knowledge.systems()) {
        out.write(system(system).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return file.toByteArray();
  }

  private static String incident(Incident incident, Messages messages) {
    String page = Addresses.page(incident.id());
    String uri = Addresses.encode(page);
    String label = label(incident.id());
    String title = incident.id() + ": " + incident.title();
    StringBuilder lines = new StringBuilder();
    lines.append(line(label, LABEL, uri, title)).append(line(bare(page), DOCUMENT, uri, title));
    Map<String, String> names = names(incident, messages);
    Set<String> taken = new HashSet<>();
    for (String anchor : incident.anchors()) {
      String lower = lower(anchor);
      if (taken.add(lower)) {
        String name = incident.id() + ": " + names.getOrDefault(anchor, anchor);
        lines.append(line(label + "/" + lower, LABEL, uri + "#" + Addresses.encode(anchor), name));
      }
    }
    return lines.toString();
  }

  private static String alias(IncidentId alias, KnowledgeBase knowledge) {
    IncidentId id = knowledge.ids().get(alias.key());
    String title = knowledge.incident(id).map(incident -> ": " + incident.title()).orElse("");
    return line(label(alias), LABEL, Addresses.encode(Addresses.page(id)), id + title);
  }

  private static String system(SystemHistory system) {
    String page = Addresses.systemPage(system.slug());
    String uri = Addresses.encode(page);
    return line("system/" + system.slug(), LABEL, uri, system.name())
        + line(bare(page), DOCUMENT, uri, system.name());
  }

  /// The names of a report's sections, by anchor.
  private static Map<String, String> names(Incident incident, Messages messages) {
    Map<String, String> names = new HashMap<>();
    for (Section section : incident.sections()) {
      names.put(section.anchor(), section.heading());
    }
    incident.timeline().forEach(entry -> names.put(entry.anchor(), entry.time()));
    incident
        .resolution()
        .forEach(step -> names.put(step.anchor(), messages.text("feed.step", step.number())));
    incident
        .actionItems()
        .forEach(item -> names.put(item.anchor(), messages.text("feed.action", item.number())));
    return names;
  }

  private static String label(IncidentId id) {
    String page = bare(Addresses.page(id));
    return lower(page.substring(page.indexOf('/') + 1));
  }

  /// A label as Sphinx looks it up. Anchors can contain spaces, but names cannot.
  private static String lower(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.chars().allMatch(c -> c > ' ' && c < 0x7F)
        ? lower
        : SPACE.matcher(lower).replaceAll("-");
  }

  private static String bare(String page) {
    return page.substring(0, page.length() - ENDING.length());
  }

  private static String line(String name, String role, String uri, String title) {
    return String.join(" ", name, role, PRIORITY, uri, PlainLine.of(title)) + "\n";
  }
}
