package org.hypscope.cli;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hypscope.abi.CheckReport;
import org.hypscope.abi.CheckedCall;
import org.hypscope.abi.Finding;

/**
 * Checked images as JUnit XML: a suite an image, a case a hypercall, and one for the run. A finding
 * that is in no baseline is a failure; a run that a limit cut short is an error.
 */
final class JunitReport {
  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document. */
  static String of(List<Checked> checked) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JunitReport(xml).write(checked);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void write(List<Checked> checked) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "hypscope check");
    for (Checked each : checked) {
      suite(each.report(), each.unknown());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(CheckReport report, List<Finding> unknown) throws XMLStreamException {
    List<Finding> left = new ArrayList<>(unknown);
    List<List<Finding>> ofCalls = new ArrayList<>();
    for (CheckedCall call : report.calls()) {
      List<Finding> mine = left.stream().filter(call.view().findings()::contains).toList();
      left.removeAll(mine);
      ofCalls.add(mine);
    }
    long failed = ofCalls.stream().filter(mine -> !mine.isEmpty()).count();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", report.image());
    xml.writeAttribute("tests", "" + (report.calls().size() + 1));
    xml.writeAttribute("failures", "" + (failed + (left.isEmpty() ? 0 : 1)));
    xml.writeAttribute("errors", report.cutShort() ? "1" : "0");
    for (int n = 0; n < ofCalls.size(); n++) {
      CheckedCall call = report.calls().get(n);
      test(report, "hvc:%d %s".formatted(call.number(), call.symbol()), ofCalls.get(n));
    }
    run(report, left);
    xml.writeEndElement();
  }

  private void test(CheckReport report, String name, List<Finding> findings)
      throws XMLStreamException {
    start(report, name);
    failures(findings);
    xml.writeEndElement();
  }

  private void run(CheckReport report, List<Finding> findings) throws XMLStreamException {
    start(report, "run");
    failures(findings);
    if (report.cutShort()) {
      xml.writeStartElement("error");
      xml.writeAttribute("message", report.endText());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void start(CheckReport report, String name) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", report.image());
    xml.writeAttribute("name", name);
  }

  private void failures(List<Finding> findings) throws XMLStreamException {
    for (Finding finding : findings) {
      xml.writeStartElement("failure");
      xml.writeAttribute("type", finding.rule());
      xml.writeAttribute("message", finding.what());
      xml.writeCharacters(
          "%s %s%n%s%n%s%n%s"
              .formatted(
                  finding.at(), finding.symbol(), finding.what(), finding.why(), finding.toDo()));
      xml.writeEndElement();
    }
  }
}
