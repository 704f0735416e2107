package dev.hindsight.read.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.SectionKind;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists whose items are a bold name and a value are facts of the impact.
class ImpactReaderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsFacts(String section, String expected) {
    assertEquals(
        expected, ReadReport.blocks(ReadReport.of("## Impact\n\n" + section), SectionKind.IMPACT));
  }

  static Stream<Arguments> readsFacts() {
    return Cases.of(
        """
        == the colon inside and outside of the bold type
        It was bad.

        - **Users affected**: about 2,500
        - **Orders lost:** 12
        - **Reach** : *all* of Europe
        - **Cost:**: none
        =>
        prose | It was bad.
        impact | Users affected | about 2,500
        impact | Orders lost | 12
        impact | Reach | all of Europe
        impact | Cost | none
        == a numbered list
        1. **Users**: 12
        =>
        impact | Users | 12
        == a name alone with more below it
        - **Users:**
          - 12 in Europe
          - 3 elsewhere
        =>
        impact | Users | 12 in Europe 3 elsewhere
        == one item that is no fact
        - **Users**: 12
        - Orders: 3
        =>
        prose | Users: 12 Orders: 3
        == bold words without a colon
        - **Users** 12
        =>
        prose | Users 12
        == bold words alone
        - **Users**
        =>
        prose | Users
        == bold words before code
        - **Users** `: 12`
        =>
        prose | Users : 12
        == a colon further on
        - **Users** were locked out: 12
        =>
        prose | Users were locked out: 12
        == italic names
        - *Users*: 12
        =>
        prose | Users: 12
        == boxes
        - [ ] **Users**: 12
        =>
        prose | Users: 12
        == a table
        | Measure | Value |
        |---------|-------|
        | Users   | 12    |
        =>
        prose | Measure Value Users 12
        """);
  }
}
