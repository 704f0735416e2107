package dev.hindsight.page.template;

import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.page.message.Messages;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.Output;
import dev.hindsight.site.config.SiteConfig;
import dev.hindsight.site.problem.Problem;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Renders pages with the templates of a theme. Can be used by many threads at once.
public final class PageRenderer {
  /// Pages that are served at addresses other than their own.
  private static final Set<String> AT_ANY_ADDRESS = Set.of("404.html", "offline.html");

  private final SiteConfig config;
  private final KnowledgeBase knowledge;
  private final PebbleEngine pebble;
  private final TemplateErrors errors;

  public PageRenderer(SiteConfig config, Theme theme, KnowledgeBase knowledge, Messages messages) {
    this.config = config;
    this.knowledge = knowledge;
    this.errors = new TemplateErrors(theme);
    this.pebble =
        new PebbleEngine.Builder()
            .loader(theme.loader())
            .extension(new SiteExtension(knowledge, config, messages))
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /// Writes one page, unless its template has an error.
  ///
  /// @param path of the page, from the site's root
  /// @param template its name without `.peb`
  /// @param area of the site that the navigation marks; may be empty
  /// @param own the variables of this template, besides those that every template has
  public void write(
      Output output, String path, String template, String area, Map<String, Object> own) {
    Map<String, Object> values = new HashMap<>(own);
    values.put("root", root(path));
    values.put("area", area);
    values.put("path", path);
    values.put("address", config.url().map(url -> url + Addresses.encode(path)).orElse(null));
    values.put("site", config);
    values.put("knowledge", knowledge);
    PageBuffer html = PageBuffer.empty();
    try {
      pebble.getTemplate(template + ".peb").evaluate(html, values);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    } catch (PebbleException broken) {
      throwLimits(broken);
      errors.add(broken, template + ".peb", values.keySet());
      return;
    }
    output.write(path, html.bytes());
  }

  /// The path from a page to the site's root. A page that is served at any address needs the site's
  /// configured address for this.
  private String root(String path) {
    return config
        .url()
        .filter(_ -> AT_ANY_ADDRESS.contains(path))
        .map(url -> URI.create(url).getRawPath())
        .orElseGet(() -> "../".repeat((int) path.chars().filter(c -> c == '/').count()));
  }

  /// If the machine runs out of a resource, no template is at fault.
  private static void throwLimits(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof VirtualMachineError limit) {
        throw limit;
      }
    }
  }

  /// The problems of templates, once pages are rendered. Pages with a problem are missing.
  public List<Problem> errors() {
    return errors.all();
  }
}
