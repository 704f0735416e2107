package dev.hindsight.read.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Zones are found by the names that people use for them.
class ZoneNamesTest {

  @ParameterizedTest
  @CsvSource({
    "UTC, Z",
    "utc, Z",
    "GMT, Z",
    "Z, Z",
    "z, Z",
    "London, Europe/London",
    "BST, +01:00",
    "CET, +01:00",
    "CEST, +02:00",
    "WAT, +01:00",
    "CAT, +02:00",
    "SAST, +02:00",
    "EAT, +03:00",
    "IST, +05:30",
    "SGT, +08:00",
    "HKT, +08:00",
    "JST, +09:00",
    "KST, +09:00",
    "AEST, +10:00",
    "AEDT, +11:00",
    "EST, -05:00",
    "EDT, -04:00",
    "CST, -06:00",
    "CDT, -05:00",
    "MST, -07:00",
    "MDT, -06:00",
    "PST, -08:00",
    "PDT, -07:00",
    "ET, America/New_York",
    "CT, America/Chicago",
    "MT, America/Denver",
    "PT, America/Los_Angeles",
    "US/Pacific, America/Los_Angeles",
    "us/eastern, America/New_York",
    "US/Central, America/Chicago",
    "Europe/Berlin, Europe/Berlin",
    "+02:00, +02:00",
    "-0700, -07:00",
    "+2, +02:00",
    "UTC+2, +02:00",
    "UTC-07:00, -07:00",
    "GMT+0530, +05:30",
    "UTC+5:30, +05:30",
    "GMT+5:45, +05:45",
    "UTC +2, +02:00",
    "UTC−3, -03:00",
    "AET, Australia/Sydney",
    "NZT, Pacific/Auckland",
    "Berlin, Europe/Berlin",
    "Berlin time, Europe/Berlin",
    "New York, America/New_York",
    "Tokyo local time, Asia/Tokyo",
    "Pacific Daylight Time, America/Los_Angeles",
    "UK, Europe/London",
    "San Francisco, America/Los_Angeles",
    "America/Argentina/Buenos_Aires, America/Argentina/Buenos_Aires"
  })
  void findsAZoneByItsNameOrOffset(String name, String zone) {
    assertEquals(zone, ZoneNames.find(name).map(ZoneId::getId).orElse("none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XYZ", "Mars/Base", "UTC+25", "noon", "Checkout", "TCP/IP", "time", ""})
  void findsNoZoneForAnotherName(String name) {
    assertEquals("none", ZoneNames.find(name).map(ZoneId::getId).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, true",
    "GMT, true",
    "UTC+2, true",
    "GMT-7, true",
    "UTC+05:30, true",
    "UTC+0530, true",
    "UTC+5:30, true",
    "GMT+5:45, true",
    "AET, true",
    "NZDT, true",
    "UTC-11:30, false",
    "UK, false",
    "BST, true",
    "CET, true",
    "CEST, true",
    "JST, true",
    "IST, true",
    "PST, true",
    "PDT, true",
    "PT, true",
    "MST, true",
    "CDT, true",
    "ET, true",
    "EAT, true",
    "WAT, true",
    "CAT, true",
    "SAST, true",
    "AEST, true",
    "AEDT, true",
    "SGT, true",
    "KST, true",
    "HKT, true",
    "utc, false",
    "UTC+, false",
    "XST, false",
    "PXT, false"
  })
  void knowsTheShortNamesInUpperCase(String name, boolean isShortName) {
    assertEquals(isShortName, name.matches(ZoneNames.SHORT_NAMES));
    assertEquals(isShortName, isShortName && ZoneNames.find(name).isPresent());
  }
}
