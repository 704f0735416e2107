package dev.hindsight.site.config;

import dev.hindsight.model.TextPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the keys whose value is a list: `systems`, `severities`, `priorities`, `tickets`,
/// `images.allow` and `runbooks`.
final class ListReader {
  private static final YamlValue NOTHING = new YamlValue.Scalar("", 1, 1);

  private final ConfigValues values;

  ListReader(ConfigValues values) {
    this.values = values;
  }

  List<RunbookFolder> runbooks(YamlValue value) {
    return values.items(value, "runbooks").stream()
        .map(item -> {
          if (item instanceof YamlValue.Scalar scalar) {
            return new RunbookFolder(
                scalar.text(),
                Optional.empty(),
                Optional.empty(),
                new TextPosition(item.line(), item.column()));
          }
          YamlValue.Entries runbooks =
              values.entries(item, "runbooks", List.of("folder", "url", "ending"));
          Optional<YamlValue> folder = runbooks.get("folder");
          if (folder.isEmpty()) {
            values.bad(
                item,
                "runbooks: entry without `folder`",
                "add `folder` with a path relative to this file");
          }
          return new RunbookFolder(
              folder.map(path -> values.text(path, "runbooks.folder")).orElse(""),
              runbooks.get("url").flatMap(url -> values.address(url, "runbooks.url")),
              runbooks.get("ending").map(ending -> values.text(ending, "runbooks.ending")),
              new TextPosition(item.line(), item.column()));
        })
        .toList();
  }

  List<TicketLink> tickets(YamlValue value) {
    List<TicketLink> tickets = new ArrayList<>();
    for (YamlValue item : values.items(value, "tickets")) {
      YamlValue.Entries ticket = values.entries(item, "tickets", List.of("pattern", "url"));
      Optional<YamlValue> pattern = ticket.get("pattern");
      Optional<YamlValue> url = ticket.get("url");
      if (pattern.isEmpty() || url.isEmpty()) {
        values.bad(
            item,
            "tickets: entry without `pattern` or `url`",
            "add both, such as pattern: 'OPS-\\d+' and url: https://tickets.example.com/$0");
      } else if (!values.text(url.get(), "tickets.url").matches("(?i)https?://.+")) {
        values.bad(
            url.get(),
            "tickets.url: invalid URL '" + url.get().asText() + "'",
            "use an https: or http: URL");
      } else {
        tickets.add(
            new TicketLink(values.pattern(pattern.get(), "tickets.pattern"), url.get().asText()));
      }
    }
    return tickets;
  }

  ImageHosts images(YamlValue value) {
    YamlValue allow =
        values.entries(value, "images", List.of("allow")).get("allow").orElse(NOTHING);
    List<String> names = new ArrayList<>();
    for (YamlValue item : values.items(allow, "images.allow")) {
      String name = values.text(item, "images.allow");
      if (ImageHosts.isName(name)) {
        names.add(name);
      } else {
        values.bad(
            item,
            "images.allow: invalid host name '" + name + "'",
            ImageHosts.host(name)
                .filter(ImageHosts::isName)
                .map(host -> "write only the name of the host: " + host)
                .orElse(
                    "use the name of one host such as user-images.example.com, without https://,"
                        + " port, path or `*`"));
      }
    }
    return new ImageHosts(names);
  }

  List<SystemConfig> systems(YamlValue value) {
    List<String> keys = List.of("name", "aliases", "owner", "tier", "runbook");
    return values.items(value, "systems").stream()
        .map(item -> {
          if (item instanceof YamlValue.Scalar scalar) {
            return new SystemConfig(
                scalar.text(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
          }
          YamlValue.Entries system = values.entries(item, "systems", keys);
          return new SystemConfig(
              values.name(system, "systems"),
              system.get("aliases").map(YamlValue::asList).orElse(List.of()),
              values.optional(system, "owner"),
              values.optional(system, "tier"),
              system.get("runbook").map(this::link));
        })
        .toList();
  }

  private String link(YamlValue value) {
    String address = values.text(value, "runbook");
    if (!address.matches("(?i)https?://.+") && !address.matches("[^:?#]+([?#].*)?")) {
      values.bad(
          value,
          "runbook: invalid URL '" + address + "'",
          "use an https: URL or a path relative to the site");
    }
    return address;
  }

  LevelScale scale(YamlValue value, String key) {
    List<LevelScale.Level> levels = new ArrayList<>();
    for (YamlValue item : values.items(value, key)) {
      if (item instanceof YamlValue.Scalar scalar) {
        levels.add(new LevelScale.Level(scalar.text(), List.of(), OptionalInt.empty()));
        continue;
      }
      boolean isOpen = key.equals("priorities");
      List<String> keys = isOpen ? List.of("name", "aliases", "days") : List.of("name", "aliases");
      YamlValue.Entries level = values.entries(item, key, keys);
      levels.add(
          new LevelScale.Level(
              values.name(level, key),
              level.get("aliases").map(YamlValue::asList).orElse(List.of()),
              level.get("days").map(this::days).orElse(OptionalInt.empty())));
    }
    return new LevelScale(levels);
  }

  private OptionalInt days(YamlValue value) {
    String text = values.text(value, "priorities.days");
    if (!text.matches("[1-9]\\d{0,3}")) {
      values.bad(
          value,
          "priorities.days: invalid number '" + text + "'",
          "use a number of days such as 14");
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
