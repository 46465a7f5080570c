package org.hypscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.abi.Finding;
import org.hypscope.abi.RuleView;

/** Checked images as one SARIF 2.1.0 log. */
final class SarifReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifReport() {}

  /**
   * The log.
   *
   * @param checked every image
   * @param compared whether there was a baseline
   */
  static String of(List<Checked> checked, boolean compared) {
    List<Object> results = new ArrayList<>();
    for (Checked each : checked) {
      for (Finding finding : each.report().findings()) {
        results.add(result(each, finding, compared));
      }
    }
    Map<String, Object> driver =
        map(
            "name",
            "HypScope",
            "version",
            Cli.VERSION,
            "rules",
            RuleView.all().stream().map(SarifReport::rule).toList());
    Map<String, Object> run =
        map("tool", map("driver", driver), "columnKind", "utf16CodeUnits", "results", results);
    Map<String, Object> log = map("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> rule(RuleView rule) {
    return map(
        "id", rule.id(),
        "shortDescription", text("Detail " + rule.detail() + ": " + rule.id().replace('-', ' ')),
        "fullDescription", text(rule.why()),
        "help", text(rule.toDo()),
        "properties", map("detail", rule.detail()));
  }

  private static Map<String, Object> result(Checked checked, Finding finding, boolean compared) {
    String image = checked.report().image();
    List<String> ids = RuleView.all().stream().map(RuleView::id).toList();
    Map<String, Object> place =
        map(
            "physicalLocation",
            map(
                "artifactLocation", map("uri", image.replace(' ', '_')),
                "region", map("startLine", 1),
                "address",
                    map(
                        "absoluteAddress",
                        finding.address() & 0xffff_ffffL,
                        "fullyQualifiedName",
                        finding.symbol())),
            "logicalLocations",
            List.of(map("fullyQualifiedName", finding.symbol(), "kind", "function")));
    Map<String, Object> result =
        map(
            "ruleId", finding.rule(),
            "ruleIndex", ids.indexOf(finding.rule()),
            "level", finding.severity().word(),
            "message", text(finding.what() + " " + finding.why() + " " + finding.toDo()),
            "locations", List.of(place),
            "partialFingerprints", map("hypscope/v1", Baseline.key(image, finding)),
            "properties", map("instant", finding.at().toString(), "detail", finding.detail()));
    if (compared) {
      result.put("baselineState", checked.unknown().contains(finding) ? "new" : "unchanged");
    }
    return result;
  }

  private static Map<String, Object> text(String text) {
    return map("text", text);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int n = 0; n < keysAndValues.length; n += 2) {
      map.put((String) keysAndValues[n], keysAndValues[n + 1]);
    }
    return map;
  }
}
