package org.hypscope.ui.svg;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An SVG document as a strict reader of XML understands it. */
public final class SvgDocument {
  private final Document xml;

  private SvgDocument(Document xml) {
    this.xml = xml;
  }

  /** Reads {@code text}; fails where it is no well-formed XML, or has a document type. */
  public static SvgDocument parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new SvgDocument(
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("no XML: " + e.getMessage(), e);
    }
  }

  /** All words of all texts in their order, without the space between them. */
  public String words() {
    return elements("text").stream()
        .map(Element::getTextContent)
        .collect(Collectors.joining())
        .replaceAll("\\s", "");
  }

  /** The texts of which nothing can be seen, as all of them lies beyond a clip or the edge. */
  public List<String> unseenTexts() {
    return elements("text").stream()
        .filter(text -> !isTransformed(text) && !isSeen(text))
        .map(text -> text.getTextContent() + " at " + box(text))
        .toList();
  }

  /** The names of elements and attributes by which a document fetches or runs something. */
  public List<String> reaches() {
    List<String> found = new ArrayList<>();
    for (Element element : elements("*")) {
      String href = element.getAttribute("href");
      if (!href.isEmpty() && !href.startsWith("data:image/png;base64,")) {
        found.add(href);
      }
      if (List.of("script", "style", "foreignObject", "use").contains(element.getTagName())) {
        found.add(element.getTagName());
      }
    }
    return found;
  }

  private boolean isSeen(Element text) {
    Bounds box = box(text);
    Element root = xml.getDocumentElement();
    return box.intersects(new BoundingBox(0, 0, number(root, "width"), number(root, "height")))
        && above(text).stream().flatMap(g -> clip(g).stream()).allMatch(box::intersects);
  }

  private static boolean isTransformed(Element text) {
    return above(text).stream().anyMatch(g -> g.hasAttribute("transform"));
  }

  private static List<Element> above(Element element) {
    List<Element> above = new ArrayList<>();
    for (Node at = element.getParentNode(); at instanceof Element g; at = at.getParentNode()) {
      above.add(g);
    }
    return above;
  }

  private List<Bounds> clip(Element group) {
    String id = group.getAttribute("clip-path").replaceAll("url\\(#(.*)\\)", "$1");
    return elements("clipPath").stream()
        .filter(clip -> clip.getAttribute("id").equals(id))
        .map(clip -> (Element) clip.getElementsByTagName("rect").item(0))
        .map(
            rect ->
                (Bounds)
                    new BoundingBox(
                        number(rect, "x"),
                        number(rect, "y"),
                        number(rect, "width"),
                        number(rect, "height")))
        .toList();
  }

  /** A text's line, from its highest letters to its lowest. */
  private static Bounds box(Element text) {
    double size = number(text, "font-size");
    double width = text.hasAttribute("textLength") ? number(text, "textLength") : size;
    return new BoundingBox(number(text, "x"), number(text, "y") - 1.2 * size, width, 1.6 * size);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private List<Element> elements(String name) {
    NodeList nodes = xml.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int n = 0; n < nodes.getLength(); n++) {
      elements.add((Element) nodes.item(n));
    }
    return elements;
  }
}
