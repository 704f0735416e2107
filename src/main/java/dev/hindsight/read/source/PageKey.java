package dev.hindsight.read.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key that Notion appends to the name of each page that it exports: 32 hexadecimal digits.
public final class PageKey {
  private static final Pattern KEY = Pattern.compile("[ _-]+[0-9a-f]{32}$");

  private PageKey() {}

  /// A file name, already without its extension, without the key if it has one.
  public static String removed(String stem) {
    Matcher key = KEY.matcher(stem);
    int from = Math.max(0, stem.length() - 40);
    return key.region(from, stem.length()).find() && key.start() > 0
        ? stem.substring(0, key.start()).strip()
        : stem;
  }
}
