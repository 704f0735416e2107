package dev.hindsight.page.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/// Whatever is written, an XML parser reads it back.
class XmlWriterTest {

  @Test
  void writtenTextCanBeReadBack() throws Exception {
    String text = "]]> <b> &amp; \"quoted\" 'too' 🔥 \tend";
    Element root = parse(new XmlWriter("a", "urn:x").element("b", text, "c", text.strip()).bytes());
    Element b = (Element) root.getElementsByTagNameNS("urn:x", "b").item(0);
    assertEquals(text, b.getTextContent());
    assertEquals(text.replace('\t', ' '), b.getAttribute("c").replace('\t', ' '));
  }

  @Test
  void replacesForbiddenCharacters() throws Exception {
    String text = "\0 \u0001 \u001B \uFFFE \uFFFF \uD83D- -\uDD25";
    Element root = parse(new XmlWriter("a", "urn:x").element("b", text, "c", text).bytes());
    Element b = (Element) root.getElementsByTagNameNS("urn:x", "b").item(0);
    assertEquals("\uFFFD \uFFFD \uFFFD \uFFFD \uFFFD \uFFFD- -\uFFFD", b.getTextContent());
    assertEquals(b.getTextContent(), b.getAttribute("c"));
  }

  private static Element parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
  }
}
