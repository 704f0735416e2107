package dev.hindsight.read.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file's name makes a title when the report has none.
class FileNameTitleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2017-11-06-kiosk-logins            | kiosk logins
          20171106_kiosk_logins              | kiosk logins
          2017-11-kiosk-logins               | kiosk logins
          06-11-2017-kiosk-logins            | kiosk logins
          INC-2017-001-kiosk-logins          | kiosk logins
          INC-7-kiosk-logins                 | kiosk logins
          007-kiosk-logins                   | kiosk logins
          PM2021-004 - Kiosk logins fail     | Kiosk logins fail
          kiosk-logins-postmortem            | kiosk logins
          2017-11-06-kiosk-incident-report   | kiosk
          kiosk-logins.html                  | kiosk logins
          KioskLogins                        | KioskLogins
          2017-11-06                         | none
          2017-11-06-postmortem              | none
          incident-report                    | none
          INC-2017-001                       | none
          42                                 | none
          """)
  void inWordsWithoutItsNumber(String stem, String title) {
    assertEquals(title, FileNameTitle.of(stem).orElse("none"));
  }
}
