package dev.hindsight.read.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.ResolutionStep;
import dev.hindsight.model.SectionKind;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The items of a numbered list are the steps of a resolution.
class StepReaderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsSteps(String section, String expected) {
    assertEquals(
        expected,
        ReadReport.blocks(ReadReport.of("## Resolution\n\n" + section), SectionKind.RESOLUTION));
  }

  static Stream<Arguments> readsSteps() {
    return Cases.of(
        """
        == numbered items
        We did this:

        1. Stopped the job
        2. Restarted the shop

           in Europe first
        =>
        prose | We did this:
        step | 1 | Stopped the job
        step | 2 | Restarted the shop in Europe first
        == two lists
        3. One

        Then:

        1. Two
        =>
        step | 1 | One
        prose | Then:
        step | 2 | Two
        == bullets are prose
        - Stopped the job
        =>
        prose | Stopped the job
        == boxes are prose
        1. [x] Stopped the job
        2. Restarted the shop
        =>
        prose | Stopped the job Restarted the shop
        == a table is prose
        | Step | Who  |
        |------|------|
        | One  | Mira |
        =>
        prose | Step Who One Mira
        """);
  }

  @Test
  void givesEachStepAnAnchorAndItsMarkup() {
    List<ResolutionStep> steps =
        ReadReport.of("## Resolution\n\n1. Stop *now*\n2. Go\n\n## Fix\n\n1. Look\n").resolution();
    assertEquals(
        List.of("step-1", "step-2", "step-3"), steps.stream().map(ResolutionStep::anchor).toList());
    assertEquals("Stop <em>now</em>", steps.getFirst().html().value());
  }
}
