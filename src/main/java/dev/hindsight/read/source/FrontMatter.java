package dev.hindsight.read.source;

import dev.hindsight.site.config.Toml;
import dev.hindsight.site.config.Yaml;
import dev.hindsight.site.config.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands between two `---` lines at the top of a report, as YAML, or between two `+++` lines,
/// as TOML; and the Markdown below it.
public sealed interface FrontMatter {
  Pattern BLANK_LINES = Pattern.compile("(?:[ \\t]*(?:<!--[^\\n]{0,200}?-->)?[ \\t]*\\r?\\n)*");

  /// No keys.
  YamlValue.Entries NONE = new YamlValue.Entries(List.of(), 1, 1);

  /// Front matter that was read, or a report without any.
  ///
  /// @param values its keys without private ones; empty where there is none
  /// @param body the Markdown
  /// @param bodyLine how many lines of the file stand before the Markdown
  /// @param slips what is wrong with it, where it could be read all the same
  record Readable(YamlValue.Entries values, String body, int bodyLine, List<Slip> slips)
      implements FrontMatter {}

  /// A line that is not valid YAML.
  ///
  /// @param line counted from 1
  /// @param column counted from 1
  /// @param message what is wrong with it
  /// @param meant the line as it was read; empty where all lines were read as keys and texts
  record Slip(int line, int column, String message, String meant) {
    static Slip of(Yaml.MalformedYaml broken, String meant) {
      return new Slip(broken.line(), broken.column(), broken.getMessage(), meant);
    }
  }

  /// Front matter that may hide something and cannot be read, so that nothing of the file may be
  /// published. It says nothing of what stands there.
  ///
  /// @param line to fix, counted from 1
  /// @param column counted from 1
  /// @param problem what is wrong
  /// @param fix what to do
  record Refused(int line, int column, String problem, String fix) implements FrontMatter {}

  /// Takes a report apart. YAML or TOML that is none is read line by line, unless it names a key
  /// that hides something; a line without a key goes on with the value above it. Where no line has
  /// a key, there is no front matter. What is private is not read at all.
  static FrontMatter split(String text) {
    return FrontMatterBlock.find(text)
        .map(block -> read(block, text, 0))
        .orElseGet(() -> none(text));
  }

  /// The report as others may have it: without private fields. Where lines do not tell for sure
  /// where these end, all of the front matter goes.
  ///
  /// @return empty where nothing of the report may be shown
  static Optional<String> withoutPrivate(String text) {
    return shown(text, false);
  }

  /// The same, but every line keeps its number.
  static Optional<String> withPrivateBlank(String text) {
    return shown(text, true);
  }

  /// The name that a key is known by, however it is written: `draft` for `" Draft "`.
  static String keyName(String key) {
    return HidingKeys.name(key);
  }

  private static FrontMatter none(String text) {
    return MisplacedFrontMatter.in(text)
        .flatMap(HidingKeys::firstIn)
        .<FrontMatter>map(FrontMatter::misplaced)
        .orElseGet(() -> belowBlankLines(text));
  }

  /// Blank lines and comments may stand above front matter that hides nothing.
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

  /// @param above how many lines of the file stand above the text
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

  /// A line that names a key and that YAML reads as something else, such as the rest of the value
  /// above it.
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

  /// The lines without private fields; empty where lines do not tell for sure where these end.
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
      // It names nothing that is private, or it would have been refused.
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
        named(key) + " does not stand between two `---` lines at the top of the file",
        "make `---` the first line of the file and the line below the front matter");
  }

  private static Refused ambiguous(HidingKeys.Mention key) {
    return new Refused(
        key.line(),
        key.column(),
        named(key) + " reads as part of another value",
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
                + " around values with signs");
  }

  private static String named(HidingKeys.Mention key) {
    return "front matter that names `" + key.word() + "`";
  }
}
