package dev.hindsight.read.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hindsight.model.AffectedSystem;
import dev.hindsight.model.Block;
import dev.hindsight.model.SectionKind;
import dev.hindsight.model.TextPosition;
import dev.hindsight.read.Cases;
import dev.hindsight.read.ReadReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists of affected systems are read as names with details; what is no name stays prose.
class SystemsReaderTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readsSystems(String section, String expected) {
    assertEquals(
        expected,
        ReadReport.blocks(
            ReadReport.of("## Affected systems\n\n" + section), SectionKind.AFFECTED_SYSTEMS));
  }

  static Stream<Arguments> readsSystems() {
    return Cases.of(
        """
        == names and details
        - Shop
        - Database (PostgreSQL)
        - **Mail**: the EU
        - `cart` - one shard
        - *Search* – slow
        =>
        system | Shop
        system | Database (PostgreSQL) | PostgreSQL
        system | Mail (the EU) | the EU
        system | cart (one shard) | one shard
        system | Search (slow) | slow
        == HTML between the words
        - Shop <!-- which one? --> API
        - Database: half <b>of</b> all<br>requests
        - <kbd>Mail</kbd>
        - <a href="https://cart.example">Cart</a>
        =>
        system | Shop API
        system | Database (half of all requests) | half of all requests
        system | Mail
        prose | Cart
        == a numbered list
        1. Shop
        2. Cart
        =>
        system | Shop
        system | Cart
        == a clause about a system
        - Monitoring, which lost samples at noon.
        - Shop, Mail, because both use the disk
        =>
        system | Monitoring (which lost samples at noon.) | which lost samples at noon.
        system | Shop
        system | Mail (because both use the disk) | because both use the disk
        == several names in one item
        - Shop, Cart and Mail
          - since Monday
        =>
        system | Shop
        system | Cart
        system | Mail | since Monday
        == names joined by another sign are one name
        - Shop + Cart
        =>
        system | Shop + Cart
        == a name on two lines
        - Shop
          API
        =>
        system | Shop API
        == what stands below a name
        - Shop (EU)

          Only the API.
        =>
        system | Shop (EU) | EU Only the API.
        == what was not affected
        - Shop
        - Mail: not affected
        - No data was lost
        - Cart
        - Search
        =>
        system | Shop
        prose | Mail: not affected
        prose | No data was lost
        system | Cart
        system | Search
        == a detail that says it was not affected
        - Shop
        - Mail (not at all)
        =>
        system | Shop
        prose | Mail (not at all)
        == a word for nothing
        - None
        =>
        prose | None
        == words of a template
        - [Name of the system]
        - Shop
        =>
        prose | [Name of the system]
        system | Shop
        == a link
        - [Shop](https://example.com/shop)
        - Cart
        =>
        prose | Shop
        system | Cart
        == an image
        - ![Shop](https://example.com/shop.png)
        - Cart
        =>
        prose | Shop
        system | Cart
        == bold words with a link inside
        - **[Shop](https://example.com/shop)**
        - Cart
        =>
        prose | Shop
        system | Cart
        == bold words with a link among them
        - **Shop [API](https://example.com/shop)**
        - Cart
        =>
        prose | Shop API
        system | Cart
        == a box
        - [x] Shop
        - Cart
        =>
        prose | Shop
        system | Cart
        == most items are none
        - Shop
        - [Cart](https://example.com/cart)
        - [Mail](https://example.com/mail)
        =>
        prose | Shop Cart Mail
        == half of the items are none
        - Shop
        - [Cart](https://example.com/cart)
        =>
        system | Shop
        prose | Cart
        == a long sentence
        - The service that keeps the carts of all customers until they have paid for them once
        - Shop
        =>
        prose | The service that keeps the carts of all customers until they have paid for them once
        system | Shop
        == a table is prose
        | System | Effect |
        |--------|--------|
        | Shop   | slow   |
        =>
        prose | System Effect Shop slow
        == sentences are prose
        Shop and Cart.
        =>
        prose | Shop and Cart.
        """);
  }

  @Test
  void readsANameOfEightyCharacters() {
    String name = "a".repeat(80);
    assertEquals(
        "system | " + name,
        ReadReport.blocks(
            ReadReport.of("## Affected systems\n\n- " + name), SectionKind.AFFECTED_SYSTEMS));
    assertEquals(
        "prose | " + name + "a",
        ReadReport.blocks(
            ReadReport.of("## Affected systems\n\n- " + name + "a"), SectionKind.AFFECTED_SYSTEMS));
  }

  @Test
  void recordsThePositionOfASystem() {
    Block block =
        ReadReport.of("## Affected systems\n\n- Shop\n- Cart, Mail\n")
            .sections()
            .getFirst()
            .blocks()
            .getFirst();
    assertEquals(
        List.of(new TextPosition(3, 3), new TextPosition(4, 3), new TextPosition(4, 3)),
        ((Block.Systems) block).systems().stream().map(AffectedSystem::place).toList());
  }
}
