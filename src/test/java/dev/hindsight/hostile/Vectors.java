package dev.hindsight.hostile;

import dev.hindsight.Sites;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Attempts to have a report run something, made of a seed: tag by event by address by disguise by
/// place in Markdown. Each calls `pwned(N)` with a number of its own.
final class Vectors {
  private static final List<String> TAGS =
      List.of(
          ("script iframe img svg math object embed base meta link style form input button video"
                  + " audio source body html head details summary a area map marquee template xmp"
                  + " noscript noembed noframes plaintext textarea title select option table td"
                  + " x-custom foreignObject animate set use image mglyph annotation-xml frameset"
                  + " frame isindex keygen portal dialog slot bgsound applet layer p div span mi"
                  + " mtext svg/onload picture track canvas ruby label b q ins section nobr")
              .split(" "));

  private static final List<String> EVENTS =
      List.of(
          ("onload onerror onclick onfocus onmouseover onpointerenter ontoggle onbegin onend"
                  + " onanimationstart onanimationend ontransitionend onscroll onwheel oninput"
                  + " onchange onsubmit onbeforeinput onauxclick ondblclick onkeydown onblur oncut"
                  + " oncopy onpaste ondrag ondrop onplay onloadstart oncanplay onresize onhashchange"
                  + " onpageshow onmessage onunhandledrejection onbeforetoggle onscrollend"
                  + " oncontentvisibilityautostatechange formaction xlink:href srcdoc style"
                  + " background poster srcset action data code dynsrc lowsrc ping is slot nonce"
                  + " http-equiv content")
              .split(" "));

  private static final List<String> ADDRESSES =
      List.of(
          "javascript:pwned(N)",
          "vbscript:pwned(N)",
          "livescript:pwned(N)",
          "data:text/html,<script>pwned(N)</script>",
          "data:text/html;base64,PHNjcmlwdD5wd25lZChOKTwvc2NyaXB0Pg==",
          "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='pwned(N)'/>",
          "data:application/xhtml+xml,<x/>",
          "blob:https://evil.example/N",
          "filesystem:https://evil.example/N",
          "file:///etc/passwd?N",
          "view-source:javascript:pwned(N)",
          "jar:https://evil.example/x!/N",
          "feed:javascript:pwned(N)",
          "about:blank#N",
          "ws://evil.example/N",
          "intent://evil.example/N",
          "ms-word:ofe|u|https://evil.example/N",
          "//evil.example/N",
          "\\\\evil.example\\N",
          "/\\evil.example/N",
          "https:evil.example/N",
          "https://evil.example/N.png",
          "javascript://%0apwned(N)",
          "javascript://https://x/%0apwned(N)",
          "../@/javascript:pwned(N)",
          "#\" onclick=\"pwned(N)",
          "x\" onerror=\"pwned(N)",
          "?x=javascript:pwned(N)",
          "tel:N");

  /// Ways in which filters have been deceived.
  private static final List<UnaryOperator<String>> DISGUISES =
      List.of(
          UnaryOperator.identity(),
          text -> text.toUpperCase(Locale.ROOT).replace("PWNED", "pwned"),
          Vectors::mixed,
          text -> text.replace("javascript", "java\tscript"),
          text -> text.replace("javascript", "java\nscript"),
          text -> text.replace("javascript", "java&#x0A;script"),
          text -> text.replace("javascript", "java&Tab;script"),
          text -> text.replace("javascript", "&#106;&#97;vascript"),
          text -> text.replace("javascript", "&#x6A&#x61vascript"),
          text -> text.replace("javascript", "&#0000106avascript"),
          text -> text.replace("javascript:", "javascript&colon;"),
          text -> text.replace("javascript:", "javascript&#58;"),
          text -> text.replace("javascript", "\u0001javascript"),
          text -> text.replace("javascript", "&#1;&#32;javascript"),
          text -> text.replace("javascript", "java\0script"),
          text -> text.replace("javascript", "%6aavascript"),
          text -> text.replace("javascript", "java\u00adscript"),
          text -> text.replace("javascript", "java\u200bscript"),
          text -> text.replace("javascript", "\u202ejavascript"),
          text -> text.replace("javascript", "\uff4aavascript"),
          text -> text.replace("javascript", "java\u0086script\u0087"),
          text -> text.replace(" on", "/on").replace(" src", "/src").replace(" href", "/href"),
          text -> text.replace(" on", "\fon"),
          text -> text.replace(" on", "\" on"),
          text -> text.replace(" on", "'\"> on"),
          text -> text.replace('"', '\''),
          text -> text.replace('"', '`'),
          text -> text.replace("\"", ""),
          text -> text.replace("<", "<<"),
          text -> text.replace("<", "<!--><"),
          text -> text.replace("<", "--><"),
          text -> text.replace("<", "<![CDATA[<"),
          text -> text.replace("<", "<?xml ?><"),
          text -> text.replace("<", "</title></textarea></style></script><"),
          text -> text.replace("<", "<math><mtext><table><mglyph><style><!--</style><"),
          text -> text.replace("<", "<svg></p><style><g title=\"</style><"),
          text -> text.replace("<", "<noscript><p title=\"</noscript><"),
          text -> text.replace("<", "<form><math><mtext></form><form><mglyph><style></math><"),
          text -> text.replace("<", "&lt;"),
          text -> text.replace("<", "\uff1c"),
          text -> text.replace("<", "<a title=\"`\">`<"),
          text -> text.replace(">", ""),
          text -> text.replace(">", "\n"),
          text -> text.replace(">", " //"),
          text -> text.replace("=", " = "),
          text -> text.replace("=", "=\n"),
          text -> text.replace("on", "on\0"),
          text -> text.replace("<", "<\0"),
          text -> text.replace("<", "{{ '<").replace(">", ">' | raw }}"),
          text -> "\u0086" + text + "\u0087",
          text -> "../@/" + text + "\" x=\"../");

  /// Where a tag can stand in a report.
  private static final List<String> PLACES =
      List.of(
          "@",
          "Text @ text",
          "- @",
          "1. a\n   @",
          "> @",
          "| a | b |\n|---|---|\n| @ | x |",
          "### @",
          "**@**",
          "~~@~~",
          "*a @ b*",
          "[@](x.md)",
          "![@](x.png)",
          "[@](https://x.example/)",
          "![@](https://x.example/)",
          "[![@](x.png)](https://x.example/)",
          "[x @ ![@](https://x.example/x.png)](INC-2024-0001.md)",
          "[x][@]",
          "<div>\n@\n</div>",
          "<div>@\n\n*a*\n\n@</div>",
          "<details><summary>@</summary>\n\nx\n\n</details>",
          "<p title=\"@\">",
          "<p title='@'>",
          "<!-- @ -->",
          "<a href=\"x\">@",
          "`@`",
          "```@\nx\n```",
          "```html\n@\n```",
          "```mermaid\ngraph TD; a[\"@\"]-->b\n```",
          "    @",
          "> [!NOTE]\n> @",
          "- [ ] @ (Owner: @)",
          "- 14:45 - @ [critical]",
          "**Owner**: @",
          "x[^1]\n\n[^1]: @",
          "<pre>@</pre>",
          "<code>@",
          "<table><tr><td>@",
          "<ul><li>@",
          "&lt;@",
          "\\@",
          "INC-2024-0001 @ [[@]]",
          ":@:",
          "\\<b>@");

  /// Where an address can stand.
  private static final List<String> LINKS =
      List.of(
          "[x](@)",
          "[x](<@>)",
          "![x](@)",
          "![x](<@>)",
          "<@>",
          "@",
          "[x]: @\n\n[x] ![x]",
          "[x](y \"@\")",
          "[x](@ \"@\")",
          "[![x](@)](@)",
          "<a href=\"@\">x</a>",
          "<a href='@'>x</a>",
          "<a href=@>x</a>",
          "<a href=\" @\">x</a>",
          "<img src=\"@\">",
          "<img src=x srcset=\"@ 2x\">",
          "<q cite=\"@\">x</q>",
          "<table background=\"@\"><tr><td>x",
          "<a name=\"@\" id=\"@\" class=\"@\">x</a>",
          "[[@]]",
          "[x](@#@)",
          "[^1]: @\n\n[^1]",
          "| a |\n|---|\n| [x](@) |",
          "- [INC-2024-0001](@) - @",
          "**Runbook**: @");

  private final Random random;

  Vectors(long seed) {
    random = new Random(seed);
  }

  /// Files of a folder of reports.
  ///
  /// @param reports how many
  /// @param each how many attempts in the text of each
  Map<String, String> reports(int reports, int each) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 1; i <= reports; i++) {
      files.put("incidents/INC-2024-%04d.md".formatted(i), report(i, each));
    }
    return files;
  }

  /// Writes a site of them.
  static Path write(Path folder, long seed, int reports, int each) {
    return Sites.write(folder, new Vectors(seed).reports(reports, each));
  }

  private String report(int number, int each) {
    String fields =
        List.of("title", "owner", "severity", "status", "date", "duration", "summary").stream()
            .map(key -> key + ": " + quoted(value(number)) + "\n")
            .collect(Collectors.joining());
    String lists =
        List.of("systems", "tags", "authors", "aliases", "related", "runbooks", "x-own").stream()
            .map(key -> key + ": [" + quoted(value(number)) + "]\n")
            .collect(Collectors.joining());
    StringBuilder text = new StringBuilder("---\n" + fields + lists + "---\n\n# T\n");
    for (int i = 0; i < each; i++) {
      int own = number * 1000 + i;
      String kind = pick(List.of("V" + own, "Timeline", "Action Items", "Impact", "Summary"));
      text.append("\n## ").append(kind).append("\n\n").append(attempt(own)).append("\n");
    }
    return text.toString();
  }

  private String attempt(int number) {
    String made =
        random.nextBoolean()
            ? pick(PLACES).replace("@", tag())
            : pick(LINKS).replace("@", disguised(pick(ADDRESSES)));
    return made.replace("(N)", "(" + number + ")").replace("/N", "/" + number);
  }

  private String tag() {
    String tag = pick(TAGS);
    String event = pick(EVENTS);
    String address = pick(ADDRESSES).replace("\"", "'");
    String attribute = pick(List.of("src", "href", "xlink:href", "data", "action", "to", "values"));
    String inner = random.nextBoolean() ? "pwned(N)" : "<script>pwned(N)</script>";
    return disguised(
        "<%s %s=\"%s\" %s=\"pwned(N)\" autofocus tabindex=1>%s</%s>"
            .formatted(tag, attribute, address, event, inner, tag));
  }

  private String value(int number) {
    return (random.nextBoolean() ? tag() : disguised(pick(ADDRESSES)))
        .replace("(N)", "(" + number + ")");
  }

  private String disguised(String text) {
    String once = pick(DISGUISES).apply(text);
    return random.nextInt(4) == 0 ? pick(DISGUISES).apply(once) : once;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static String mixed(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(i % 2 == 0 ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return out.toString().replaceAll("(?i)pwned", "pwned");
  }

  /// As YAML and JSON have it.
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\' || c < ' ' || c > '~') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
