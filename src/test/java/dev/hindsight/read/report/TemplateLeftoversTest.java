package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.read.ReadReport;
import dev.hindsight.read.context.ReportContext;
import dev.hindsight.read.markdown.Markdown;
import dev.hindsight.site.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Words that were left from a template are found, and an author's own words are not.
class TemplateLeftoversTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          [Time from start to end]                       => [Time from start to end]
          Duration: [Time from start to end], roughly    => [Time from start to end]
          {Describe the impact}                          => {Describe the impact}
          &lt;Name of the system&gt;                     => <Name of the system>
          It was <name of system> again                  => <name of system>
          [Describe it] and [list them]                  => [Describe it] | [list them]
          1 &lt; 2 [Describe it]                         => [Describe it]
          [Describe it] again]                           => [Describe it]
          [see &lt;Describe it&gt;                       => <Describe it>
          &lt;Describe it&gt; again&gt;                 => <Describe it>
          [see {Describe it}                             => {Describe it}
          {Describe it} again}                           => {Describe it}
          It was *down [Describe it]*                    => [Describe it]
          YYYY-MM-DD                                     => YYYY-MM-DD
          Date: YYYY-MM-DD                               => Date: YYYY-MM-DD
          DD/MM/YYYY                                     => DD/MM/YYYY
          MM/DD/YYYY                                     => MM/DD/YYYY
          HH:MM                                          => HH:MM
          hh:mm - something                              => hh:mm - something
          XX:XX                                          => XX:XX
          INC-XXX-1                                      => INC-XXX-1
          INC-XXXX-001                                   => INC-XXXX-001
          INC-YYYY-001                                   => INC-YYYY-001
          Lorem ipsum dolor                              => Lorem ipsum dolor
          lorem ipsum                                    => lorem ipsum
          *List the events that led to it.*              => List the events that led to it.
          _No response_                                  => No response
          TODO: ask the network team                     => TODO: ask the network team
          TODO ask the network team                      => TODO ask the network team
          FIXME. Ask                                     => FIXME. Ask
          TBD                                            => TBD
          TBC: later                                     => TBC: later
          > TODO: ask                                    => TODO: ask
          - [Describe the impact]                        => [Describe the impact]
          - Date: YYYY-MM-DD                             => Date: YYYY-MM-DD
          **[Describe the impact]**                      => [Describe the impact]
          """)
  void findsWordsOfATemplate(String markdown, String found) {
    assertEquals(found, String.join(" | ", leftOvers(markdown)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The shop was down [again]",
        "[Describe]",
        "[Description of a kind](https://example.com)",
        "[Describe the impact](impact.md)",
        "`[Describe the impact]`",
        "`TODO`",
        "[Who]",
        "[The impact of it]",
        "On YYYY-MM-DD it was down",
        "Down since: a long time, and so on, as far as we know: YYYY-MM-DD",
        "**YYYY-MM-DD**",
        "HH:MMM",
        "INC-2024-001",
        "INC-XXX",
        "It was *List the events* that failed",
        "*List the events* failed",
        "It was *list*",
        "*The events of that day*",
        "- *List the events*!",
        "- TODO: ask the network team",
        "Write a TODO: ask",
        "TODOS are listed here",
        "**TODO**: ask",
        "<b>bold</b>",
        "It was <time from=\"x y\"> again",
        "It was <the one system> again",
      })
  void findsNothingInAnAuthorsOwnWords(String markdown) {
    assertEquals(List.of(), leftOvers(markdown));
  }

  @Test
  void findsPlaceholdersInTableCells() {
    assertEquals(
        List.of("HH:mm", "[What happened then]"),
        leftOvers("| Time | Event |\n|---|---|\n| HH:mm | [What happened then] |\n"));
  }

  @Test
  void reportsEachOnceWithItsPosition() {
    ReportContext context = ReadReport.context();
    TemplateLeftovers.find(
        Markdown.parse("One\n\nImpact: [Describe it], " + "then [list " + "x".repeat(60) + " y]"),
        context);
    assertEquals(
        List.of("3:9 [Describe it]", "3:29 [list " + "x".repeat(54) + " …"),
        context.problems().stream().map(TemplateLeftoversTest::line).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Date: YYYY-MM-DD, 1:1",
    "It was <name of it>, 1:8",
    "*List the events*, 1:1",
    "TODO: ask, 1:1",
  })
  void knowsWhereWordsOfATemplateStand(String markdown, String place) {
    ReportContext context = ReadReport.context();
    TemplateLeftovers.find(Markdown.parse(markdown), context);
    assertEquals(place, line(context.problems().getFirst()).split(" ")[0]);
  }

  @Test
  void findsInstructionsOfUpTo120Characters() {
    assertEquals(1, leftOvers("[list " + "x".repeat(115) + "]").size());
    assertEquals(0, leftOvers("[list " + "x".repeat(116) + "]").size());
  }

  @Test
  void collectsAtMostAHundred() {
    ReportContext context = ReadReport.context();
    TemplateLeftovers.find(Markdown.parse("[Describe it] ".repeat(120)), context);
    assertEquals(100, context.leftOvers().size());
    assertEquals(120, context.problems().size());
  }

  private static String line(Problem problem) {
    String found = problem.message().replaceFirst("(?s)^'(.*)' is left over.*$", "$1");
    return problem.at().line() + ":" + problem.at().column() + " " + found;
  }

  private static List<String> leftOvers(String markdown) {
    ReportContext context = ReadReport.context();
    TemplateLeftovers.find(Markdown.parse(markdown), context);
    return context.leftOvers();
  }
}
