package dev.hindsight.page.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an XML document with one element on each line. The JDK's writer escapes.
final class XmlWriter {
  /// Everything that is not a `Char` of XML 1.0 (https://www.w3.org/TR/xml/#charsets). Escaping
  /// does not make it legal.
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  /// Characters, not bytes: with an encoder, the writer would see the halves of an emoji one by
  /// one.
  private final StringWriter text = new StringWriter(16_384);

  private final XMLStreamWriter xml;

  /// Starts a document.
  ///
  /// @param namespace of all its elements
  /// @param attributes of the root, alternating names and values
  XmlWriter(String root, String namespace, String... attributes) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(namespace);
      attributes(attributes);
      xml.writeCharacters("\n");
    } catch (XMLStreamException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /// Starts an element that contains others.
  XmlWriter open(String name) {
    return write(() -> {
      xml.writeStartElement(name);
      xml.writeCharacters("\n");
    });
  }

  /// Ends the element that [#open] started.
  XmlWriter close() {
    return write(() -> {
      xml.writeEndElement();
      xml.writeCharacters("\n");
    });
  }

  /// Writes an element that contains text.
  ///
  /// @param attributes alternating names and values
  XmlWriter element(String name, String content, String... attributes) {
    return write(() -> {
      xml.writeStartElement(name);
      attributes(attributes);
      xml.writeCharacters(legal(content));
      xml.writeEndElement();
      xml.writeCharacters("\n");
    });
  }

  /// Writes an element without content.
  ///
  /// @param attributes alternating names and values
  XmlWriter empty(String name, String... attributes) {
    return write(() -> {
      xml.writeEmptyElement(name);
      attributes(attributes);
      xml.writeCharacters("\n");
    });
  }

  /// Ends the document.
  byte[] bytes() {
    write(() -> {
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.close();
    });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
    }
  }

  private static String legal(String content) {
    return isLegal(content) ? content : FORBIDDEN.matcher(content).replaceAll("\uFFFD");
  }

  /// Whether a text has no control characters or surrogates, as is true for most.
  private static boolean isLegal(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c >= '\uD800' || c < ' ' && c != '\n' && c != '\t' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  private XmlWriter write(Step step) {
    try {
      step.take();
      return this;
    } catch (XMLStreamException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }

  /// A call of the JDK's writer.
  private interface Step {
    void take() throws XMLStreamException;
  }
}
