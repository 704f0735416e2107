package dev.hindsight.read.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SectionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every address within a page is given once, and none that belongs to the page itself.
class AnchorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          What we saw          => what-we-saw
          障害の影響              => 障害の影響
          🔥                    => untitled
          ui-search            => section-ui-search
          UI: search           => ui-search
          step-1               => section-step-1
          Step 1               => section-step-1
          step-one             => step-one
          Action 12            => section-action-12
          T-1445 down          => section-t-1445-down
          fn-1                 => section-fn-1
          fnref-1              => section-fnref-1
          Timeline             => timeline-2
          Root cause           => root-cause-2
          """)
  void areMadeOfTheWordsOfAHeading(String heading, String anchor) {
    // Only what begins with "ui-" is the page's own.
    assertEquals(
        heading.startsWith("UI") ? "section-" + anchor : anchor, new Anchors().heading(heading));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A; A; A              => a a-2 a-3
          A; a!; A-2           => a a-2 a-2-2
          A-2; A; A            => a-2 a a-3
          """)
  void areGivenOnce(String headings, String anchors) {
    Anchors all = new Anchors();
    assertEquals(
        anchors,
        Arrays.stream(headings.split("; ")).map(all::heading).collect(Collectors.joining(" ")));
  }

  @Test
  void theFirstSectionOfAKindHasTheAnchorOfItsKind() {
    Anchors anchors = new Anchors();
    assertEquals("impact", anchors.section(SectionKind.IMPACT, "What users saw"));
    assertEquals("what-users-saw", anchors.section(SectionKind.IMPACT, "What users saw"));
    assertEquals("impact-2", anchors.section(SectionKind.IMPACT, "Impact"));
    assertEquals("notes", anchors.section(SectionKind.OTHER, "Notes"));
    assertEquals("root-cause", anchors.section(SectionKind.ROOT_CAUSE, "Why"));
  }

  @Test
  void repeatedTimesAreNumbered() {
    Anchors anchors = new Anchors();
    assertEquals(
        List.of("t-1445", "t-1445-2", "t-1446"),
        List.of(anchors.time("1445"), anchors.time("1445"), anchors.time("1446")));
  }

  @Test
  void cutsALongHeading() {
    Anchors anchors = new Anchors();
    String first = anchors.heading("x ".repeat(200) + "one");
    assertEquals(first + "-2", anchors.heading("x ".repeat(200) + "two"));
  }

  @Test
  void aLongHeadingHasNoFragment() {
    Anchors anchors = new Anchors();
    anchors.section(SectionKind.IMPACT, "x".repeat(401));
    assertEquals(Map.of(), anchors.fragments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          What we saw                    => {}
          What We  Saw                   => {what-we--saw=what-we-saw}
          Fix: done                      => {}
          Fix - done                     => {fix---done=fix-done}
          a_b                            => {}
          v1.2                           => {v12=v1.2}
          Detection & fix                => {detection--fix=detection-fix}
          Step 1                         => {step-1=section-step-1}
          'Fix!; Fix?'                   => {fix-1=fix-2}
          """)
  void areKnownByTheFragmentsOfCodeHosts(String headings, String fragments) {
    Anchors anchors = new Anchors();
    Arrays.stream(headings.split("; ")).forEach(anchors::heading);
    assertEquals(fragments, anchors.fragments().toString());
  }

  @Test
  void sectionsHaveFragmentsToo() {
    Anchors anchors = new Anchors();
    anchors.section(SectionKind.IMPACT, "What users saw");
    anchors.section(SectionKind.ROOT_CAUSE, "Root cause");
    assertEquals(Map.of("what-users-saw", "impact"), anchors.fragments());
  }
}
