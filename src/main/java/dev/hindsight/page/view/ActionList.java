package dev.hindsight.page.view;

import dev.hindsight.model.ActionItem;
import dev.hindsight.model.Incident;
import dev.hindsight.model.KnowledgeBase;
import dev.hindsight.model.Moment;
import dev.hindsight.model.Priority;
import dev.hindsight.model.Whitespace;
import dev.hindsight.page.message.Messages;
import dev.hindsight.site.Addresses;
import dev.hindsight.site.config.SiteConfig;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every action item of every report: open items first, then by due date, so that overdue items are
/// at the top on any day, then by priority and age.
///
/// @param rows in that order
public record ActionList(List<Row> rows) {
  private static final int UNKNOWN_RANK = 99;

  /// Where a spreadsheet may start a cell, followed by a formula. Few files separate cells with
  /// spaces, and most texts contain them. After a space, only a function call or `=` counts as a
  /// formula.
  private static final Pattern FORMULA =
      Pattern.compile(
          "((?:^|[,;:|\\t\\r\\n\\u2028\\x0B\\f])[\\s\"'\\p{Cf}]*+)(?=[=+\\-@＝＋－＠])"
              + "|(?<=[\\s\"])(?=[=＝]\\S|[+\\-@＋－＠][\\w.]{1,40}[(|!])");

  private static final Pattern PLAIN = Pattern.compile("[\\w .:/#-]*");

  private static final Comparator<Row> MOST_PRESSING =
      Comparator.comparing((Row row) -> !row.item().isOpen())
          .thenComparing(row -> row.due().orElse(LocalDate.MAX))
          .thenComparing(row -> row.item().priority().map(Priority::rank).orElse(UNKNOWN_RANK))
          .thenComparing(row -> row.incident().date().map(Moment::first).orElse(LocalDate.MAX))
          .thenComparing(row -> row.incident().id())
          .thenComparing(row -> row.item().number());

  /// An action item with its incident.
  ///
  /// @param due the date in the report, else one derived from the priority
  /// @param isDueDerived whether it is derived from the priority
  /// @param systems that the incident affected, by name
  /// @param messages for an item without text
  public record Row(
      Incident incident,
      ActionItem item,
      Optional<LocalDate> due,
      boolean isDueDerived,
      List<String> systems,
      Messages messages) {

    /// The day of the incident, since when the item has waited; empty if it is unknown.
    public Optional<LocalDate> since() {
      return incident.date().map(Moment::first);
    }

    /// What is to be done, on one line.
    public String words() {
      return item.text().isBlank()
          ? messages.text("description.action", item.number())
          : Whitespace.collapse(item.text().strip());
    }

    /// Its address, relative to the site's root.
    public String url() {
      return Addresses.page(incident.id()) + "#" + item.anchor();
    }
  }

  public static ActionList of(KnowledgeBase knowledge, SiteConfig config, Messages messages) {
    return new ActionList(
        knowledge.incidents().parallelStream()
            .flatMap(incident -> rows(incident, knowledge, config, messages))
            .sorted(MOST_PRESSING)
            .toList());
  }

  private static Stream<Row> rows(
      Incident incident, KnowledgeBase knowledge, SiteConfig config, Messages messages) {
    List<String> systems =
        incident.systems().stream().map(name -> knowledge.system(name).name()).distinct().toList();
    return incident.actionItems().stream()
        .map(item ->
            new Row(
                incident,
                item,
                config.due(incident, item),
                item.due().isEmpty(),
                systems,
                messages));
  }

  /// The rows for the page's script. The names of its components are a published format.
  public List<RowData> data() {
    return rows.stream()
        .map(row ->
            new RowData(
                row.incident().id().value(),
                row.incident().title(),
                row.url(),
                row.item().text(),
                row.item().priority().map(Priority::name).orElse(null),
                row.item().priority().map(Priority::rank).orElse(null),
                row.item().owner().orElse(null),
                row.since().map(LocalDate::toString).orElse(null),
                row.due().map(LocalDate::toString).orElse(null),
                row.due().isPresent() && row.isDueDerived(),
                state(row.item()),
                row.item().ticket().orElse(null),
                row.systems()))
        .toList();
  }

  /// An action item in `actions.json`.
  ///
  /// @param since the first day that the incident's date can mean
  /// @param dueDerived whether `due` is derived from the priority
  record RowData(
      String incident,
      String title,
      String url,
      String text,
      String priority,
      Integer rank,
      String owner,
      String since,
      String due,
      boolean dueDerived,
      String state,
      String ticket,
      List<String> systems) {}

  private static String state(ActionItem item) {
    return item.state().name().toLowerCase(Locale.ROOT);
  }

  /// The rows as CSV (RFC 4180), with a header. Anything that a spreadsheet could run as a formula
  /// gets an apostrophe in front, whichever separator the spreadsheet uses.
  public byte[] csv() {
    String head =
        "incident,action,priority,owner,date,due,due derived,state,ticket,systems,text,url\r\n";
    return rows.stream()
        .map(row ->
            Stream.of(
                    row.incident().id().value(),
                    String.valueOf(row.item().number()),
                    row.item().priority().map(Priority::name).orElse(""),
                    row.item().owner().orElse(""),
                    row.incident().date().map(Moment::date).orElse(""),
                    row.due().map(LocalDate::toString).orElse(""),
                    row.due().isPresent() && row.isDueDerived() ? "yes" : "",
                    state(row.item()),
                    row.item().ticket().orElse(""),
                    String.join("; ", row.systems()),
                    row.item().text(),
                    row.url())
                .map(ActionList::cell)
                .collect(Collectors.joining(",", "", "\r\n")))
        .collect(Collectors.joining("", head, ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(String text) {
    String safe = FORMULA.matcher(text).replaceAll("$1'");
    return PLAIN.matcher(safe).matches() ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
