package dev.hindsight.page.view;

import dev.hindsight.site.Addresses;
import java.util.List;
import java.util.stream.IntStream;

/// One page of a list that may be long.
///
/// @param name of the list: `incidents`
/// @param rows of this page
/// @param all how many rows there are on all pages
/// @param page counted from 1
public record PagedList<T>(String name, List<T> rows, int all, int page, int pages) {
  private static final int ROWS = 200;

  /// The pages of a list. An empty list has one.
  public static <T> List<PagedList<T>> pages(String name, List<T> rows) {
    int pages = Math.max(1, (rows.size() + ROWS - 1) / ROWS);
    return IntStream.rangeClosed(1, pages)
        .mapToObj(page ->
            new PagedList<>(
                name,
                rows.subList((page - 1) * ROWS, Math.min(page * ROWS, rows.size())),
                rows.size(),
                page,
                pages))
        .toList();
  }

  /// The path of this page.
  public String path() {
    return Addresses.list(name, page);
  }

  public String first() {
    return Addresses.list(name, 1);
  }

  public String previous() {
    return Addresses.list(name, page - 1);
  }

  public String next() {
    return Addresses.list(name, page + 1);
  }

  public String last() {
    return Addresses.list(name, pages);
  }

  public boolean isFirst() {
    return page == 1;
  }

  public boolean isLast() {
    return page == pages;
  }
}
