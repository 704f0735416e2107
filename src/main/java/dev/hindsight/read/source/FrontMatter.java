package dev.hindsight.read.source;

import dev.hindsight.site.config.Toml;
import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Front matter, as YAML between two `---` lines or TOML between two `+++` lines at the top of a
/// report, and the Markdown below it.
public sealed interface FrontMatter {
  Pattern BLANK_LINES = Pattern.compile("(?:[ \\t]*(?:<!--[^\\n]{0,200}?-->)?[ \\t]*\\r?\\n)*");

  /// No keys.
  YamlValue.Entries NONE = new YamlValue.Entries(List.of(), 1, 1);

  /// Front matter that could be read, or a report without any.
  ///
  /// @param values the keys without private ones; empty if there is no front matter
  /// @param body the Markdown
  /// @param bodyLine how many lines of the file come before the Markdown
  /// @param slips mistakes in it that did not prevent reading it
  record Readable(YamlValue.Entries values, String body, int bodyLine, List<Slip> slips)
      implements FrontMatter {}

  /// A line that is not valid YAML.
  ///
  /// @param line counted from 1
  /// @param column counted from 1
  /// @param message what is wrong with it
  /// @param meant the line as it was read; empty if all lines were read as keys and texts
  record Slip(int line, int column, String message, String meant) {
    static Slip of(Yaml.MalformedYaml broken, String meant) {
      return new Slip(broken.line(), broken.column(), broken.getMessage(), meant);
    }
  }

  /// Front matter that cannot be read and may hide something. Nothing of the file may be published,
  /// so this contains none of its text.
  ///
  /// @param line to fix, counted from 1
  /// @param column counted from 1
  /// @param problem what is wrong
  /// @param fix what to do
  record Refused(int line, int column, String problem, String fix) implements FrontMatter {}

  /// Splits a report. Invalid YAML or TOML is read line by line, unless it names a key that hides
  /// something. A line without a key continues the value above it. If no line has a key, there is
  /// no front matter. Private fields are not read at all.
  static FrontMatter split(String text) {
    return FrontMatterBlock.find(text)
        .map(block -> read(block, text, 0))
        .orElseGet(() -> none(text));
  }

  /// The report without private fields, as it may be published. If it is unclear where these end,
  /// all front matter is removed.
  ///
  /// @return empty if nothing of the report may be shown
  static Optional<String> withoutPrivate(String text) {
    return shown(text, false);
  }

  /// The same text, with blank lines so that line numbers stay the same.
  static Optional<String> withPrivateBlank(String text) {
    return shown(text, true);
  }

  /// A key in its normal form: `draft` for `" Draft "`.
  static String keyName(String key) {
    return HidingKeys.name(key);
  }

  private static FrontMatter none(String text) {
    return MisplacedFrontMatter.in(text)
        .flatMap(HidingKeys::firstIn)
        .<FrontMatter>map(FrontMatter::misplaced)
        .orElseGet(() -> belowBlankLines(text));
  }

  /// Blank lines and comments are allowed above front matter that hides nothing.
  private static Readable belowBlankLines(String text) {
    Matcher blank = BLANK_LINES.matcher(text);
    if (!blank.lookingAt() || blank.end() == 0) {
      return new Readable(NONE, text, 0, List.of());
    }
    String rest = text.substring(blank.end());
    int lines = (int) blank.group().chars().filter(c -> c == '\n').count();
    return FrontMatterBlock.find(rest)
        .map(block -> read(block, rest, lines))
        .flatMap(
            read -> read instanceof Readable readable ? Optional.of(readable) : Optional.empty())
        .filter(read -> !read.values().entries().isEmpty())
        .map(
            read -> new Readable(read.values(), read.body(), read.bodyLine() + lines, read.slips()))
        .orElseGet(() -> new Readable(NONE, text, 0, List.of()));
  }

  /// @param above how many lines of the file come before the text
  private static FrontMatter read(FrontMatterBlock block, String text, int above) {
    String matter = "\n".repeat(above) + block.matter(text);
    String body = text.substring(block.body());
    Optional<HidingKeys.Mention> below =
        MisplacedFrontMatter.keysOnly(body)
            .flatMap(lines -> HidingKeys.firstIn("\n".repeat(block.bodyLine()) + lines));
    if (below.isPresent()) {
      return misplaced(below.get());
    }
    try {
      YamlValue.Entries all = parse(block, matter);
      Optional<HidingKeys.Mention> misread =
          block.isToml() ? Optional.empty() : misread(block, matter, all);
      return misread.isPresent()
          ? ambiguous(misread.get())
          : new Readable(PrivateFields.without(all), body, block.bodyLine(), List.of());
    } catch (Yaml.MalformedYaml broken) {
      Optional<HidingKeys.Mention> hiding =
          HidingKeys.firstIn(matter).or(() -> HidingKeys.visibilityIn(matter));
      if (hiding.isPresent()) {
        return malformed(block, hiding.get(), broken);
      }
      Optional<RepairedYaml> repaired =
          block.isToml() ? Optional.empty() : RepairedYaml.read(matter);
      if (repaired.isPresent()) {
        return new Readable(
            repaired.get().values(), body, block.bodyLine(), repaired.get().slips());
      }
      YamlValue.Entries lines = LooseFrontMatter.read(matter);
      return lines.entries().isEmpty()
          ? new Readable(NONE, text, 0, List.of())
          : new Readable(lines, body, block.bodyLine(), List.of(Slip.of(broken, "")));
    }
  }

  /// A line that names a key but that YAML reads as something else, such as part of the value above
  /// it.
  private static Optional<HidingKeys.Mention> misread(
      FrontMatterBlock block, String matter, YamlValue.Entries all) {
    List<HidingKeys.Mention> lines = HidingKeys.keysIn(matter);
    if (PrivateFields.hasKeyWithValue(all)) {
      return Optional.of(
          lines.isEmpty() ? new HidingKeys.Mention("private", 2, 1) : lines.getFirst());
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    // Private notes may have such lines.
    Optional<String> shown = blanked(block, matter, all);
    List<HidingKeys.Mention> left = shown.map(HidingKeys::keysIn).orElse(lines);
    YamlValue.Entries keys = shown.isPresent() ? PrivateFields.without(all) : all;
    return left.size() > PrivateFields.count(keys) ? Optional.of(left.getLast()) : Optional.empty();
  }

  /// The lines without private fields; empty if it is unclear where these end.
  private static Optional<String> blanked(
      FrontMatterBlock block, String matter, YamlValue.Entries all) {
    String shown = PrivateFields.blanked(matter, block.isToml());
    try {
      return parse(block, shown).entries().equals(PrivateFields.without(all).entries())
          ? Optional.of(shown)
          : Optional.empty();
    } catch (Yaml.MalformedYaml broken) {
      return Optional.empty();
    }
  }

  private static Optional<String> shown(String text, boolean keepsLines) {
    if (split(text) instanceof Refused) {
      return Optional.empty();
    }
    Optional<FrontMatterBlock> found = FrontMatterBlock.find(text);
    if (found.isEmpty()) {
      return Optional.of(text);
    }
    FrontMatterBlock block = found.get();
    String matter = block.matter(text);
    try {
      Optional<String> shown =
          blanked(block, matter, parse(block, matter))
              .filter(lines -> !HidingKeys.isInComment(lines));
      return Optional.of(
          shown.isPresent()
              ? block.with(shown.get(), text)
              : (keepsLines ? "\n".repeat(block.bodyLine()) : "") + text.substring(block.body()));
    } catch (Yaml.MalformedYaml broken) {
      // The text names nothing private, or it would have been refused.
      return Optional.of(text);
    }
  }

  private static YamlValue.Entries parse(FrontMatterBlock block, String matter)
      throws Yaml.MalformedYaml {
    return block.isToml() ? Toml.read(matter) : Yaml.read(matter);
  }

  private static Refused misplaced(HidingKeys.Mention key) {
    return new Refused(
        key.line(),
        key.column(),
        named(key) + " is not between two `---` lines at the top of the file",
        "make `---` the first line of the file and the line below the front matter");
  }

  private static Refused ambiguous(HidingKeys.Mention key) {
    return new Refused(
        key.line(),
        key.column(),
        named(key) + " is read as part of another value",
        "write `" + key.word() + ": value` on a line of its own, with one space after the colon");
  }

  private static Refused malformed(
      FrontMatterBlock block, HidingKeys.Mention key, Yaml.MalformedYaml broken) {
    return new Refused(
        broken.line(),
        broken.column(),
        named(key)
            + " on line "
            + key.line()
            + " is not valid "
            + (block.isToml() ? "TOML" : "YAML"),
        block.isToml()
            ? "write `key = \"value\"`, each key once, with the value in quotes"
            : "write `key: value` with one space after the colon, each key once, no tabs, and quotes"
                + " around values with special characters");
  }

  private static String named(HidingKeys.Mention key) {
    return "front matter that names `" + key.word() + "`";
  }
}
