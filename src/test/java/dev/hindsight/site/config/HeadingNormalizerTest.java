package dev.hindsight.site.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Headings are compared without case, numbers, signs, emoji and remarks.
class HeadingNormalizerTest {
  private static final Map<String, String> TABLE =
      Map.of(
          "impact", "I",
          "resolution", "R",
          "resolution *", "R*",
          "root cause *", "C*",
          "impact and scope", "S",
          "detection", "D",
          "detection and recovery", "DR",
          "recovery", "R");

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Timeline                    => timeline
          TIMELINE                    => timeline
          startTime                   => start time
          detectedAtUtc               => detected at utc
          start_time                  => start time
          GitHub                      => github
          2. Timeline                 => timeline
          2.1) Timeline               => timeline
          Timeline:                   => timeline
          Timeline：                   => timeline
          **Timeline**                => timeline
          — Timeline —                => timeline
          Timeline (UTC)              => timeline
          Timeline [UTC]              => timeline
          Timeline（UTC）               => timeline
          Timeline (UTC) (all)        => timeline (utc)
          Timeline (UTC) in short     => timeline (utc) in short
          Root cause(s)               => root cause
          🚨 Timeline                  => timeline
          Timeline 🚨                  => timeline
          :warning: Timeline          => timeline
          Timeline :+1: :tada:        => timeline
          a:bc:d                      => a d
          a:b:c                       => a:b:c
          10:00:05 alert              => alert
          Next_steps                  => next steps
          Next   steps                => next steps
          What’s next                 => what's next
          Phase 2                     => phase 2
          Größe                       => grosse
          Résumé                      => resume
          Línea de tiempo             => linea de tiempo
          ガイド                       => ガイド
          тёмный йод                  => тёмный йод
          2. 时间线                      => 时间线
          根本原因（暫定）                    => 根本原因
          हिंदी                        => हिंदी
          42                          => ''
          ''                          => ''
          """)
  void givesTheNormalForm(String heading, String normal) {
    assertEquals(normal, HeadingNormalizer.normal(heading));
  }

  @Test
  void looksAtTheBeginningOfALongHeadingOnly() {
    assertEquals("x".repeat(200), HeadingNormalizer.normal("x".repeat(201)));
  }

  @ParameterizedTest
  @CsvSource({
    "Summary of *, summary of *",
    "Summary*, summary",
    "'Timeline (UTC) *', timeline *",
    "'2. Timeline', timeline"
  })
  void keepsTheStarOfAnEntry(String name, String entry) {
    assertEquals(entry, HeadingNormalizer.entry(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Impact, I",
    "Impact on all, none",
    "Resolution, R",
    "Resolution of it all, R*",
    "Root cause found at last, C*",
    "Root cause, C*",
    "Root causes, none",
    "The impact, none",
    "'', none"
  })
  void findsANameByItsWholeOrItsFirstWords(String heading, String found) {
    assertEquals(found, HeadingNormalizer.find(TABLE, heading).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Impact and resolution           | impact;resolution
          Impact & Resolution             | impact;resolution
          Impact / Resolution             | impact;resolution
          Impact/Resolution               | impact;resolution
          Impact + Resolution             | impact;resolution
          'Impact, resolution'            | impact;resolution
          Impact、Resolution               | impact;resolution
          Impact・Resolution               | impact;resolution
          Impact と Resolution             | impact;resolution
          影响与范围                         | 影响;范围
          처리와 결과                         | 처리;결과
          Ursache und Behebung            | ursache;behebung
          Causa y resolución              | causa;resolucion
          Impact, Detection, Resolution   | impact;detection;resolution
          Impact                          | ''
          Impact band resolution          | ''
          """)
  void findsEachOfSeveralNamesInOneHeading(String heading, String found) {
    assertEquals(
        found, String.join(";", HeadingNormalizer.parts(HeadingNormalizer.normal(heading))));
  }
}
