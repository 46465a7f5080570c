package org.hypscope.ui.svg;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one SVG document, an element a line. It is well-formed whatever it is given: a character
 * that XML does not know is left out.
 */
public final class SvgWriter {
  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;
  private int ids;

  /**
   * Begins a document of {@code width} by {@code height} pixels.
   *
   * @param title what a reader that speaks says of it
   */
  public SvgWriter(double width, double height, String title) {
    xml = begin();
    open(
        "svg",
        new Attributes()
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("width", width)
            .with("height", height)
            .with("viewBox", "0 0 " + Attributes.number(width) + " " + Attributes.number(height))
            .with("role", "img")
            // JavaFX draws none, and == or -> would be read as other signs.
            .with("style", "font-variant-ligatures:none"));
    text("title", new Attributes(), title);
  }

  private XMLStreamWriter begin() {
    try {
      return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The JDK cannot write XML", e);
    }
  }

  /** Ends the document and tells it. */
  public String end() {
    close();
    return out + "\n";
  }

  /** Begins an element that {@link #close} ends. */
  void open(String name, Attributes attributes) {
    write(
        () -> {
          line();
          xml.writeStartElement(name);
          tell(attributes);
        });
  }

  /** Ends the element opened last. */
  void close() {
    write(
        () -> {
          line();
          xml.writeEndElement();
        });
  }

  /** An element without contents. */
  void leaf(String name, Attributes attributes) {
    write(
        () -> {
          line();
          xml.writeEmptyElement(name);
          tell(attributes);
        });
  }

  /** An element that holds {@code words} and nothing else. */
  void text(String name, Attributes attributes, String words) {
    write(
        () -> {
          line();
          xml.writeStartElement(name);
          tell(attributes);
          xml.writeCharacters(known(words));
          xml.writeEndElement();
        });
  }

  /** A name for an element that another one refers to; each time another, always in one order. */
  String nextId() {
    ids++;
    return "c" + ids;
  }

  private void line() throws XMLStreamException {
    if (out.getBuffer().length() > 0) {
      xml.writeCharacters("\n");
    }
  }

  private void tell(Attributes attributes) {
    attributes.forEach((name, value) -> write(() -> xml.writeAttribute(name, known(value))));
  }

  private static String known(String text) {
    return text.codePoints()
        .filter(SvgWriter::isKnown)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** XML 1.0, 2.2 Characters. */
  private static boolean isKnown(int c) {
    return c >= 0x20 && c <= 0xd7ff
        || c == '\n'
        || c == '\t'
        || c >= 0xe000 && c <= 0xfffd
        || c >= 0x10000;
  }

  private interface Writing {
    void carryOut() throws XMLStreamException;
  }

  private static void write(Writing writing) {
    try {
      writing.carryOut();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("An SVG document was not written", e);
    }
  }
}
