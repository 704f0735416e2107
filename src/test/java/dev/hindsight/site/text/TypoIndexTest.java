package dev.hindsight.site.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A word that differs from a known one by a slip is found.
class TypoIndexTest {

  @ParameterizedTest
  @CsvSource({
    "INC-2024-0089, none",
    "inc-2024-0089, none",
    "INC-2024-0098, INC-2024-0089",
    "INC-2024-0088, INC-2024-0089",
    "INC-2024-008, INC-2024-0089",
    "INC-2024-00899, INC-2024-0089",
    "INC-2024-89, INC-2024-0089",
    "INC-2024-00089, INC-2024-0089",
    "INC-2024-0980, none",
    "INC-2024-9800, none",
    "Payment Gatway, Payment Gateway",
    "payment gateways, Payment Gateway",
    "Payments Gateways, none",
    "abx, abc",
    "a-10, none",
    "a-0001000, a-1000",
    "xbc, abc",
    "'', none"
  })
  void findsTheNearestWord(String wrong, String known) {
    TypoIndex index =
        new TypoIndex(List.of("abd", "abc", "a-1000", "INC-2024-0089", "Payment Gateway"));
    assertEquals(known, index.nearest(wrong).orElse("none"));
  }

  @Test
  void ignoresLongWords() {
    TypoIndex index = new TypoIndex(List.of("x".repeat(200), "y".repeat(201)));
    assertEquals("x".repeat(200), index.nearest("x".repeat(199)).orElse("none"));
    assertEquals("none", index.nearest("x".repeat(201)).orElse("none"));
    assertEquals("none", index.nearest("y".repeat(200)).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "Payment Gateway, Payment Gatway, true",
    "Payment Gateway, payment gateway, true",
    "Payment Gateway, PaymentGateway, true",
    "Payment-Gateway, Payment Gateway, true",
    "node-a, node-b, false",
    "node-abc, node-abd, false",
    "node-abcd, node-abce, true",
    "node-abc, node-abcd, false",
    "db-0011, db-0012, false",
    "db1001, db1002, false",
    "shard0011, shrd0011, true"
  })
  void tellsASlipFromAnotherName(String name, String other, boolean isOneName) {
    assertEquals(isOneName, TypoIndex.isOneName(name, other));
  }
}
